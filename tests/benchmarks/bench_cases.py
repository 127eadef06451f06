"""Relaying with many open cases: what one message takes from the inbox to the other side, network apart."""

import time
from pathlib import Path

from sqlalchemy import Connection, insert

from bot.dialogue.person import Person
from bot.memory import cases, errands, inbox, people, relays
from bot.memory.cases import RoomCase
from bot.memory.database import Memory, migrate
from bot.memory.room_errands import Relay, Side
from bot.memory.tables import case, relay
from bot.telegram.room.hearing import Hearing
from tests.benchmarks.figures import Figures

MANY = 2_000
SAID = 20
MEASURED = 300
GROUP = -100
STAFF = "9"
FLAT = 2.0


def test_a_message_takes_no_longer_with_many_open_cases(tmp_path: Path, figures: Figures) -> None:
    taken = [_relayed(tmp_path / f"{count}.sqlite3", count) for count in (1, MANY)]
    for count, seconds in zip((1, MANY), taken, strict=True):
        each = f"{MEASURED / seconds:.0f} messages/s"
        figures.add(f"relaying with {count} open cases", f"{seconds / MEASURED * 1000:.2f} ms", each)
    assert taken[1] < FLAT * taken[0]


def _relayed(file: Path, count: int) -> float:
    memory = Memory(f"sqlite:///{file}")
    migrate(memory.engine)
    with memory.engine.begin() as connection:
        _seed(connection, count)
    began = time.perf_counter()
    for number in range(MEASURED):
        with memory.engine.begin() as connection:
            _pass_on(connection, number % count, 1_000_000 + number)
    seconds = time.perf_counter() - began
    memory.close()
    return seconds


def _seed(connection: Connection, count: int) -> None:
    people.save(connection, None, Person(STAFF, "es", role="support"), 1.0)
    for number in range(count):
        state = RoomCase(str(number), f"D-2026-{number:04}", str(1000 + number), "neighbour", "question", "es", "", "waiting")
        cases.add(connection, state)
    connection.execute(case.update().values(chat=GROUP, thread=case.c.person.cast(case.c.chat.type)))
    rows = [
        {
            "source_chat": 1000 + number,
            "source_message": said,
            "case": str(number),
            "album": "",
            "reply_to": 0,
            "is_note": False,
            "entry": 1,
            "tries": 1,
            "target_chat": GROUP,
            "target_message": 1 + number * SAID + said,
            "at": 1.0,
        }
        for number in range(count)
        for said in range(SAID)
    ]
    connection.execute(insert(relay), rows)


def _pass_on(connection: Connection, which: int, message: int) -> None:
    """From staff's message in the inbox to the note that the person has it."""
    chat = {"id": GROUP, "type": "supergroup"}
    place = {"message_id": message, "message_thread_id": 1000 + which, "is_topic_message": True, "chat": chat}
    raw = {"update_id": message, "message": {**place, "from": {"id": int(STAFF), "is_bot": False}, "text": "Buenos días"}}
    inbox.receive(connection, [raw], 1.0)
    claimed = inbox.claim(connection, ())
    assert claimed is not None
    Hearing(GROUP).take(connection, claimed.body, 1.0)
    inbox.handled(connection, claimed, 1.0)
    key = f"{GROUP}:{message}"
    relays.kept(connection, key, str(which), 7)
    errands.add(connection, Relay(str(which), Side.TO_PERSON, key), str(1000 + which), "", 1.0, queue=f"person:{which}")
    for job in errands.claim(connection, 2.0, 4):
        errands.done(connection, job, None, 2.0)
    relays.trying(connection, relays.waiting(connection, key, ""), 1)
    relays.brought(connection, dict.fromkeys(relays.waiting(connection, key, ""), message), 1000 + which, 2.0)
    assert relays.counterpart(connection, GROUP, message) == message
