"""A case at the door: checked and kept once, however often it is delivered."""

from collections.abc import Sequence
from datetime import UTC, datetime

from pydantic import JsonValue
from sqlmodel import Session

from api.contract import Attachment, EscalationOpened, EscalationRequest, digest_of
from api.database import serialise
from api.errors import Refusal
from api.escalations import records
from api.escalations.tables import EntryRow, EscalationRow
from api.escalations.telling import Teller
from api.idempotency import KeyReused
from api.library import Library
from content.calendar_words import CHILE


class EntryEmpty(Refusal):
    """There are neither words nor attachments."""

    name, title = "entry-empty", "Falta un texto o un adjunto."


def open_case(session: Session, library: Library, key: str, body: EscalationRequest, sent: JsonValue) -> EscalationOpened:
    """The case, the same for the same key and body; `sent` is the body as it came, which the digest is counted on."""
    digest = digest_of(sent)
    serialise(session, "escalation key", key)
    case = records.of_key(session, key)
    if case is None:
        case = _keep(session, library, body, key, digest)
    elif case.digest not in {None, digest}:
        raise KeyReused
    return _told(session, library, case)


def check_said(text: str | None, attachments: Sequence[Attachment]) -> None:
    """EntryEmpty where nothing was said."""
    if not attachments and not (text or "").strip():
        raise EntryEmpty


def attached(attachments: Sequence[Attachment]) -> str:
    """Attachments as they are kept."""
    return f"[{','.join(each.model_dump_json() for each in attachments)}]"


def _keep(session: Session, library: Library, body: EscalationRequest, key: str, digest: str) -> EscalationRow:
    check_said(body.entry.text, body.entry.attachments)
    if body.commune is not None:
        (library.municipality if body.hat == "official" else library.commune)(body.commune)
    language, stood, now = library.language(body.language), body.stood, datetime.now(UTC)
    case = EscalationRow(
        reference=records.unused_reference(session, now.astimezone(CHILE).year),
        idempotency_key=key,
        digest=digest,
        kind=body.kind,
        person=body.person,
        hat=body.hat,
        language=language,
        commune=body.commune,
        profile=body.profile,
        stood_place=stood.place if stood else None,
        stood_question=stood.question if stood else None,
        stood_said=stood.said if stood else None,
        verification=body.verification.model_dump_json() if body.verification else None,
        opened_at=now,
    )
    session.add(case)
    session.flush()
    first = EntryRow(
        escalation=records.identity(case),
        kind="asked",
        at=now,
        side="person",
        text=body.entry.text,
        attachments=attached(body.entry.attachments),
    )
    session.add(first)
    session.flush()
    return case


def _told(session: Session, library: Library, case: EscalationRow) -> EscalationOpened:
    before = records.earlier(session, case)
    threads = records.threads(session, [case, *before])
    earlier = [(each, threads[records.identity(each)]) for each in before]
    return Teller(library, datetime.now(UTC)).opened(case, threads[records.identity(case)], earlier)
