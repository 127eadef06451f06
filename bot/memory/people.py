"""People in the database: one row a chat, deleted when the person is forgotten."""

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from bot.dialogue.person import Person
from bot.memory.tables import person
from bot.memory.writing import read_person, write_person

_READ = select(person.c.state).where(person.c.id == bindparam("who"))
_ADD = insert(person)
_KEEP = update(person).where(person.c.id == bindparam("who")).values(state=bindparam("state"), seen_at=bindparam("now"))


def load(connection: Connection, id: str) -> Person | None:
    """The person of that id; None when they never came or were forgotten."""
    written = connection.execute(_READ, {"who": id}).scalar()
    return read_person(written) if written else None


def save(connection: Connection, before: Person | None, after: Person, now: float) -> None:
    """Writes the person; `before` None when they are new here."""
    if before is None:
        connection.execute(_ADD, {"id": after.id, "state": write_person(after), "seen_at": now})
    elif before != after:
        connection.execute(_KEEP, {"who": after.id, "state": write_person(after), "now": now})


def remove(connection: Connection, id: str) -> None:
    """Deletes the person's row."""
    connection.execute(delete(person).where(person.c.id == id))
