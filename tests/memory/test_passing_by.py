"""Whoever only passes by leaves nothing; what is still needed stays."""

import asyncio
import os
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.dialogue.dossier import Author, Dossier, Receipt
from bot.dialogue.errands import AcceptInvitation, MakeInvitation
from bot.dialogue.events import Place
from bot.dialogue.person import Joining, Membership, Person, Standing
from bot.memory import dossiers, errands, outbox, people, spool
from bot.memory.outbox import Kind, Living, Message, Reply
from bot.memory.spool import Spool
from bot.memory.tables import living
from bot.memory.tables import outbox as outbox_table
from bot.memory.tables import person as person_table
from bot.memory.tidying import PASSING, Tidying
from content.answers import Written
from content.help import Kept, Retention
from content.reading import read_help
from tests.memory.conftest import Desk
from tests.memory.test_dossiers import FULL

NOW = time.time()
YEARS_AGO = datetime.now(UTC) - timedelta(days=3 * 365)
ANA = Author("7", "Ana", "")


@pytest.fixture(scope="module")
def retention() -> dict[Kept, Retention]:
    return dict(read_help().retention)


@dataclass
class Office:
    desk: Desk
    tidying: Tidying

    def tidy(self) -> None:
        async def once() -> None:
            stop = asyncio.Event()
            running = asyncio.create_task(self.tidying.run(stop))
            await asyncio.sleep(0.3)
            stop.set()
            await running

        asyncio.run(once())

    def person(self, person: Person, idle: float) -> None:
        self.desk.do(people.save, None, person, NOW - idle)
        reply = Reply(person.id, (Message(Kind.SCREEN, "x"),), 0)
        self.desk.do(outbox.add, reply)
        found = self.desk.do(outbox.next_of, person.id)
        assert found is not None
        self.desk.do(outbox.sent, [(found[0], Living(1))])


@pytest.fixture
def office(desk: Desk, retention: dict[Kept, Retention], tmp_path: Path) -> Office:
    return Office(desk, Tidying(desk.memory, Spool(tmp_path / "spool"), retention))


def test_who_only_asked_leaves_nothing_after_an_idle_hour(office: Office) -> None:
    office.person(Person("1", "ht"), PASSING / 2)
    office.person(Person("2", "ht"), PASSING + 60)
    office.person(Person("3", "ht", membership=Membership("13125", "Ana", "E")), PASSING + 60)
    office.person(Person("4", "ht", joining=Joining("13125", focal_point=False)), PASSING + 60)
    office.person(Person("5", "ht"), PASSING + 60)
    office.desk.do(dossiers.save, None, Dossier("practice:5", "1").answered("A", Written("x"), ANA, datetime.now(UTC)))
    office.person(Person("6", "ht"), PASSING + 60)
    office.desk.do(errands.add, AcceptInvitation("inv_x"), "6", "", NOW)
    office.tidy()
    assert sorted(office.desk.rows(select(person_table.c.id))) == ["1", "3", "4", "5", "6"]
    assert sorted(office.desk.rows(select(living.c.chat))) == ["1", "3", "4", "5", "6"]


@pytest.mark.parametrize("place", [Place.SERVICES, Place.SERVICE, Place.DOUBTING, Place.DANGER])
def test_what_an_official_asked_is_not_kept_longer(office: Office, place: Place) -> None:
    official = Person("3", "es", membership=Membership("13125", "Ana", "E"))
    asked, working = Standing(place, "f@HEALTH@@05601", "ht"), Standing(Place.QUESTION, "INS-1.1")
    office.person(replace(official, standing=asked), PASSING + 60)
    office.person(replace(official, id="4", standing=asked), PASSING / 2)
    office.person(replace(official, id="5", standing=Standing(Place.LANGUAGE), left=asked), PASSING + 60)
    office.person(replace(official, id="6", standing=asked, left=working), PASSING + 60)
    office.person(replace(official, id="7", standing=working), PASSING + 60)
    office.person(replace(official, id="8", standing=asked), PASSING + 60)
    writing = Standing(Place.DANGER, "violence", "neighbour", Place.ADVISER)
    office.person(replace(official, id="9", standing=writing), PASSING + 60)
    office.desk.do(errands.add, AcceptInvitation("inv_x"), "8", "", NOW)
    for kind in (Kind.SCREEN, Kind.VOICE, Kind.NOTICE):
        office.desk.do(outbox.add, Reply("3", (Message(kind, "x"),), NOW - PASSING - 60))
    office.tidy()
    people_now = {id: office.desk.do(people.load, id) for id in "3456789"}
    assert {id: (each.standing, each.left) for id, each in people_now.items() if each} == {
        "3": (Standing(Place.HOME), None),
        "4": (asked, None),
        "5": (Standing(Place.LANGUAGE), None),
        "6": (working, None),
        "7": (working, None),
        "8": (Standing(Place.HOME), None),
        "9": (writing, None),
    }
    assert office.desk.rows(select(outbox_table.c.kind)) == [Kind.NOTICE]
    assert min(office.desk.rows(select(person_table.c.seen_at))) < NOW - PASSING  # it was nobody's visit


