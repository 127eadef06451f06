"""What officials say of their services: a confirmation holds at once, a change once somebody of the programme approves it."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import get_args
from uuid import uuid4

from sqlalchemy import CheckConstraint, Column, ForeignKey, String, Text
from sqlmodel import Field, Session, col, delete, select

from api import members
from api.contract import (
    CheckedOnWire,
    OrganizationOnWire,
    PhoneOnWire,
    ProposalKept,
    ProposalKind,
    ProposalRequest,
    ProposalState,
    ServiceChangeKind,
    ServiceEdit,
    ServiceWritten,
    SpotOnWire,
)
from api.database import Table, serialise
from api.directory import doubting, records
from api.directory.tables import ServiceChangeRow
from api.errors import Refusal
from content.calendar_words import CHILE
from content.directory import Commune
from content.local_services import identifier

_PLAIN = {"name", "description", "categories", "papers", "bring", "hours", "status"}
"""What of a change has the same name in the service."""
FORGOTTEN = "municipalidad"
_KINDS: dict[str, ServiceChangeKind] = {"confirmed": "confirmed", "edited": "edited", "added": "added"}
CommuneOf = Callable[[str], Commune]


class ProposalUnknown(Refusal):
    """No proposal has that number."""

    name, status, title = "unknown-proposal", 404, "Ninguna propuesta tiene ese número."


class ServiceOfAnother(Refusal):
    """The service is not of that municipality."""

    name, status, title = "not-theirs", 403, "Ese servicio no es de esa municipalidad."


class ServiceProposalRow(Table, table=True):
    """One proposal; `change` is a `ServiceEdit` as JSON. Without a `person` who made it was forgotten."""

    __tablename__ = "service_proposal"
    __table_args__ = (
        CheckConstraint(f"kind IN {get_args(ProposalKind)}", name="service_proposal_kind_known"),
        CheckConstraint(f"state IN {get_args(ProposalState)}", name="service_proposal_state_known"),
    )

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    kind: str
    state: str = Field(index=True)
    commune: str
    service: str | None = Field(sa_column=Column(String, ForeignKey("service.id", ondelete="CASCADE"), nullable=True, index=True))
    name: str
    change: str = Field(sa_column=Column(Text, nullable=False))
    person: str | None = Field(default=None, index=True)
    by: str
    at: datetime
    decided_at: datetime | None = Field(default=None, index=True)
    reason: str = ""


def propose(session: Session, commune: Commune, key: str, asked: ProposalRequest) -> ServiceProposalRow:
    """Keeps it, once for each key; a confirmation is done at once. ServiceUnknown, ServiceOfAnother, ActingForbidden."""
    serialise(session, "proposal", key)
    if row := session.exec(select(ServiceProposalRow).where(ServiceProposalRow.key == key)).first():
        return row
    if not members.is_member(session, asked.acting, commune=commune.cut):
        raise members.ActingForbidden
    row = ServiceProposalRow(
        key=key,
        kind=asked.kind,
        state="waiting",
        commune=commune.cut,
        service=asked.service,
        name=asked.change.name or "" if asked.service is None else _theirs(session, asked.service, commune.cut).name,
        change=asked.change.model_dump_json(exclude_none=True),
        person=asked.acting,
        by=asked.by,
        at=datetime.now(UTC),
    )
    session.add(row)
    session.flush()
    if asked.kind == "confirmed":
        _apply(session, row, commune)
        _decided(session, row, "approved", "")
    return row


def decide(session: Session, id: int, commune_of: CommuneOf, *, approves: bool, reason: str) -> ServiceProposalRow:
    """Approves or refuses it, once: what was decided stays so. ProposalUnknown."""
    serialise(session, "proposal decided", str(id))
    row = session.get(ServiceProposalRow, id)
    if row is None:
        raise ProposalUnknown(proposal=id)
    if row.state == "waiting":
        if approves:
            _apply(session, row, commune_of(row.commune))
        _decided(session, row, "approved" if approves else "refused", reason)
    return row


def listed(session: Session, state: ProposalState | None, decided_after: datetime | None) -> Sequence[ServiceProposalRow]:
    """At most 500, the oldest first."""
    query = select(ServiceProposalRow)
    if state is not None:
        query = query.where(ServiceProposalRow.state == state)
    if decided_after is not None:
        query = query.where(col(ServiceProposalRow.decided_at) > decided_after)
    return session.exec(query.order_by(col(ServiceProposalRow.id)).limit(500)).all()


def forget(session: Session, person: str) -> None:
    """Nothing here names the person any more: of who checked a service, the municipality is left."""
    theirs = session.exec(select(ServiceProposalRow).where(ServiceProposalRow.person == person)).all()
    for service, by in {(row.service, row.by) for row in theirs if row.service is not None}:
        _unname(session, service, by)
    for row in theirs:
        row.person, row.by = None, FORGOTTEN
        session.add(row)


def prune(session: Session, now: datetime, span: timedelta) -> int:
    """Erases proposals decided longer ago than that; how many. What became of them is in the history of their services."""
    return session.exec(delete(ServiceProposalRow).where(col(ServiceProposalRow.decided_at) < now - span)).rowcount


def _unname(session: Session, service: str, by: str) -> None:
    """Whoever checked and changed a service under that name is not named any more, not in its history either."""
    row = records.find(session, service)
    row.document, row.modified_at = _unnamed(row.document, by), datetime.now(UTC)
    session.add(row)
    for change in session.exec(select(ServiceChangeRow).where(ServiceChangeRow.service == service)).all():
        change.document = _unnamed(change.document, by)
        change.by = FORGOTTEN if change.by == by else change.by
        session.add(change)


def _unnamed(document: str, by: str) -> str:
    written = ServiceWritten.model_validate_json(document)
    if written.checked.by != by:
        return document
    checked = written.checked.model_copy(update={"by": written.organization.name})
    return written.model_copy(update={"checked": checked}).model_dump_json()


def _theirs(session: Session, service: str, cut: str) -> ServiceWritten:
    row = records.find(session, service)
    if row.commune != cut:
        raise ServiceOfAnother(service=service)
    return ServiceWritten.model_validate_json(row.document)


def _decided(session: Session, row: ServiceProposalRow, state: ProposalState, reason: str) -> None:
    row.state, row.reason, row.decided_at = state, reason, datetime.now(UTC)
    session.add(row)


def _apply(session: Session, row: ServiceProposalRow, commune: Commune) -> None:
    edit = ServiceEdit.model_validate_json(row.change)
    before = _new(row, commune) if row.service is None else _theirs(session, row.service, row.commune)
    after = _edited(before, edit, row)
    kept = records.keep(session, row.service or str(uuid4()), after, _KINDS[row.kind], row.by)
    doubting.settle(session, kept.id)
    row.service = kept.id
    session.add(row)


def _new(row: ServiceProposalRow, commune: Commune) -> ServiceWritten:
    id, name = identifier("municipalidad", commune.cut), f"Municipalidad de {commune.name}"
    organization = OrganizationOnWire(id=id, name=name, commune=commune.cut)
    return ServiceWritten(name=row.name, organization=organization, categories=["INFO"], commune=commune.cut)


def _edited(before: ServiceWritten, edit: ServiceEdit, row: ServiceProposalRow) -> ServiceWritten:
    """The service after it. Whoever changes something has seen that the rest still holds, and that it is no example.

    Everybody reads who checked it: that is the municipality. Which of its officials did is in the history, for the staff.
    """
    changed = {name: value for name in _PLAIN if (value := getattr(edit, name)) is not None}
    if edit.address is not None:
        changed["spots"] = [SpotOnWire(address=edit.address, commune=row.commune), *before.spots[1:]]
    if edit.phone is not None:
        changed["phones"] = [PhoneOnWire(number=edit.phone), *before.phones[1:]]
    checked = CheckedOnWire(source=before.checked.source, on=row.at.astimezone(CHILE).date(), by=before.organization.name)
    return before.model_copy(update={**changed, "checked": checked, "example": False})


def told(row: ServiceProposalRow) -> ProposalKept:
    """The proposal as the api tells of it."""
    return ProposalKept.model_validate({**row.model_dump(), "change": ServiceEdit.model_validate_json(row.change)})
