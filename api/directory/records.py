"""Keeping services with their history, and finding them again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, delete, or_, select

from api.contract import CategoryId, ServiceChangeKind, ServiceWritten
from api.database import serialise
from api.directory.tables import ServiceCategoryRow, ServiceChangeRow, ServiceRow
from api.errors import Refusal
from content.folding import folded


class ServiceUnknown(Refusal):
    """No service has that id."""

    name, status, title = "unknown-service", 404, "Ningún servicio tiene ese identificador."


@dataclass(frozen=True, slots=True)
class Sought:
    """What a list is narrowed to, all of it together. `commune`: the services of that CUT and those of all Chile."""

    category: CategoryId | None = None
    commune: str | None = None
    organization: str | None = None
    words: str = ""
    modified_after: datetime | None = None
    is_open: bool = False

    def conditions(self) -> list[ColumnElement[bool]]:
        """The same, for the database."""
        narrowed = [col(ServiceRow.words).contains(word, autoescape=True) for word in folded(self.words).split()[:12]]
        if self.category is not None:
            about = select(ServiceCategoryRow.service).where(ServiceCategoryRow.category == self.category)
            narrowed.append(col(ServiceRow.id).in_(about))
        if self.commune is not None:
            narrowed.append(or_(col(ServiceRow.commune) == self.commune, col(ServiceRow.commune).is_(None)))
        if self.organization is not None:
            narrowed.append(col(ServiceRow.organization) == self.organization)
        if self.modified_after is not None:
            narrowed.append(col(ServiceRow.modified_at) > self.modified_after)
        if self.is_open:
            narrowed.append(col(ServiceRow.status) == "active")
        return narrowed


def find(session: Session, id: str) -> ServiceRow:
    """The service of that id; ServiceUnknown."""
    row = session.get(ServiceRow, id)
    if row is None:
        raise ServiceUnknown(service=id)
    return row


def page(session: Session, sought: Sought, after: str | None, limit: int) -> tuple[Sequence[ServiceRow], str | None]:
    """At most `limit` services by id, those after the cursor, and the next cursor."""
    query = select(ServiceRow).where(*sought.conditions())
    if after is not None:
        query = query.where(col(ServiceRow.id) > after)
    rows = session.exec(query.order_by(col(ServiceRow.id)).limit(limit + 1)).all()
    return rows[:limit], rows[limit - 1].id if len(rows) > limit else None


def history(session: Session, id: str) -> Sequence[ServiceChangeRow]:
    """Every change of a service, the newest first; ServiceUnknown."""
    find(session, id)
    query = select(ServiceChangeRow).where(ServiceChangeRow.service == id)
    return session.exec(query.order_by(col(ServiceChangeRow.id).desc())).all()


def keep(session: Session, id: str, written: ServiceWritten, kind: ServiceChangeKind, by: str) -> ServiceRow:
    """Writes a service as it is from now on, with who changed it; the same document again changes nothing."""
    serialise(session, "service", id)
    document, row = written.model_dump_json(), session.get(ServiceRow, id)
    if row is not None and row.document == document and kind != "confirmed":
        return row
    now = datetime.now(UTC)
    row = row or ServiceRow(id=id, organization="", status="active", words="", document="", modified_at=now)
    row.organization, row.commune, row.status = written.organization.id, written.commune, written.status
    row.words, row.document, row.modified_at = _words(written), document, now
    row.doubts = 0 if kind == "confirmed" else row.doubts
    session.add(row)
    session.flush()
    _classify(session, id, written.categories)
    session.add(ServiceChangeRow(service=id, at=now, kind=kind, by=by, document=document))
    return row


def _classify(session: Session, id: str, categories: Iterable[str]) -> None:
    session.exec(delete(ServiceCategoryRow).where(col(ServiceCategoryRow.service) == id))
    session.add_all(ServiceCategoryRow(service=id, category=each) for each in dict.fromkeys(categories))


def _words(written: ServiceWritten) -> str:
    return folded(f"{written.name} {written.organization.name} {written.description} {written.who_may_use} {written.how}")
