"""What the room remembers: errands in their order, and each message brought once."""

import time

import pytest
from sqlalchemy import Connection

from bot.dialogue.errands import MendWords
from bot.memory import cases, errands, relays
from bot.memory.cases import RoomCase
from bot.memory.room_errands import OpenTopic, Relay, Side, UpdateCard
from tests.memory.conftest import Desk

CASE = RoomCase("17", "D-2026-7K4C", "7", "neighbour", "question", "ht", "", "waiting")


def test_errands_of_a_queue_are_run_one_after_the_other_in_their_order(desk: Desk) -> None:
    def ask(connection: Connection) -> None:
        for number in range(3):
            errands.add(connection, MendWords(f"7:{number}", "x"), "7", "", 1.0, queue="ask:7")
        errands.add(connection, MendWords("8:1", "x"), "8", "", 1.0, queue="ask:8")

    desk.do(ask)
    first = desk.do(errands.claim, 2.0, 10)
    assert {job.errand for job in first} == {MendWords("7:0", "x"), MendWords("8:1", "x")}
    desk.do(errands.delay, first[0], 50.0)
    assert desk.do(errands.claim, 3.0, 10) == []
    for job in desk.do(errands.claim, 60.0, 10):
        desk.do(errands.done, job, None, 60.0)
    assert [job.errand for job in desk.do(errands.claim, 200.0, 10) if job.lane == "7"] == [MendWords("7:1", "x")]


def test_what_is_asked_while_a_card_is_drawn_is_drawn_again(desk: Desk) -> None:
    desk.do(errands.add, UpdateCard("17"), "7", "", 1.0)
    desk.do(errands.add, UpdateCard("17"), "7", "", 1.0)
    [job] = desk.do(errands.claim, 2.0, 10)
    desk.do(errands.begun, job)
    desk.do(errands.add, UpdateCard("17"), "7", "", 2.0)
    desk.do(errands.done, job, None, 2.0)
    assert len(desk.do(errands.claim, 3.0, 10)) == 1


def test_each_message_is_brought_once_and_found_from_both_sides(desk: Desk) -> None:
    desk.do(relays.expect, "7:5", 1.0, reply_to=3)
    desk.do(relays.expect, "7:5", 2.0)
    assert [each.entry for each in desk.do(relays.waiting, "7:5", "")] == [0]
    desk.do(relays.kept, "7:5", "17", 4)
    [waiting] = desk.do(relays.waiting, "7:5", "")
    desk.do(relays.brought, {waiting: 90}, -100, 2.0)
    assert desk.do(relays.waiting, "7:5", "") == []
    assert desk.do(relays.counterpart, 7, 5) == 90
    assert desk.do(relays.counterpart, -100, 90) == 5
    assert desk.do(relays.counterpart, -100, 91) == 0


def test_a_sending_of_which_nothing_was_heard_is_counted_when_it_is_repeated(desk: Desk) -> None:
    desk.do(relays.expect, "7:5", 1.0)
    desk.do(relays.kept, "7:5", "17", 4)
    for by in (1, 1, -1, 1, 1):
        desk.do(relays.trying, desk.do(relays.waiting, "7:5", ""), by)
    assert desk.do(relays.repeated) == 2


def test_one_part_makes_all_of_an_album_a_note(desk: Desk) -> None:
    desk.do(relays.expect, "-100:5", 1.0, album="G")
    assert not desk.do(relays.is_note, "-100:5", "G")
    desk.do(relays.expect, "-100:6", 1.0, album="G", is_note=True)
    assert desk.do(relays.is_note, "-100:5", "G")
    assert not desk.do(relays.is_note, "-100:5", "")


def test_what_was_made_a_note_before_it_left_stays_one(desk: Desk) -> None:
    desk.do(relays.expect, "-100:5", 1.0)
    desk.do(relays.turned_into_note, "-100:5", 1.0)
    desk.do(relays.kept, "-100:5", "17", 4)
    assert desk.do(relays.is_note, "-100:5", "")
    assert [each.is_note for each in desk.do(relays.waiting, "-100:5", "")] == [True]


@pytest.mark.parametrize(("edited_at", "escapes"), [(100.0, True), (102.0, True), (160.0, False)])
def test_what_left_in_the_instant_it_became_a_note_has_escaped_and_what_left_before_has_not(
    desk: Desk, edited_at: float, escapes: bool
) -> None:
    for key in ("-100:5", "-100:6"):
        desk.do(relays.expect, key, 1.0, album="G")
        desk.do(relays.kept, key, "17", 4)
    desk.do(relays.brought, dict(zip(desk.do(relays.waiting, "-100:5", "G"), (90, 91), strict=True)), 7, 101.0)
    desk.do(relays.turned_into_note, "-100:5", edited_at)
    escaped = desk.do(relays.escaped, "-100:6", "G")
    assert [each.target_message for each in escaped] == ([90, 91] if escapes else [])
    desk.do(relays.taken_back, escaped)
    assert desk.do(relays.escaped, "-100:5", "G") == []


def test_what_the_room_lacks_is_news_once(desk: Desk) -> None:
    assert [desk.do(cases.note_lack, lack) for lack in ("", "rights", "rights", "topics", "", "topics")] == [
        *(False, True, False, True, True, True)
    ]


def test_the_cases_of_two_hats_are_two(desk: Desk) -> None:
    desk.do(cases.add, CASE)
    desk.do(cases.add, RoomCase("18", "D-2026-AAAA", "7", "official", "question", "es", "13125", "waiting"))
    found = desk.do(cases.open_of, "7", "official", "question")
    assert found is not None
    assert found.id == "18"
    desk.do(cases.stands, "18", "closed", time.time())
    assert desk.do(cases.open_of, "7", "official", "question") is None


def test_a_case_closed_long_ago_leaves_nothing_here(desk: Desk) -> None:
    desk.do(cases.add, CASE)
    desk.do(relays.expect, "7:5", 1.0, case="17")
    desk.do(cases.stands, "17", "closed", 1000.0)
    desk.do(cases.change, "17", chat=-100, thread=5)
    desk.do(cases.add, RoomCase("18", "D-2026-AAAA", "7", "official", "question", "es", "13125", "waiting"))
    desk.do(cases.stands, "18", "closed", 1000.0)  # never had a topic
    assert desk.do(relays.drop_closed, 999.0) == []
    assert desk.do(cases.find, "17") is not None
    assert desk.do(relays.drop_closed, 1001.0) == [(-100, 5)]
    assert desk.do(cases.find, "17") is None
    assert desk.do(relays.find, "7:5") is None


def test_a_group_that_moved_is_followed(desk: Desk) -> None:
    assert desk.do(cases.room, -100) == -100
    desk.do(cases.note_moved, -100, -200)
    assert desk.do(cases.room, -100) == -200


def test_one_topic_is_opened_however_often_it_is_asked_for(desk: Desk) -> None:
    for what in (OpenTopic("17"), OpenTopic("17"), Relay("17", Side.TO_ROOM, "7:5"), Relay("17", Side.TO_ROOM, "7:5")):
        desk.do(errands.add, what, "7", "", 1.0)
    assert len(desk.do(errands.claim, 2.0, 10)) == 2
