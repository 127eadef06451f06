"""Which cases are shown, and in which order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from api.contract import CaseKind, CaseState, EscalationKept, EscalationPage
from api.escalations import records
from api.escalations.tables import EscalationRow
from api.escalations.telling import Teller, is_urgent
from api.escalations.thread import Thread
from api.library import Library
from content.queueing import Place, Waiting


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is narrowed to; `is_open` for all that are not closed."""

    state: CaseState | None = None
    is_open: bool = False
    kind: CaseKind | None = None
    commune: str | None = None
    language: str | None = None

    def conditions(self) -> list[ColumnElement[bool]]:
        """The same, for the database."""
        equal = ((EscalationRow.kind, self.kind), (EscalationRow.commune, self.commune), (EscalationRow.language, self.language))
        narrowed = [col(column) == value for column, value in equal if value is not None]
        if self.is_open:
            narrowed.append(records.standing(None))
        return narrowed if self.state is None else [*narrowed, records.standing(self.state)]


def newest(session: Session, library: Library, wanted: Wanted, before: int | None, limit: int) -> EscalationPage:
    """The newest first. `before` is the cursor: the last id of the page before."""
    query = select(EscalationRow).where(*wanted.conditions())
    if before is not None:
        query = query.where(col(EscalationRow.id) < before)
    cases = session.exec(query.order_by(col(EscalationRow.id).desc()).limit(limit + 1)).all()
    shown = cases[:limit]
    return _page(session, library, shown, str(shown[-1].id) if len(cases) > limit else None)


def queue(session: Session, library: Library, wanted: Wanted, skip: int | None, limit: int) -> EscalationPage:
    """Who is to be answered first, first; those who wait for no word last. `skip` is the cursor: how many were shown before."""
    cases = session.exec(select(EscalationRow).where(*wanted.conditions())).all()
    ordered = _ordered(library, cases, records.threads(session, cases))
    start = skip or 0
    shown = ordered[start : start + limit]
    more = len(ordered) > start + limit
    return _page(session, library, shown, str(start + limit) if more else None)


def whole(session: Session, library: Library, name: str) -> EscalationKept:
    """The case of that id or reference with its thread; CaseUnknown."""
    case = records.find(session, name)
    before = records.earlier(session, case)
    threads = records.threads(session, [case, *before])
    earlier = [(each, threads[records.identity(each)]) for each in before]
    id = records.identity(case)
    return Teller(library, datetime.now(UTC)).kept(case, threads[id], earlier, records.entries(session, id))


def _page(session: Session, library: Library, cases: Sequence[EscalationRow], next: str | None) -> EscalationPage:
    teller, threads = Teller(library, datetime.now(UTC)), records.threads(session, cases)
    return EscalationPage(results=[teller.listed(case, threads[records.identity(case)]) for case in cases], next=next)


def _ordered(library: Library, cases: Sequence[EscalationRow], threads: records.Threads) -> list[EscalationRow]:
    teller = Teller(library, datetime.now(UTC))

    def place(case: EscalationRow) -> tuple[bool, Place, int]:
        id = records.identity(case)
        return threads[id].waiting_since is None, library.queue.place(_waiting(teller, case, threads[id])), id

    return sorted(cases, key=place)


def _waiting(teller: Teller, case: EscalationRow, thread: Thread) -> Waiting:
    commune = None if case.commune is None else teller.library.commune(case.commune)
    return Waiting(
        urgent=is_urgent(case),
        waited=teller.waited(thread),
        dependency=None if commune is None else commune.fcm_dependency,
        population=None if commune is None else commune.population or None,
    )
