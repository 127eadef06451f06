"""Errands are run by one at a time, come to one outcome, and none is lost with whoever ran it."""

from sqlalchemy import select

from bot.dialogue.errands import AcceptInvitation, FetchFile, HandOver, MakeInvitation, RemoveColleague
from bot.dialogue.events import HandedOver, NotInvited
from bot.memory import errands, inbox
from bot.memory.errands import Job
from bot.memory.tables import errand as errand_table
from tests.memory.conftest import Desk
from tests.memory.test_writing import NOON

DONE = HandedOver(1, "SM-2026-0001-AB", NOON, "ab")


def add(desk: Desk, what: FetchFile | HandOver | MakeInvitation) -> None:
    desk.do(errands.add, what, "7", "13125", desk.clock())


def claim(desk: Desk) -> list[Job]:
    return desk.do(errands.claim, desk.clock(), 10)


def outcomes(desk: Desk) -> list[int]:
    claimed = desk.do(inbox.claim, ())
    return [claimed.update_id] if claimed else []


def test_one_runs_it(desk: Desk) -> None:
    add(desk, MakeInvitation("13125"))
    assert [job.errand for job in claim(desk)] == [MakeInvitation("13125")]
    assert claim(desk) == []


def test_whoever_dies_with_it_gives_it_back(desk: Desk) -> None:
    add(desk, MakeInvitation("13125"))
    (first,) = claim(desk)
    desk.clock.now += errands.LEASE + 1
    (second,) = claim(desk)
    assert second.id == first.id
    # The first one was only slow, and comes to an end now: what it did counts once, by the second.
    assert not desk.do(errands.done, first, NotInvited(), desk.clock())
    assert outcomes(desk) == []
    assert desk.do(errands.done, second, NotInvited(), desk.clock())
    assert len(outcomes(desk)) == 1


def test_two_errands_of_one_purpose_are_one(desk: Desk) -> None:
    for _ in range(2):
        add(desk, HandOver("13125", 1))
        add(desk, FetchFile("7:1", "f"))
    add(desk, HandOver("13125", 2))
    assert len(claim(desk)) == 3


def test_a_dead_letter_stays_and_is_told(desk: Desk) -> None:
    add(desk, HandOver("13125", 1))
    (job,) = claim(desk)
    desk.do(errands.bury, job, DONE, desk.clock())
    desk.clock.now += 10 * errands.LEASE
    assert claim(desk) == []
    assert desk.rows(select(errand_table.c.dead)) == [True]
    assert len(outcomes(desk)) == 1
    add(desk, HandOver("13125", 1))  # and the person may send again
    assert len(claim(desk)) == 1


def test_what_was_sent_first_is_sent_again(desk: Desk) -> None:
    add(desk, HandOver("13125", 1))
    (job,) = claim(desk)
    desk.do(errands.seal, job, "{}")
    desk.do(errands.delay, job, desk.clock() + 5)
    assert claim(desk) == []
    desk.clock.now += 6
    assert [(each.id, each.sealed, each.attempts) for each in claim(desk)] == [(job.id, "{}", 2)]


def test_the_oldest_that_waits_is_known(desk: Desk) -> None:
    assert desk.do(errands.oldest_due, desk.clock()) == 0
    add(desk, MakeInvitation("13125"))
    desk.clock.now += 90
    assert desk.do(errands.oldest_due, desk.clock()) == 90


def test_coming_into_a_municipality_and_leaving_it_do_not_overtake_each_other(desk: Desk) -> None:
    by = ((AcceptInvitation("inv_A"), "7"), (RemoveColleague("7", "13125"), "8"), (RemoveColleague("9", "13125"), "7"))
    for what, lane in by:
        desk.do(errands.add, what, lane, "", desk.clock(), queue=errands.queue_of(what, lane))
    assert {job.errand for job in claim(desk)} == {AcceptInvitation("inv_A"), RemoveColleague("9", "13125")}
