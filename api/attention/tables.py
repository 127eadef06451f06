"""What municipalities did with their dossiers; no person is in it."""

from datetime import datetime
from typing import get_args

from sqlalchemy import CheckConstraint, Column, Text, UniqueConstraint
from sqlmodel import Field

from api.contract import ActivityKind
from api.database import Table


class ActivityRow(Table, table=True):
    """One report. `unmet_essential` is a JSON list of the codes of criteria."""

    __tablename__ = "municipality_activity"
    __table_args__ = (
        UniqueConstraint("commune", "at", "kind", name="each_report_once"),
        CheckConstraint(f"kind IN {get_args(ActivityKind)}", name="activity_kind_known"),
    )

    id: int | None = Field(default=None, primary_key=True)
    commune: str
    at: datetime = Field(index=True)
    kind: str
    unmet_essential: str = Field(sa_column=Column(Text, nullable=False))
