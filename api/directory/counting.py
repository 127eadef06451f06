"""How many asked, and how many found nothing: by month, commune, category and language. Nobody, and no word of anybody, is here.

Terms of our own vocabulary are, by month and commune, for what found no good answer.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from sqlmodel import Field, Session, col, delete, select

from api.contract import FEWEST, CountedBatch, LanguageCount, MonthSheet, TermCount, TopicCount
from api.database import Table, serialise

_REPEATED_WITHIN = timedelta(days=30)
"""Nobody sends a batch again after that."""


class ServiceCountRow(Table, table=True):
    """How many questions ended so; an empty `commune` or `category` is none."""

    __tablename__ = "service_count"

    month: str = Field(primary_key=True)
    commune: str = Field(primary_key=True)
    category: str = Field(primary_key=True)
    language: str = Field(primary_key=True)
    ending: str = Field(primary_key=True)
    number: int


class ServiceTermCountRow(Table, table=True):
    """In how many questions without a good answer a term of our vocabulary was meant; an empty `commune` is none."""

    __tablename__ = "service_term_count"

    month: str = Field(primary_key=True)
    commune: str = Field(primary_key=True)
    term: str = Field(primary_key=True)
    number: int


class ServiceCountBatchRow(Table, table=True):
    """A delivery that was added."""

    __tablename__ = "service_count_batch"

    key: str = Field(primary_key=True)
    at: datetime


def add(session: Session, key: str, counted: CountedBatch, is_ours: Callable[[str], bool]) -> None:
    """Adds them, once for each key; of terms, only those that are ours."""
    serialise(session, "service counts")
    if session.get(ServiceCountBatchRow, key) is not None:
        return
    now = datetime.now(UTC)
    session.exec(delete(ServiceCountBatchRow).where(col(ServiceCountBatchRow.at) < now - _REPEATED_WITHIN))
    session.add(ServiceCountBatchRow(key=key, at=now))
    for each in counted.results:
        named = (each.month, each.commune or "", each.category or "", each.language, each.ending)
        row = session.get(ServiceCountRow, named)
        if row is None:
            row = ServiceCountRow(
                month=each.month,
                commune=each.commune or "",
                category=each.category or "",
                language=each.language,
                ending=each.ending,
                number=0,
            )
        row.number += each.number
        session.add(row)
    for said in counted.terms:
        if is_ours(said.term):
            _add_term(session, said.month, said.commune or "", said.term, said.number)


def _add_term(session: Session, month: str, commune: str, term: str, number: int) -> None:
    row = session.get(ServiceTermCountRow, (month, commune, term))
    row = row or ServiceTermCountRow(month=month, commune=commune, term=term, number=0)
    row.number += number
    session.add(row)


def sheets(session: Session, month: str, commune: str | None) -> list[MonthSheet]:
    """One for each commune where anything can be shown."""
    query = select(ServiceCountRow).where(ServiceCountRow.month == month)
    if commune is not None:
        query = query.where(ServiceCountRow.commune == commune)
    by_commune: dict[str, list[ServiceCountRow]] = {}
    for row in session.exec(query.order_by(col(ServiceCountRow.commune))):
        by_commune.setdefault(row.commune, []).append(row)
    meant = _terms(session, month)
    made = (_sheet(month, cut, rows, meant.get(cut, Counter())) for cut, rows in by_commune.items())
    return [each for each in made if each.asked is not None]


def terms(session: Session, month: str) -> list[TermCount]:
    """What was meant most without a good answer, in all communes together."""
    return _told(sum(_terms(session, month).values(), Counter()))


def _terms(session: Session, month: str) -> dict[str, Counter[str]]:
    """By commune."""
    found = dict[str, Counter[str]]()
    query = select(ServiceTermCountRow).where(ServiceTermCountRow.month == month)
    for row in session.exec(query.order_by(col(ServiceTermCountRow.term))):
        found.setdefault(row.commune, Counter())[row.term] = row.number
    return found


def _sheet(month: str, cut: str, rows: Sequence[ServiceCountRow], meant: Counter[str]) -> MonthSheet:
    languages, topics = Counter[str](), Counter[str]()
    for row in rows:
        languages[row.language] += row.number
        if row.ending != "found":
            topics[row.category] += row.number
    return MonthSheet.model_validate(
        {
            "month": month,
            "commune": cut or None,
            "asked": _shown(languages.total()),
            "unanswered": _shown(topics.total()),
            "languages": [LanguageCount(language=each, number=number) for each, number in _enough(languages)],
            "topics": [TopicCount.model_validate({"category": each or None, "number": n}) for each, n in _enough(topics)],
            "terms": _told(meant),
        }
    )


def _told(meant: Counter[str]) -> list[TermCount]:
    return [TermCount(term=each, number=number) for each, number in _enough(meant)]


def _shown(number: int) -> int | None:
    return number if number >= FEWEST else None


def _enough(counts: Counter[str]) -> list[tuple[str, int]]:
    return [(each, number) for each, number in counts.most_common() if number >= FEWEST]
