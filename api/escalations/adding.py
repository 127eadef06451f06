"""An entry at the door: who may add which, and when. Of two at once the second sees what the first did."""

from dataclasses import dataclass
from datetime import UTC, datetime

from pydantic import JsonValue
from sqlmodel import Session

from api import members
from api.access import Caller, RoleForbidden
from api.contract import ByPerson, ByStaff, EntryAdded, EntryRequest, digest_of
from api.database import serialise
from api.errors import Refusal
from api.escalations import records, telling
from api.escalations.opening import attached, check_said
from api.escalations.tables import EntryRow, EscalationRow
from api.escalations.thread import Thread
from api.idempotency import KeyReused

OF_THE_PERSON = frozenset({"asked", "edited", "closed", "reopened", "rated"})
OF_THE_STAFF = frozenset({"claimed", "answered", "noted", "passed_on", "edited", "closed", "reopened"})
SAYING = frozenset({"asked", "answered", "noted"})
EDITABLE = frozenset({"asked", "answered", "noted"})


class CaseClosed(Refusal):
    """The case is closed; reopened, it takes this again."""

    name, status, title = "case-closed", 409, "El caso está cerrado. Para seguir, primero hay que reabrirlo."


class CaseOpen(Refusal):
    """The case is not closed."""

    name, status, title = "case-open", 409, "El caso no está cerrado."


class CaseErased(Refusal):
    """What was said in it was kept as long as it may be."""

    name, status, title = "case-erased", 410, "El contenido de este caso ya se borró, como dice su plazo."


class TakenByOther(Refusal):
    """Somebody else took it first; `taken_by` is who."""

    name, status, title = "taken-by-other", 409, "Otra persona del equipo ya tomó este caso."


class NotTheirs(Refusal):
    """That person has no part in this case, or that side does not write such entries, or not that entry."""

    name, status, title = "not-theirs", 403, "Esa persona no puede agregar esto a este caso."


class EntryUnknown(Refusal):
    """The case has no such entry that could be edited."""

    name, status, title = "unknown-entry", 404, "El caso no tiene un mensaje con ese número."


@dataclass(frozen=True, slots=True)
class Sender:
    """Which side writes, and who of the staff."""

    side: str
    staff: str | None


def add_entry(session: Session, caller: Caller, name: str, key: str, body: EntryRequest, sent: JsonValue) -> EntryAdded:
    """The entry, the same for the same key, case and body; and where its case stands now."""
    case = records.find(session, name)
    digest = digest_of([case.reference, sent])
    serialise(session, "escalation entry key", key)
    serialise(session, "escalation", case.reference)
    entry = records.entry_of_key(session, key)
    if entry is None:
        sender = _check_sender(session, caller, case, body)
        entry = _keep(session, case, sender, body, (key, digest))
    elif entry.digest not in {None, digest}:
        raise KeyReused
    thread = records.thread(session, case)
    return EntryAdded(entry=telling.entry(entry), state=thread.state, taken_by=thread.taken_by)


def _check_sender(session: Session, caller: Caller, case: EscalationRow, body: EntryRequest) -> Sender:
    if case.erased_at is not None:
        raise CaseErased
    match body.by:
        case ByPerson(person=person):
            if caller.role != "bot":
                raise RoleForbidden("Solo el bot escribe en nombre de quien pregunta.")
            if person != case.person or body.kind not in OF_THE_PERSON:
                raise NotTheirs
            return Sender("person", None)
        case ByStaff(staff=staff):
            _check_staff(session, staff, "Esa persona no es del equipo de apoyo.")
            if body.kind not in OF_THE_STAFF:
                raise NotTheirs
            if body.to is not None:
                _check_staff(session, body.to, "Quien recibe el caso no es del equipo de apoyo.")
            return Sender("staff", staff)


def _check_staff(session: Session, person: str, otherwise: str) -> None:
    if not members.is_member(session, person, role="support"):
        raise RoleForbidden(otherwise)


def _keep(session: Session, case: EscalationRow, sender: Sender, body: EntryRequest, once: tuple[str, str]) -> EntryRow:
    if body.kind in SAYING:
        check_said(body.text, body.attachments)
    thread = records.thread(session, case)
    _check_stands(thread, sender, body)
    if body.of is not None:
        _check_edited(session, case, sender, body, body.of)
    now = max(datetime.now(UTC), case.opened_at)
    implied = _implied(thread, body)
    if implied is not None:
        _add(session, EntryRow(escalation=records.identity(case), kind=implied, at=now, side=sender.side, staff=sender.staff))
    key, digest = once
    row = EntryRow(
        escalation=records.identity(case),
        idempotency_key=key,
        digest=digest,
        kind=body.kind,
        at=now,
        side=sender.side,
        staff=sender.staff,
        text=body.text,
        attachments=attached(body.attachments),
        edits=body.of,
        passed_to=body.to,
        helped=body.helped,
    )
    return _add(session, row)


def _add(session: Session, row: EntryRow) -> EntryRow:
    session.add(row)
    session.flush()
    return row


def _check_stands(thread: Thread, sender: Sender, body: EntryRequest) -> None:
    closed = thread.state == "closed"
    if closed and body.kind in {"claimed", "answered", "passed_on", "closed"}:
        raise CaseClosed
    if not closed and body.kind in {"reopened", "rated"}:
        raise CaseOpen
    if body.kind == "claimed" and thread.taken_by not in {None, sender.staff}:
        raise TakenByOther(taken_by=thread.taken_by)


def _implied(thread: Thread, body: EntryRequest) -> str | None:
    """What happens with it, just before: who answers first takes the case, who asks again opens it."""
    if body.kind == "answered" and thread.state == "waiting":
        return "claimed"
    return "reopened" if body.kind == "asked" and thread.state == "closed" else None


def _check_edited(session: Session, case: EscalationRow, sender: Sender, body: EntryRequest, of: int) -> None:
    edited = session.get(EntryRow, of)
    if edited is None or edited.escalation != case.id or edited.kind not in EDITABLE:
        raise EntryUnknown(entry=of)
    if (edited.side, edited.staff) != (sender.side, sender.staff):
        raise NotTheirs
    if edited.attachments == attached([]):  # the words below a file may be taken away
        check_said(body.text, body.attachments)
