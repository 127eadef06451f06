"""Cases and their topics, and which message became which: what the support room needs to remember."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, select, text, update

from bot.memory import secrets
from bot.memory.tables import case

_ADD = text(
    'INSERT INTO "case" (id, reference, person, hat, kind, language, commune, state, holder, chat, thread, card, title, opening)'
    " VALUES (:id, :reference, :person, :hat, :kind, :language, :commune, :state, '', 0, 0, 0, '', 0) ON CONFLICT DO NOTHING"
)
_HEARD, _MOVED, _LACK = "room-heard", "room-moved-from:", "room-lacks"


@dataclass(frozen=True, slots=True)
class RoomCase:
    """A case as the room knows it. `thread` and `card` are 0 while there are none; `holder` is the name of who took it."""

    id: str
    reference: str
    person: str
    hat: str
    kind: str
    language: str
    commune: str
    state: str
    holder: str = ""
    chat: int = 0
    thread: int = 0
    card: int = 0
    title: str = ""
    opening: int = 0


_COLUMNS = tuple(case.c[name] for name in RoomCase.__dataclass_fields__)


def add(connection: Connection, new: RoomCase) -> None:
    """Keeps a case; one that is known stays as it is."""
    names = ("id", "reference", "person", "hat", "kind", "language", "commune", "state")
    connection.execute(_ADD, {name: getattr(new, name) for name in names})


def find(connection: Connection, id: str) -> RoomCase | None:
    """The case of that id."""
    return _case(connection.execute(select(*_COLUMNS).where(case.c.id == id)).first())


def open_of(connection: Connection, person: str, hat: str, kind: str) -> RoomCase | None:
    """The open case of a person in that hat and of that kind."""
    same = (case.c.person == person) & (case.c.hat == hat) & (case.c.kind == kind) & (case.c.state != "closed")
    return _case(connection.execute(select(*_COLUMNS).where(same).limit(1)).first())


def of_topic(connection: Connection, chat: int, thread: int) -> RoomCase | None:
    """The case whose topic this is."""
    here = select(*_COLUMNS).where(case.c.chat == chat, case.c.thread == thread)
    return _case(connection.execute(here).first()) if thread else None


def change(connection: Connection, /, id: str, **to: Any) -> None:
    """Sets columns of a case."""
    connection.execute(update(case).where(case.c.id == id).values(**to))


def stands(connection: Connection, id: str, state: str, now: float, holder: str | None = None) -> None:
    """Notes how the case stands by what the api said; `holder` None leaves the name as it is."""
    values: dict[str, Any] = {"state": state, "closed_at": now if state == "closed" else None}
    if holder is not None:
        values["holder"] = holder
    connection.execute(update(case).where(case.c.id == id).values(**values))


def is_heard(connection: Connection) -> bool:
    """Whether there is a room that could last be written to, so that somebody can be told of a case."""
    return secrets.recall(connection, _HEARD) == "yes"


def note_heard(connection: Connection, heard: bool) -> None:
    """Notes whether the room can be written to."""
    secrets.remember(connection, _HEARD, "yes" if heard else "no")


def note_lack(connection: Connection, lack: str, act: str = "") -> bool:
    """Notes what the room lacks (empty: nothing), for that act alone where one is named; whether that is news."""
    if lack == (secrets.recall(connection, f"{_LACK}{act}") or ""):
        return False
    secrets.remember(connection, f"{_LACK}{act}", lack)
    return True


def room(connection: Connection, configured: int) -> int:
    """The group's number now: it may have moved since it was configured."""
    moved = secrets.recall(connection, f"{_MOVED}{configured}")
    return int(moved) if moved else configured


def note_moved(connection: Connection, configured: int, to: int) -> None:
    """The group has another number now."""
    secrets.remember(connection, f"{_MOVED}{configured}", str(to))


def of_person(connection: Connection, person: str) -> Sequence[RoomCase]:
    """A person's cases."""
    return [RoomCase(*tuple(row)) for row in connection.execute(select(*_COLUMNS).where(case.c.person == person)).all()]


def forget(connection: Connection, person: str) -> None:
    """Drops what ties cases to a person."""
    connection.execute(delete(case).where(case.c.person == person))


def _case(row: Row[Any] | None) -> RoomCase | None:
    return RoomCase(*tuple(row)) if row else None
