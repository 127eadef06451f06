"""Services as they are now, and every change that made them so. A service is one document; the columns are for finding it."""

from datetime import datetime
from typing import get_args

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, String, Text
from sqlmodel import Field

from api.contract import ServiceChangeKind, ServiceStatusId
from api.database import Table


class ServiceRow(Table, table=True):
    """A service. `document` is a `ServiceWritten` as JSON; `commune` null is all of Chile.

    `number`: 1, 2, 3 … without a gap, as they came. None is ever taken out: a service that ended is defunct.
    """

    __tablename__ = "service"
    __table_args__ = (
        CheckConstraint(f"status IN {get_args(ServiceStatusId)}", name="service_status_known"),
        # Each with the id: pages are counted and found in the index alone, however deep they lie.
        Index("service_by_organization", "organization", "id"),
        Index("service_by_commune", "commune", "id"),
        Index("service_by_papers", "papers", "id"),
        Index("service_by_number", "number", unique=True),
    )

    id: str = Field(primary_key=True)
    number: int
    organization: str
    commune: str | None = None
    papers: str
    status: str
    document: str = Field(sa_column=Column(Text, nullable=False))
    doubts: int = 0
    modified_at: datetime = Field(index=True)


class ServiceCategoryRow(Table, table=True):
    """That a service is about something."""

    __tablename__ = "service_category"
    __table_args__ = (Index("service_by_category", "category", "service"),)

    service: str = Field(sa_column=Column(String, ForeignKey("service.id", ondelete="CASCADE"), primary_key=True))
    category: str = Field(primary_key=True)


class ServiceWordRow(Table, table=True):
    """That a folded word stands in the texts of the service of that number. As none is taken out, nothing has to follow."""

    __tablename__ = "service_word"
    __table_args__ = ({"sqlite_with_rowid": False},)

    # By bytes on either database, so that words which begin alike stand together.
    word: str = Field(sa_column=Column(String().with_variant(String(collation="C"), "postgresql"), primary_key=True))
    service: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))


class ServiceSpotRow(Table, table=True):
    """That a service is given somewhere: the place at `position` in its document, counted from 0. `commune` is where that is."""

    __tablename__ = "service_spot"
    __table_args__ = (Index("service_spot_by_commune", "commune", "id"),)

    id: str = Field(primary_key=True)
    service: str = Field(sa_column=Column(String, ForeignKey("service.id", ondelete="CASCADE"), nullable=False, index=True))
    position: int
    commune: str


class ServiceChangeRow(Table, table=True):
    """One change and the document after it; never altered afterwards, but that a person who is forgotten is named no more."""

    __tablename__ = "service_change"
    __table_args__ = (CheckConstraint(f"kind IN {get_args(ServiceChangeKind)}", name="service_change_kind_known"),)

    id: int | None = Field(default=None, sa_column=Column(Integer, primary_key=True))
    service: str = Field(sa_column=Column(String, ForeignKey("service.id", ondelete="CASCADE"), nullable=False, index=True))
    at: datetime
    kind: str
    by: str
    document: str = Field(sa_column=Column(Text, nullable=False))
