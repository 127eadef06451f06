"""How many asked about services, until the api has it. No row says who, and none is written in the order of asking."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, select, text, update

from bot.dialogue.errands import CountQuestion
from bot.memory.tables import question_count

_ADD = text(
    "INSERT INTO question_count (month, commune, category, language, ending, batch, number)"
    " VALUES (:month, :commune, :category, :language, :ending, '', 1)"
    " ON CONFLICT (month, commune, category, language, ending, batch) DO UPDATE SET number = question_count.number + 1"
)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many questions ended so."""

    of: CountQuestion
    number: int


def add(connection: Connection, one: CountQuestion) -> None:
    """Counts one more."""
    said = {"month": one.month, "commune": one.commune, "category": one.category}
    connection.execute(_ADD, {**said, "language": one.language, "ending": one.ending})


def seal(connection: Connection, batch: str) -> tuple[str, list[Tally]]:
    """What is to be sent under one name: the batch that was not sent yet, else a new one of that name; maybe empty."""
    column = question_count.c
    unsent = connection.execute(select(column.batch).where(column.batch != "").limit(1)).scalar()
    if unsent is None:
        connection.execute(update(question_count).where(column.batch == "").values(batch=batch))
    name = unsent or batch
    rows = connection.execute(select(question_count).where(column.batch == name)).all()
    return name, [Tally(CountQuestion(r.month, r.commune, r.category, r.language, r.ending), r.number) for r in rows]


def sent(connection: Connection, batch: str) -> None:
    """Drops a batch that the api has."""
    connection.execute(delete(question_count).where(question_count.c.batch == batch))
