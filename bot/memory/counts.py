"""How many asked about services, until the api has it. No row says who, and none is written in the order of asking."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, select, text, update

from bot.dialogue.errands import CountQuestion
from bot.memory.tables import question_count, term_count

_ADD = text(
    "INSERT INTO question_count (month, commune, category, language, ending, batch, number)"
    " VALUES (:month, :commune, :category, :language, :ending, '', 1)"
    " ON CONFLICT (month, commune, category, language, ending, batch) DO UPDATE SET number = question_count.number + 1"
)
_ADD_TERM = text(
    "INSERT INTO term_count (month, commune, term, batch, number) VALUES (:month, :commune, :term, '', 1)"
    " ON CONFLICT (month, commune, term, batch) DO UPDATE SET number = term_count.number + 1"
)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many questions ended so."""

    of: CountQuestion
    number: int


@dataclass(frozen=True, slots=True)
class TermTally:
    """In how many questions without a good answer a term was meant."""

    month: str
    commune: str
    term: str
    number: int


@dataclass(frozen=True, slots=True)
class Batch:
    """What is sent under one name; maybe nothing."""

    name: str
    tallies: tuple[Tally, ...] = ()
    terms: tuple[TermTally, ...] = ()


def add(connection: Connection, one: CountQuestion) -> None:
    """Counts one more."""
    said = {"month": one.month, "commune": one.commune}
    connection.execute(_ADD, {**said, "category": one.category, "language": one.language, "ending": one.ending})
    for term in sorted(one.terms):
        connection.execute(_ADD_TERM, {**said, "term": term})


def seal(connection: Connection, batch: str) -> Batch:
    """What is to be sent under one name: the batch that was not sent yet, else a new one of that name."""
    column = question_count.c
    unsent = connection.execute(select(column.batch).where(column.batch != "").limit(1)).scalar()
    if unsent is None:
        for table in (question_count, term_count):
            connection.execute(update(table).where(table.c.batch == "").values(batch=batch))
    name = unsent or batch
    rows = connection.execute(select(question_count).where(column.batch == name)).all()
    terms = connection.execute(select(term_count).where(term_count.c.batch == name)).all()
    return Batch(
        name,
        tuple(Tally(CountQuestion(r.month, r.commune, r.category, r.language, r.ending), r.number) for r in rows),
        tuple(TermTally(r.month, r.commune, r.term, r.number) for r in terms),
    )


def sent(connection: Connection, batch: str) -> None:
    """Drops a batch that the api has."""
    for table in (question_count, term_count):
        connection.execute(delete(table).where(table.c.batch == batch))
