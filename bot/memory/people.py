"""People in the database: one row a chat, deleted when the person is forgotten."""

from sqlalchemy import Connection, bindparam, delete, select

from bot.dialogue.person import Person
from bot.memory.hot import Hot, upsert
from bot.memory.tables import person
from bot.memory.writing import read_person, write_person

_READ = Hot(select(person.c.state).where(person.c.id == bindparam("who")))
_KEEP = Hot(upsert(person))


def load(connection: Connection, id: str) -> Person | None:
    """The person of that id; None when they never came or were forgotten."""
    written = _READ.run(connection, {"who": id}).scalar()
    return read_person(written) if written else None


def save(connection: Connection, before: Person | None, after: Person, now: float) -> None:
    """Writes the person; `before` None when they are new here."""
    if before != after:
        _KEEP.run(connection, {"id": after.id, "state": write_person(after), "seen_at": now})


def remove(connection: Connection, id: str) -> None:
    """Deletes the person's row."""
    connection.execute(delete(person).where(person.c.id == id))
