"""Making invitations and accepting them."""

from datetime import UTC, datetime, timedelta
from typing import cast

from sqlmodel import Session, col, delete, select, update

from api import members
from api.contract import Accepted, Invitation, StaffRole
from api.database import serialise
from api.errors import Refusal
from api.invitations.codes import digest, new_code
from api.invitations.tables import InvitationRow


class InvitationUnknown(Refusal):
    """No invitation has that code."""

    name, status, title = "invitation-unknown", 404, "Ninguna invitación tiene ese código."


class InvitationUsedUp(Refusal):
    """It was accepted as many times as it may be."""

    name, status, title = "invitation-used-up", 409, "Esa invitación ya se usó todas las veces que permite."


class InvitationExpired(Refusal):
    """Its time has passed, or it was withdrawn."""

    name, status, title = "invitation-expired", 410, "Esa invitación ya venció."


def invite(session: Session, commune: str | None, role: StaffRole | None, *, uses: int, days: int, bot: str | None) -> Invitation:
    """A new invitation, whose code is shown once. `bot` is the name of the bot, for the link."""
    code, now = new_code(), datetime.now(UTC)
    expires_at = now + timedelta(days=days)
    row = InvitationRow(digest=digest(code), commune=commune, role=role, uses=uses, created_at=now, expires_at=expires_at)
    session.add(row)
    start = f"inv_{code}" if role is None else f"rol_{code}"
    link = None if bot is None else f"https://t.me/{bot.removeprefix('@')}?start={start}"
    return Invitation(code=code, start=start, link=link, commune=commune, role=role, uses=uses, expires_at=expires_at)


def accept(session: Session, code: str, person: str) -> Accepted:
    """What it gives; the same again for who has it already. InvitationUnknown, InvitationExpired, InvitationUsedUp."""
    serialise(session, "invitation", digest(code))
    invitation = session.exec(select(InvitationRow).where(InvitationRow.digest == digest(code))).first()
    if invitation is None:
        raise InvitationUnknown
    if invitation.commune is not None:
        serialise(session, "members", invitation.commune)
    if not members.is_member(session, person, commune=invitation.commune, role=invitation.role):
        _check_open(session, invitation)
        members.join(session, person, invitation.commune, invitation.role, invitation.id)
    focal_point = invitation.commune is not None and members.focal_point(session, invitation.commune) == person
    return Accepted(commune=invitation.commune, role=cast("StaffRole | None", invitation.role), focal_point=focal_point)


def withdraw(session: Session, code: str) -> bool:
    """Whether there was one with that code; from now on it has expired."""
    invitation = session.exec(select(InvitationRow).where(InvitationRow.digest == digest(code))).first()
    if invitation is None:
        return False
    invitation.expires_at = min(invitation.expires_at, datetime.now(UTC))
    session.add(invitation)
    return True


def close(session: Session, id: int) -> None:
    """That invitation lets nobody in any more."""
    now = datetime.now(UTC)
    still = (col(InvitationRow.id) == id, col(InvitationRow.expires_at) > now)
    session.exec(update(InvitationRow).where(*still).values(expires_at=now))


def prune(session: Session, now: datetime, span: timedelta) -> int:
    """Erases those that expired longer ago than that; how many. Who joined by them stays."""
    due = now - span
    erased = session.exec(delete(InvitationRow).where(col(InvitationRow.expires_at) < due)).rowcount
    members.prune(session)
    return erased


def _check_open(session: Session, invitation: InvitationRow) -> None:
    if invitation.expires_at <= datetime.now(UTC):
        raise InvitationExpired
    if members.used(session, invitation.id) >= invitation.uses:
        raise InvitationUsedUp
