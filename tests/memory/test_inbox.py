"""What arrives is kept once, in order, and blanked when it is done with."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from bot.dialogue.dossier import Author, Given
from bot.dialogue.events import Event, Wrote
from bot.dialogue.person import State
from bot.dialogue.turn import Turn
from bot.memory import dossiers, inbox, outbox
from bot.memory.tables import inbox as inbox_table
from bot.memory.tables import outbox as outbox_table
from content.answers import Written
from tests.memory.conftest import Desk, answering, message


def given(desk: Desk, key: str) -> Given:
    return desk.do(dossiers.load, key)[key].answers["Q"]


def test_a_redelivered_update_is_handled_once(desk: Desk) -> None:
    desk.arrive(message(1, 7, "a"), message(1, 7, "a"))
    desk.handle_all()
    desk.arrive(message(1, 7, "a"))
    desk.handle_all()
    assert given(desk, "practice:7").revision == 1


def test_an_update_that_came_late_is_not_taken_for_an_old_one(desk: Desk) -> None:
    desk.arrive(message(2, 7, "second"))
    desk.handle_all()
    desk.arrive(message(1, 7, "first"))
    desk.handle_all()
    assert given(desk, "practice:7").revision == 2


def test_a_person_s_updates_are_handled_in_order(desk: Desk) -> None:
    desk.arrive(message(12, 7, "later"), message(11, 7, "sooner"))
    desk.handle_all()
    assert given(desk, "practice:7").answer == Written("later")


def test_nothing_is_left_of_a_handled_update_but_its_number(desk: Desk) -> None:
    desk.arrive(message(1, 7, "a secret"), {"update_id": 2, "my_chat_member": {"chat": {"id": -5, "type": "supergroup"}}})
    desk.handle_all()
    rows = desk.rows(select(inbox_table))
    assert {(row.update_id, row.lane, row.body, row.handled_at is not None) for row in rows} == {
        (1, "", "", True),
        (2, "", "", True),
    }


def test_old_numbers_go_in_the_end(desk: Desk) -> None:
    desk.arrive(message(1, 7, "a"))
    desk.handle_all()
    for days, left in ((7, 1), (15, 0)):
        desk.do(inbox.tidy, desk.clock() + days * 86400.0)
        assert len(desk.rows(select(inbox_table))) == left


def test_a_message_nobody_foresaw_is_parked_and_its_person_told(desk: Desk) -> None:
    def stumbling(state: State, event: Event, now: datetime) -> Turn:
        if event == Wrote("poison"):
            raise ZeroDivisionError
        return answering(state, event, now)

    desk.arrive(message(1, 7, "poison"), message(2, 7, "after"), message(3, 8, "other"))
    turns = desk.turns(stumbling)
    turns.next()
    turns.next()
    assert given(desk, "practice:8").answer == Written("other")  # another's turn does not wait
    desk.handle_all(stumbling)
    assert given(desk, "practice:7").answer == Written("after")
    rows = desk.rows(select(inbox_table).where(inbox_table.c.parked))
    assert [(row.update_id, row.attempts) for row in rows] == [(1, inbox.PARKED_AFTER)]
    told = desk.rows(select(outbox_table.c.body).where(outbox_table.c.chat == "7"))
    assert "es: sorry" in told


def test_a_failed_turn_leaves_nothing_behind(desk: Desk) -> None:
    def half(state: State, event: Event, now: datetime) -> Turn:
        turn = answering(state, event, now)
        assert turn.state is not None
        assert turn.state.practice is not None
        nameless = turn.state.practice.answered("Q", Written("x"), Author("7", None, ""), now)  # type: ignore[arg-type]
        return replace(turn, state=replace(turn.state, practice=nameless))

    desk.arrive(message(1, 7, "a"))
    desk.turns(half).next()
    assert desk.do(dossiers.load, "practice:7") == {}
    assert desk.do(outbox.due_chats, desk.clock()) == []
