"""Cases and their entries. Where a case stands is written nowhere: it follows from its entries."""

from datetime import datetime
from typing import get_args

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Text
from sqlmodel import Field

from api.contract import CaseKind, EntryKind, Hat, ProfileId, Side
from api.database import Table


class EscalationRow(Table, table=True):
    """One case. What points to a person, and what they wrote, is null once it is erased; the rest is for the counts."""

    __tablename__ = "escalation"
    __table_args__ = (
        CheckConstraint(f"kind IN {get_args(CaseKind)}", name="escalation_kind_known"),
        CheckConstraint(f"hat IN {get_args(Hat)}", name="escalation_hat_known"),
        CheckConstraint(f"profile IN {get_args(ProfileId)}", name="escalation_profile_known"),
        Index("ix_escalation_person_hat", "person", "hat"),
    )

    id: int | None = Field(default=None, primary_key=True)
    reference: str = Field(unique=True)
    idempotency_key: str = Field(unique=True)
    digest: str | None
    kind: str
    person: str | None
    hat: str
    language: str
    commune: str | None = Field(default=None, index=True)
    profile: str | None
    stood_place: str | None
    stood_question: str | None
    stood_said: str | None = Field(sa_column=Column(Text))
    verification: str | None = Field(sa_column=Column(Text))
    opened_at: datetime = Field(index=True)
    erased_at: datetime | None = None


class EntryRow(Table, table=True):
    """One entry. Those that follow from another one (a first answer also claims) have no key of their own."""

    __tablename__ = "escalation_entry"
    __table_args__ = (
        CheckConstraint(f"kind IN {get_args(EntryKind)}", name="entry_kind_known"),
        CheckConstraint(f"side IN {get_args(Side)}", name="entry_side_known"),
        CheckConstraint("side = 'staff' OR staff IS NULL", name="entry_is_of_one_side"),
        Index("ix_escalation_entry_thread", "escalation", "id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    escalation: int = Field(sa_column=Column(Integer, ForeignKey("escalation.id", ondelete="CASCADE"), nullable=False))
    idempotency_key: str | None = Field(default=None, unique=True)
    digest: str | None = None
    kind: str
    at: datetime
    side: str
    staff: str | None = Field(default=None, index=True)
    text: str | None = Field(default=None, sa_column=Column(Text))
    attachments: str = Field(default="[]", sa_column=Column(Text, nullable=False))
    edits: int | None = Field(default=None, sa_column=Column(Integer, ForeignKey("escalation_entry.id", ondelete="SET NULL")))
    passed_to: str | None = None
    helped: bool | None = None
