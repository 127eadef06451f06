"""How many asked, and how many found nothing: by month, commune, category and language. Neither words nor people are here."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from sqlmodel import Field, Session, col, delete, select

from api.contract import FEWEST, Counted, LanguageCount, MonthSheet, TopicCount
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


class ServiceCountBatchRow(Table, table=True):
    """A delivery that was added."""

    __tablename__ = "service_count_batch"

    key: str = Field(primary_key=True)
    at: datetime


def add(session: Session, key: str, counted: Iterable[Counted]) -> None:
    """Adds them, once for each key."""
    serialise(session, "service counts")
    if session.get(ServiceCountBatchRow, key) is not None:
        return
    now = datetime.now(UTC)
    session.exec(delete(ServiceCountBatchRow).where(col(ServiceCountBatchRow.at) < now - _REPEATED_WITHIN))
    session.add(ServiceCountBatchRow(key=key, at=now))
    for each in counted:
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


def sheets(session: Session, month: str, commune: str | None) -> list[MonthSheet]:
    """One for each commune where anything can be shown."""
    query = select(ServiceCountRow).where(ServiceCountRow.month == month)
    if commune is not None:
        query = query.where(ServiceCountRow.commune == commune)
    by_commune: dict[str, list[ServiceCountRow]] = {}
    for row in session.exec(query.order_by(col(ServiceCountRow.commune))):
        by_commune.setdefault(row.commune, []).append(row)
    made = (_sheet(month, cut, rows) for cut, rows in by_commune.items())
    return [each for each in made if each.asked is not None]


def _sheet(month: str, cut: str, rows: Sequence[ServiceCountRow]) -> MonthSheet:
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
        }
    )


def _shown(number: int) -> int | None:
    return number if number >= FEWEST else None


def _enough(counts: Counter[str]) -> list[tuple[str, int]]:
    return [(each, number) for each, number in counts.most_common() if number >= FEWEST]
