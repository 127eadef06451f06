"""Keeping services with their history, and finding them again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, insert, update
from sqlmodel import Session, col, func, or_, select

from api.contract import CategoryId, PapersId, ServiceChangeKind, ServiceWritten
from api.database import serialise
from api.directory.indexing import index
from api.directory.tables import ServiceCategoryRow, ServiceChangeRow, ServiceRow
from api.directory.wording import having
from api.errors import Refusal


class ServiceUnknown(Refusal):
    """No service has that id."""

    name, status, title = "unknown-service", 404, "Ningún servicio tiene ese identificador."


@dataclass(frozen=True, slots=True)
class Sought:
    """What a list is narrowed to, all of it together. `commune`: the services of that CUT and those of all Chile."""

    category: CategoryId | None = None
    papers: PapersId | None = None
    commune: str | None = None
    organization: str | None = None
    words: str = ""
    modified_after: datetime | None = None
    modified_since: datetime | None = None
    is_open: bool = False
    is_national: bool = False

    def conditions(self) -> list[ColumnElement[bool]]:
        """The same, for the database."""
        narrowed = list[ColumnElement[bool]]()
        if self.words.strip():
            narrowed.append(col(ServiceRow.number).in_(having(self.words)))
        if self.category is not None:
            about = select(ServiceCategoryRow.service).where(ServiceCategoryRow.category == self.category)
            narrowed.append(col(ServiceRow.id).in_(about))
        if self.papers is not None:
            narrowed.append(col(ServiceRow.papers) == self.papers)
        if self.commune is not None:
            narrowed.append(or_(col(ServiceRow.commune) == self.commune, col(ServiceRow.commune).is_(None)))
        if self.organization is not None:
            narrowed.append(col(ServiceRow.organization) == self.organization)
        if self.modified_after is not None:
            narrowed.append(col(ServiceRow.modified_at) > self.modified_after)
        if self.modified_since is not None:
            narrowed.append(col(ServiceRow.modified_at) >= self.modified_since)
        if self.is_national:
            narrowed.append(col(ServiceRow.commune).is_(None))
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


def numbered(session: Session, sought: Sought, page: int, size: int) -> tuple[int, Sequence[ServiceRow]]:
    """How many services there are, and those of one page of them, always in the same order; the first page is 1."""
    before = (page - 1) * size
    if sought == Sought():
        on_page = col(ServiceRow.number).between(before + 1, before + size)
        return _last_number(session), session.exec(select(ServiceRow).where(on_page).order_by(col(ServiceRow.number))).all()
    # Words are kept by the number of the service, all else by its id: each is then found in order, and read no further.
    key = col(ServiceRow.number) if sought.words else col(ServiceRow.id)
    # The page is found among the keys alone; only its own documents are read.
    on_it = session.exec(select(key).where(*sought.conditions()).order_by(key).offset(before).limit(size)).all()
    return _total(session, sought), session.exec(select(ServiceRow).where(key.in_(on_it)).order_by(key)).all()


def _total(session: Session, sought: Sought) -> int:
    if sought.words.strip() and sought == Sought(words=sought.words):
        # Counted among the words alone: a word that stands everywhere is looked up in no service.
        found = having(sought.words).subquery()
        return session.exec(select(func.count(func.distinct(found.c.service)))).one()
    return session.exec(select(func.count()).select_from(ServiceRow).where(*sought.conditions())).one()


def organizations(session: Session, sought: Sought, page: int, size: int) -> tuple[int, Sequence[ServiceRow]]:
    """How many organisations give such services, and for those of one page, by id, a service of each."""
    total = session.exec(select(func.count(func.distinct(ServiceRow.organization))).where(*sought.conditions())).one()
    one_each = select(func.min(ServiceRow.id)).where(*sought.conditions()).group_by(col(ServiceRow.organization))
    on_it = session.exec(one_each.order_by(col(ServiceRow.organization)).offset((page - 1) * size).limit(size)).all()
    rows = select(ServiceRow).where(col(ServiceRow.id).in_(on_it)).order_by(col(ServiceRow.organization))
    return total, session.exec(rows).all()


def stream(session: Session, at_once: int = 500) -> Iterator[ServiceRow]:
    """Every service by id, so many in memory at a time."""
    cursor: str | None = None
    while True:
        rows, cursor = page(session, Sought(), cursor, at_once)
        yield from rows
        session.expunge_all()
        if cursor is None:
            return


def history(session: Session, id: str) -> Sequence[ServiceChangeRow]:
    """Every change of a service, the newest first; ServiceUnknown."""
    find(session, id)
    query = select(ServiceChangeRow).where(ServiceChangeRow.service == id)
    return session.exec(query.order_by(col(ServiceChangeRow.id).desc())).all()


def keep(session: Session, id: str, written: ServiceWritten, kind: ServiceChangeKind, by: str) -> ServiceRow:
    """Writes a service as it is from now on, with who changed it; the same document again changes nothing."""
    serialise(session, "service", id)
    session.flush()
    keep_all(session, {id: written}, kind, by)
    row = find(session, id)
    session.refresh(row)
    return row


def keep_all(session: Session, services: Mapping[str, ServiceWritten], kind: ServiceChangeKind, by: str) -> int:
    """Writes services by id as they are from now on, in one go; how many were new or other than before."""
    stood = select(ServiceRow.id, ServiceRow.document).where(col(ServiceRow.id).in_(services)).order_by(col(ServiceRow.id))
    before = dict(session.exec(stood.with_for_update()).all())
    now = datetime.now(UTC)
    written = [_columns(id, service, now) for id, service in services.items()]
    changed = [each for each in written if kind == "confirmed" or each["document"] != before.get(each["id"])]
    if not changed:
        return 0
    doubts = {"doubts": 0} if kind == "confirmed" else {}
    _write(
        session,
        [each for each in changed if each["id"] not in before],
        [{**each, **doubts} for each in changed if each["id"] in before],
    )
    index(session, {each["id"]: services[each["id"]] for each in changed}, before)
    session.execute(
        insert(ServiceChangeRow),
        [{"service": each["id"], "at": now, "kind": kind, "by": by, "document": each["document"]} for each in changed],
    )
    return len(changed)


def _write(session: Session, new: list[dict[str, Any]], other: list[dict[str, Any]]) -> None:
    if new:
        serialise(session, "service numbers")
        numbered = enumerate(new, _last_number(session) + 1)
        session.execute(insert(ServiceRow), [{**each, "number": number, "doubts": 0} for number, each in numbered])
    if other:
        session.execute(update(ServiceRow), other)


def _last_number(session: Session) -> int:
    return session.exec(select(func.max(ServiceRow.number))).one() or 0


def _columns(id: str, written: ServiceWritten, now: datetime) -> dict[str, Any]:
    return {
        "id": id,
        "organization": written.organization.id,
        "commune": written.commune,
        "papers": written.papers,
        "status": written.status,
        "document": written.model_dump_json(),
        "modified_at": now,
    }