def test_what_an_official_found_wrong_is_forgotten_too(office: Office) -> None:
    official = Person("3", "es", Standing(Place.QUESTION, "INS-1.1"), membership=Membership("13125", "Ana", "E"))
    office.person(replace(official, doubted=("0123456789abc",)), PASSING + 60)
    office.person(replace(official, id="4", doubted=("0123456789abc",)), PASSING / 2)
    office.tidy()
    assert office.desk.do(people.load, "3") == official
    assert office.desk.do(people.load, "4") == replace(official, id="4", doubted=("0123456789abc",))


def test_whoever_is_here_is_not_idle(office: Office) -> None:
    here = Person("1", "ht")
    office.person(here, PASSING + 60)
    office.desk.do(people.save, here, here, NOW)
    office.tidy()
    assert office.desk.rows(select(person_table.c.id)) == ["1"]


def test_a_draft_nobody_touched_for_a_year_goes_and_a_handed_over_one_stays(office: Office) -> None:
    old = FULL.answered("A", Written("x"), ANA, YEARS_AGO)
    for key, receipts in (("13101", ()), ("13125", (Receipt(1, "SM-1", YEARS_AGO, "ab"),))):
        answers = {id: given for id, given in old.answers.items() if id == "A"}
        office.desk.do(dossiers.save, None, Dossier(key, "1", answers, receipts=receipts))
    office.desk.do(dossiers.save, None, Dossier("13119", "1").answered("A", Written("x"), ANA, datetime.now(UTC)))
    office.tidy()
    assert sorted(office.desk.do(dossiers.load, "13101", "13125")) == ["13125"]
    assert sorted(office.desk.do(dossiers.load, "13119")) == ["13119"]


def test_dead_letters_and_old_messages_go(office: Office) -> None:
    office.desk.clock.now = NOW - 40 * 86400
    office.desk.do(errands.add, MakeInvitation("13125"), "7", "13125", office.desk.clock())
    (job,) = office.desk.do(errands.claim, office.desk.clock(), 1)
    office.desk.do(errands.bury, job, None, office.desk.clock())
    office.desk.do(outbox.add, Reply("7", (Message(Kind.NOTICE, "x"),), NOW - 8 * 86400))
    office.desk.do(outbox.add, Reply("8", (Message(Kind.NOTICE, "x"),), NOW - 6 * 86400))
    office.tidy()
    assert list(office.desk.do(outbox.due_chats, NOW)) == ["8"]
    assert office.desk.do(errands.oldest_due, NOW) == 0


def test_a_file_stays_while_a_dossier_waits_to_put_it(office: Office) -> None:
    folder = office.tidying.spool
    named, put, loose = folder.keep(b"named"), folder.keep(b"put"), folder.keep(b"loose")
    both = [replace(FULL.pieces[0], id=each, sha256=each) for each in (named, put)]
    office.desk.do(dossiers.save, None, Dossier("13125", "1", pieces=tuple(both)))
    for each in (named, put):
        office.desk.do(spool.note, each, "application/pdf", NOW)
    office.desk.do(spool.note_put, put, NOW)
    for each in (named, put, loose):
        os.utime(folder.path(each), (NOW - 2 * 86400, NOW - 2 * 86400))
    fresh = folder.keep(b"fresh")
    office.tidy()
    assert sorted(path.name for path in folder.folder.iterdir()) == sorted((named, fresh))
