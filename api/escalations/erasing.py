"""Erasing what people wrote and who they are, when it is due or asked for. That there was a case stays, for the counts."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select, update

from api.database import serialise
from api.escalations import records
from api.escalations.tables import EntryRow, EscalationRow


def prune(session: Session, now: datetime, span: timedelta) -> int:
    """Erases what was closed longer ago than that; how many cases."""
    kept = col(EscalationRow.erased_at).is_(None)
    query = select(EscalationRow).where(kept, records.standing("closed")).order_by(col(EscalationRow.id))
    closed = session.exec(query).all()
    threads, due = records.threads(session, closed), now - span
    gone = [case for case in closed if (threads[records.identity(case)].round.closed_at or now) < due]
    for case in gone:
        serialise(session, "escalation", case.reference)
    still = [case for case in gone if records.thread(session, case).state == "closed"]  # nobody opened it just before
    for case in still:
        _erase(session, case, now)
    return len(still)


def forget(session: Session, person: str) -> None:
    """Nothing here points to the person any more: their cases are closed and erased, and what they did as staff has no name."""
    now = datetime.now(UTC)
    theirs = select(EscalationRow).where(EscalationRow.person == person).order_by(col(EscalationRow.id))
    for case in session.exec(theirs).all():
        serialise(session, "escalation", case.reference)
        if records.thread(session, case).state != "closed":
            session.add(EntryRow(escalation=records.identity(case), kind="closed", at=now, side="person"))
        _erase(session, case, now)
    session.flush()
    for column in (col(EntryRow.staff), col(EntryRow.passed_to)):
        session.exec(update(EntryRow).where(column == person).values({column: None}))


def _erase(session: Session, case: EscalationRow, now: datetime) -> None:
    case.person = case.stood_said = case.verification = case.digest = None
    case.erased_at = now
    session.add(case)
    session.flush()
    theirs: ColumnElement[bool] = col(EntryRow.escalation) == case.id
    session.exec(update(EntryRow).where(theirs).values(text=None, attachments="[]", digest=None))
