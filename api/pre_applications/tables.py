"""Pre-applications as they came, with what the api's own judging made of them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Text, UniqueConstraint
from sqlmodel import Field

from api.database import Table


class PreApplicationRow(Table, table=True):
    """One hand-over. `content` is the canonical JSON of the body, `summary` that of the judging; neither ever changes."""

    __tablename__ = "pre_application"
    __table_args__ = (
        UniqueConstraint("commune", "round", name="one_of_each_round"),
        CheckConstraint("profile IN ('inicial', 'con_experiencia', 'revalidacion')", name="known_profile"),
    )

    id: int | None = Field(default=None, primary_key=True)
    reference: str = Field(unique=True)
    idempotency_key: str = Field(unique=True)
    commune: str
    round: int
    profile: str
    edition: str
    received_at: datetime = Field(index=True)
    digest: str
    replaces: str | None = Field(default=None, unique=True)
    summary: str = Field(sa_column=Column(Text, nullable=False))
    content: str = Field(sa_column=Column(Text, nullable=False))


class HandedEvidenceRow(Table, table=True):
    """Which files a pre-application names, so that they are kept as long as it is."""

    __tablename__ = "handed_evidence"

    pre_application: int = Field(
        sa_column=Column(Integer, ForeignKey("pre_application.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    )
    sha256: str = Field(primary_key=True, index=True)
