"""Who belongs to which commune, and who is staff. The focal point is whoever has belonged longest."""

from datetime import UTC, datetime
from typing import cast, get_args

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, UniqueConstraint
from sqlmodel import Field, Session, col, delete, func, select, update

from api.contract import Belonging, Member, Members, StaffRole, Standing
from api.database import Table
from api.errors import Refusal

ROLE_KNOWN = f"role IN {get_args(StaffRole)}"
ONE_OF_BOTH = "(commune IS NULL) <> (role IS NULL)"


class ActingMissing(Refusal):
    """The bot has to name the person it acts for."""

    name, title = "acting-required", "Falta indicar en nombre de quién se hace."


class ActingForbidden(Refusal):
    """That person may not do this."""

    name, status, title = "acting-forbidden", 403, "Esa persona no puede hacer esto."


class MembershipRow(Table, table=True):
    """A person in a commune or in a staff role. Without a person it is only a use of the invitation that was spent."""

    __tablename__ = "membership"
    __table_args__ = (
        UniqueConstraint("person", "commune", name="once_in_a_commune"),
        UniqueConstraint("person", "role", name="once_in_a_role"),
        CheckConstraint(ROLE_KNOWN, name="membership_role_known"),
        CheckConstraint(ONE_OF_BOTH, name="membership_is_of_one"),
    )

    id: int | None = Field(default=None, primary_key=True)
    person: str | None = None
    commune: str | None = Field(default=None, index=True)
    role: str | None = None
    since: datetime
    invitation: int | None = Field(
        default=None, sa_column=Column(Integer, ForeignKey("invitation.id", ondelete="SET NULL"), index=True)
    )


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


def check_acting(session: Session, acting: str | None, commune: str | None) -> None:
    """Support staff may do anything, a focal point what is of its own commune; ActingMissing, ActingForbidden."""
    if acting is None:
        raise ActingMissing
    owns = commune is not None and focal_point(session, commune) == acting
    if not owns and not is_member(session, acting, role="support"):
        raise ActingForbidden


def of_commune(session: Session, commune: str) -> Members:
    """Who belongs to the commune."""
    people = select(MembershipRow.person).where(MembershipRow.commune == commune, col(MembershipRow.person).is_not(None))
    found = session.exec(people.order_by(col(MembershipRow.id))).all()
    return Members(results=[Member(person=person, focal_point=person == found[0]) for person in found if person is not None])


def is_member(session: Session, person: str, *, commune: str | None = None, role: str | None = None) -> bool:
    """Whether the person belongs to that commune, or has that role."""
    theirs = select(MembershipRow.id).where(MembershipRow.person == person)
    what = (MembershipRow.commune == commune) if role is None else (MembershipRow.role == role)
    return session.exec(theirs.where(what)).first() is not None


def used(session: Session, invitation: int | None) -> int:
    """How many times it was accepted, by people since forgotten, too."""
    return session.exec(select(func.count()).where(col(MembershipRow.invitation) == invitation)).one()


def join(session: Session, person: str, commune: str | None, role: str | None, invitation: int | None) -> None:
    """Puts the person in that commune or role, by that invitation."""
    row = MembershipRow(person=person, commune=commune, role=role, since=datetime.now(UTC), invitation=invitation)
    session.add(row)
    session.flush()


def remove(session: Session, person: str, commune: str) -> int | None:
    """Ends the membership, by which invitation it came; None without one. A spent use stays spent."""
    theirs = select(MembershipRow).where(MembershipRow.person == person, MembershipRow.commune == commune)
    row = session.exec(theirs).first()
    if row is None:
        return None
    row.person = None
    session.add(row)
    session.flush()
    return row.invitation


def forget(session: Session, person: str) -> None:
    """Nothing here points to the person any more; spent uses stay spent."""
    session.exec(update(MembershipRow).where(col(MembershipRow.person) == person).values(person=None))


def prune(session: Session) -> int:
    """Erases spent uses of invitations that are gone themselves; how many."""
    spent = delete(MembershipRow).where(col(MembershipRow.person).is_(None), col(MembershipRow.invitation).is_(None))
    return session.exec(spent).rowcount
