"""What readers say is wrong: counted on the card, and kept in their words for whoever can put it right. Never who said it."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import Column, ForeignKey, String, Text
from sqlmodel import Field, Session, col, delete, select, update

from api.contract import Doubt
from api.database import Table, serialise
from api.directory import records
from api.directory.tables import ServiceRow


class ServiceDoubtRow(Table, table=True):
    """One doubt; `key` is that of its delivery."""

    __tablename__ = "service_doubt"

    id: int | None = Field(default=None, primary_key=True)
    service: str = Field(sa_column=Column(String, ForeignKey("service.id", ondelete="CASCADE"), nullable=False, index=True))
    at: datetime
    language: str
    words: str = Field(sa_column=Column(Text, nullable=False))
    key: str = Field(unique=True)


def doubt(session: Session, service: str, key: str, said: Doubt) -> None:
    """Keeps it and counts it, once for each key; ServiceUnknown."""
    serialise(session, "service", service)
    row = records.find(session, service)
    if session.exec(select(ServiceDoubtRow.id).where(ServiceDoubtRow.key == key)).first() is not None:
        return
    now = datetime.now(UTC)
    session.add(ServiceDoubtRow(service=service, at=now, language=said.language, words=said.words.strip(), key=key))
    row.doubts, row.modified_at = row.doubts + 1, now
    session.add(row)


def settle(session: Session, service: str) -> None:
    """Whoever answers for it has looked at it: what was doubted before has served its time."""
    session.exec(delete(ServiceDoubtRow).where(col(ServiceDoubtRow.service) == service))
    session.exec(update(ServiceRow).where(col(ServiceRow.id) == service).values(doubts=0, modified_at=datetime.now(UTC)))


def prune(session: Session, now: datetime, span: timedelta) -> int:
    """Erases the words of doubts older than that; how many. They still count on the card until somebody confirms it."""
    return session.exec(delete(ServiceDoubtRow).where(col(ServiceDoubtRow.at) < now - span)).rowcount


def unsettled(session: Session) -> Sequence[ServiceDoubtRow]:
    """The doubts since each service was last confirmed, the newest first."""
    doubted = dict(session.exec(select(ServiceRow.id, ServiceRow.doubts).where(col(ServiceRow.doubts) > 0)).all())
    found, left = list[ServiceDoubtRow](), defaultdict[str, int](int, doubted)
    said = select(ServiceDoubtRow).where(col(ServiceDoubtRow.service).in_(doubted))
    for row in session.exec(said.order_by(col(ServiceDoubtRow.id).desc())):
        if left[row.service] > 0:
            left[row.service] -= 1
            found.append(row)
    return found
