"""Keeping cases and entries, and finding them again."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import groupby

from sqlalchemy import ColumnElement, ScalarSelect
from sqlalchemy import select as select_parts
from sqlalchemy.orm import aliased
from sqlmodel import Session, and_, col, func, or_, select

from api.contract import CaseState
from api.errors import Refusal
from api.escalations.tables import EntryRow, EscalationRow
from api.escalations.thread import Move, Thread, follow
from api.letters import draw

DECIDING = ("claimed", "passed_on", "closed", "reopened")
"""The last of these in a thread says whether it waits, is taken or closed."""

Threads = Mapping[int, Thread]
TOLD_OF_A_THREAD = (*DECIDING, "asked", "answered", "rated")


class CaseUnknown(Refusal):
    """No case has that id or reference."""

    name, status, title = "unknown-case", 404, "Ningún caso tiene esa referencia."


def find(session: Session, name: str) -> EscalationRow:
    """The case of that id or reference; small letters will do. CaseUnknown."""
    meant = EscalationRow.id == int(name) if name.isdecimal() else EscalationRow.reference == name.upper()
    row = session.exec(select(EscalationRow).where(meant)).first()
    if row is None:
        raise CaseUnknown(case=name)
    return row


def of_key(session: Session, key: str) -> EscalationRow | None:
    """The case that was opened with that key."""
    return session.exec(select(EscalationRow).where(EscalationRow.idempotency_key == key)).first()


def entry_of_key(session: Session, key: str) -> EntryRow | None:
    """The entry that was added with that key."""
    return session.exec(select(EntryRow).where(EntryRow.idempotency_key == key)).first()


def entries(session: Session, case: int) -> Sequence[EntryRow]:
    """The thread of a case, oldest first."""
    return session.exec(select(EntryRow).where(EntryRow.escalation == case).order_by(col(EntryRow.id))).all()


def earlier(session: Session, case: EscalationRow, most: int = 10) -> Sequence[EscalationRow]:
    """Cases of the same person in the same hat, opened before; newest first."""
    if case.person is None:
        return ()
    same = select(EscalationRow).where(EscalationRow.person == case.person, EscalationRow.hat == case.hat)
    return session.exec(same.where(col(EscalationRow.id) < case.id).order_by(col(EscalationRow.id).desc()).limit(most)).all()


def unused_reference(session: Session, year: int) -> str:
    """One like `D-2026-7K4C` that no case has."""
    while True:
        drawn = f"D-{year:04}-{draw(4)}"
        if session.exec(select(EscalationRow.id).where(EscalationRow.reference == drawn)).first() is None:
            return drawn


def threads(session: Session, cases: Iterable[EscalationRow]) -> Threads:
    """Where each of these stands, by id."""
    opened = {identity(case): case.opened_at for case in cases}
    moves = _moves(session, col(EntryRow.escalation).in_(opened))
    return {id: follow(at, moves.get(id, ())) for id, at in opened.items()}


def thread(session: Session, case: EscalationRow) -> Thread:
    """Where it stands."""
    return threads(session, [case])[identity(case)]


def standing(state: CaseState | None) -> ColumnElement[bool]:
    """Whether a case stands so, for the database; None for any that is not closed. It says what `Thread.state` says."""
    last = aliased(EntryRow)
    holder = or_(
        and_(last.kind == "claimed", col(last.staff).is_not(None)),
        and_(last.kind == "passed_on", col(last.passed_to).is_not(None)),
    )
    decided = select(last.id).where(last.id == _last_decision())
    match state:
        case "closed":
            return decided.where(last.kind == "closed").exists()
        case "taken":
            return decided.where(holder).exists()
        case "waiting":
            return ~decided.where(or_(last.kind == "closed", holder)).exists()
        case None:
            return ~decided.where(last.kind == "closed").exists()


def oldest_unanswered(session: Session) -> datetime | None:
    """Since when the person waits who waits longest: the first of all `Thread.waiting_since`."""
    later = aliased(EntryRow)
    settled = select(later.id).where(
        later.escalation == EntryRow.escalation, col(later.id) > EntryRow.id, col(later.kind).in_(("answered", "closed"))
    )
    owed = select(func.min(EntryRow.at)).where(col(EntryRow.kind).in_(("asked", "reopened")), ~settled.exists())
    return session.exec(owed).one()


def identity(row: EscalationRow | EntryRow) -> int:
    """The id of a row that was flushed."""
    if row.id is None:
        raise TypeError("a row has its id once it is flushed")
    return row.id


def _last_decision() -> ScalarSelect[int]:
    decisive = select(col(EntryRow.id)).where(EntryRow.escalation == EscalationRow.id, col(EntryRow.kind).in_(DECIDING))
    return decisive.order_by(col(EntryRow.id).desc()).limit(1).correlate(EscalationRow).scalar_subquery()


def _moves(session: Session, which: ColumnElement[bool]) -> Mapping[int, tuple[Move, ...]]:
    parts = map(col, (EntryRow.escalation, EntryRow.kind, EntryRow.at, EntryRow.staff, EntryRow.passed_to, EntryRow.helped))
    query = select_parts(*parts).where(which, col(EntryRow.kind).in_(TOLD_OF_A_THREAD))
    rows = session.execute(query.order_by(col(EntryRow.escalation), col(EntryRow.id))).all()
    return {case: tuple(Move(*row[1:]) for row in theirs) for case, theirs in groupby(rows, key=lambda row: row[0])}
