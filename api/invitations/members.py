"""Who belongs to which commune, and who is staff. The focal point is whoever has belonged longest."""

from datetime import UTC, datetime
from typing import cast

from sqlmodel import Session, col, delete, func, select, update

from api.contract import Belonging, StaffRole, Standing
from api.invitations.tables import InvitationRow, MembershipRow


def standing(session: Session, person: str) -> Standing:
    """What the person may act as; nothing for a stranger."""
    rows = session.exec(select(MembershipRow).where(MembershipRow.person == person).order_by(col(MembershipRow.id))).all()
    communes = [
        Belonging(commune=row.commune, focal_point=focal_point(session, row.commune) == person)
        for row in rows
        if row.commune is not None
    ]
    return Standing(communes=communes, roles=[cast("StaffRole", row.role) for row in rows if row.role is not None])


def focal_point(session: Session, commune: str) -> str | None:
    """The person who answers for the commune; None while nobody belongs to it."""
    members = select(MembershipRow.person).where(MembershipRow.commune == commune, col(MembershipRow.person).is_not(None))
    return session.exec(members.order_by(col(MembershipRow.id)).limit(1)).first()


def is_member(session: Session, invitation: InvitationRow, person: str) -> bool:
    """Whether the person has already what the invitation gives."""
    theirs = select(MembershipRow.id).where(MembershipRow.person == person)
    what = (MembershipRow.commune == invitation.commune) if invitation.role is None else (MembershipRow.role == invitation.role)
    return session.exec(theirs.where(what)).first() is not None


def used(session: Session, invitation: InvitationRow) -> int:
    """How many times it was accepted, by people since forgotten, too."""
    return session.exec(select(func.count()).where(col(MembershipRow.invitation) == invitation.id)).one()


def join(session: Session, invitation: InvitationRow, person: str) -> None:
    """Gives the person what the invitation is for."""
    row = MembershipRow(
        person=person,
        commune=invitation.commune,
        role=invitation.role,
        since=datetime.now(UTC),
        invitation=invitation.id,
    )
    session.add(row)
    session.flush()


def forget(session: Session, person: str) -> None:
    """Nothing here points to the person any more; spent uses stay spent."""
    session.exec(update(MembershipRow).where(col(MembershipRow.person) == person).values(person=None))


def prune(session: Session) -> int:
    """Erases spent uses of invitations that are gone themselves; how many."""
    spent = delete(MembershipRow).where(col(MembershipRow.person).is_(None), col(MembershipRow.invitation).is_(None))
    return session.exec(spent).rowcount
