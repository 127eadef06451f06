"""People in the database: one row a chat, deleted when the person is forgotten."""

from sqlalchemy import Connection, bindparam, delete, select, update

from bot.dialogue.person import Person
from bot.memory.hot import Hot, upsert
from bot.memory.tables import person
from bot.memory.writing import read_person, write_person

_READ = Hot(select(person.c.state).where(person.c.id == bindparam("who")))
_KEEP = Hot(upsert(person))
_TOUCH = Hot(
    update(person).where(person.c.id == bindparam("who"), person.c.seen_at < bindparam("before")).values(seen_at=bindparam("now"))
)
_A_WHILE = 600.0


def load(connection: Connection, id: str) -> Person | None:
    """The person of that id; None when they never came or were forgotten."""
    found = _READ.run(connection, {"who": id})
    return read_person(found[0][0]) if found else None


def save(connection: Connection, before: Person | None, after: Person, now: float) -> None:
    """Writes the person; `before` None when they are new here."""
    if before != after:
        _KEEP.run(connection, {"id": after.id, "state": write_person(after), "seen_at": now})
    else:
        _TOUCH.run(connection, {"who": after.id, "now": now, "before": now - _A_WHILE})


def remove(connection: Connection, id: str) -> None:
    """Deletes the person's row."""
    connection.execute(delete(person).where(person.c.id == id))
