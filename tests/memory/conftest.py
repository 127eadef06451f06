"""A memory on each kind of database, and a small dialogue to take turns with."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import pytest
from sqlalchemy import Connection, Select

from bot.dialogue.dossier import Author, Dossier
from bot.dialogue.errands import Tell
from bot.dialogue.events import Event, Wrote
from bot.dialogue.person import State
from bot.dialogue.screen import Screen, para
from bot.dialogue.turn import Turn
from bot.memory.database import Memory
from bot.memory.inbox import receive
from bot.memory.outbox import Kind, Message
from bot.memory.turns import Arrival, TakeTurn, Turns
from content.answers import Written
from content.sentences import Verbatim
from tests import tables

_T = TypeVar("_T")
_P = ParamSpec("_P")


@pytest.fixture(params=["sqlite", "postgresql"])
def migrated_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database with the bot's tables and nothing in them, the test run once on each kind."""
    yield from tables.on_either(request, tables.of_the_bot, tmp_path)


@pytest.fixture
def memory(migrated_url: str) -> Iterator[Memory]:
    """An empty memory, on SQLite and on PostgreSQL."""
    memory = Memory(migrated_url)
    yield memory
    memory.close()


def message(update_id: int, person: int, text: str) -> dict[str, Any]:
    """A raw update: a person writes in their private chat."""
    chat = {"id": person, "type": "private"}
    return {"update_id": update_id, "message": {"message_id": update_id, "chat": chat, "from": {"id": person}, "text": text}}


class PlainEdge:
    """Reads and words without any messenger."""

    def read(self, body: str) -> Arrival | None:
        raw = json.loads(body)
        return Arrival(Wrote(raw["message"]["text"]), message=raw["message"]["message_id"]) if "message" in raw else None

    def show(self, screen: Screen, language: str) -> tuple[Message, ...]:
        return (Message(Kind.SCREEN, f"{language}: {screen.blocks[0].lines[0]}"),)

    def tell(self, tell: Tell, language: str) -> Message:
        return Message(Kind.NOTICE, f"{language}: {tell.text}")

    def sorry(self, language: str) -> Message:
        return Message(Kind.NOTICE, f"{language}: sorry")


def answering(state: State, event: Event, now: datetime) -> Turn:
    """A dialogue that keeps whatever is written as the answer to the question Q of the dossier in use."""
    assert isinstance(event, Wrote)
    dossier = state.dossier or Dossier(f"practice:{state.person.id}", "1")
    answered = dossier.answered("Q", Written(event.text), Author(state.person.id, "", ""), now)
    kept = replace(state, practice=answered) if answered.is_practice else replace(state, municipal=answered)
    return Turn(kept, Screen((para(Verbatim(event.text)),), ()))


@dataclass(slots=True)
class Clock:
    """A clock that a test sets."""

    now: float = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


@dataclass(slots=True)
class Desk:
    """A memory with turns on it: what arrives is handled when the test says so."""

    memory: Memory
    clock: Clock = field(default_factory=Clock)

    def arrive(self, *updates: dict[str, Any]) -> None:
        """Keeps updates in the inbox."""
        with self.memory.engine.begin() as connection:
            receive(connection, updates, self.clock())

    def turns(self, take_turn: TakeTurn = answering) -> Turns:
        """A worker."""
        return Turns(self.memory.engine, take_turn, PlainEdge(), self.clock)

    def handle_all(self, take_turn: TakeTurn = answering) -> None:
        """Handles until nothing waits, giving failing ones the time they rest."""
        turns = self.turns(take_turn)
        for _ in range(50):
            if turns.next() is None:
                self.clock.now += 1
                if turns.next() is None:
                    return
        raise AssertionError("the inbox does not come to rest")

    def do(self, work: Callable[Concatenate[Connection, _P], _T], *given: _P.args, **named: _P.kwargs) -> _T:
        """What `work` returns, in a transaction."""
        with self.memory.engine.begin() as connection:
            return work(connection, *given, **named)

    def rows(self, statement: Select[Any]) -> Sequence[Any]:
        """What the statement finds; bare values where it asks for one column."""
        with self.memory.engine.begin() as connection:
            found = connection.execute(statement)
            return found.scalars().all() if len(found.keys()) == 1 else found.all()


@pytest.fixture
def desk(memory: Memory) -> Desk:
    """A desk on an empty memory."""
    return Desk(memory)
