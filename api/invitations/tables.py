"""Invitations and memberships. A person is an opaque id: no name, no post, no chat."""

from datetime import datetime
from typing import get_args

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, UniqueConstraint
from sqlmodel import Field

from api.contract import StaffRole
from api.database import Table

ROLE_KNOWN = f"role IN {get_args(StaffRole)}"
ONE_OF_BOTH = "(commune IS NULL) <> (role IS NULL)"


class InvitationRow(Table, table=True):
    """For a commune or for a staff role. The code itself is nowhere, only its sha256."""

    __tablename__ = "invitation"
    __table_args__ = (
        CheckConstraint(ROLE_KNOWN, name="invitation_role_known"),
        CheckConstraint(ONE_OF_BOTH, name="invitation_is_for_one"),
    )

    id: int | None = Field(default=None, primary_key=True)
    digest: str = Field(unique=True)
    commune: str | None = None
    role: str | None = None
    uses: int
    created_at: datetime
    expires_at: datetime = Field(index=True)


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
