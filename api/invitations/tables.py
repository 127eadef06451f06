"""Invitations."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from api.database import Table
from api.members import ONE_OF_BOTH, ROLE_KNOWN


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
