"""Keeping pre-applications and finding them again."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from sqlmodel import Session, col, delete, func, select

from api.contract import (
    HandedFile,
    PreApplication,
    PreApplicationKept,
    PreApplicationListed,
    PreApplicationPage,
    ProfileId,
    Receipt,
    Summary,
)
from api.errors import Refusal
from api.judging import CHILE
from api.pre_applications.references import new_reference
from api.pre_applications.tables import HandedEvidenceRow, PreApplicationRow


class ReferenceUnknown(Refusal):
    """No pre-application has that reference."""

    name, status, title = "unknown-reference", 404, "Ninguna prepostulación tiene ese folio."


class NotTheNewest(Refusal):
    """`replaces` is not the newest reference of the commune, which is given as `newest`."""

    name, status, title = "not-the-newest", 409, "Una nueva entrega debe nombrar el último folio de la comuna."


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is narrowed to. `before` is the cursor: the last id of the page before."""

    commune: str | None = None
    profile: str | None = None
    since: datetime | None = None
    before: int | None = None


def of_key(session: Session, idempotency_key: str) -> PreApplicationRow | None:
    """What was handed over with that key."""
    return session.exec(select(PreApplicationRow).where(PreApplicationRow.idempotency_key == idempotency_key)).first()


def add(session: Session, body: PreApplication, summary: Summary, *, key: str, digest: str, content: str) -> PreApplicationRow:
    """Keeps the commune's next round; NotTheNewest. Nobody else may be adding one for the commune meanwhile."""
    newest, round = _newest(session, body.commune)
    if body.replaces != newest:
        raise NotTheNewest(newest=newest)
    now = datetime.now(UTC)
    row = PreApplicationRow(
        reference=_unused_reference(session, now.astimezone(CHILE).year),
        idempotency_key=key,
        commune=body.commune,
        round=round + 1,
        profile=body.profile,
        edition=body.edition,
        received_at=now,
        digest=digest,
        replaces=body.replaces,
        summary=summary.model_dump_json(),
        content=content,
    )
    session.add(row)
    session.flush()
    files = {piece.sha256 for piece in body.evidence if isinstance(piece, HandedFile)}
    session.add_all(HandedEvidenceRow(pre_application=_id(row), sha256=sha256) for sha256 in files)
    return row


def page(session: Session, wanted: Wanted, limit: int) -> PreApplicationPage:
    """The newest first."""
    query = select(PreApplicationRow).order_by(col(PreApplicationRow.id).desc()).limit(limit + 1)
    if wanted.commune is not None:
        query = query.where(PreApplicationRow.commune == wanted.commune)
    if wanted.profile is not None:
        query = query.where(PreApplicationRow.profile == wanted.profile)
    if wanted.since is not None:
        query = query.where(PreApplicationRow.received_at >= wanted.since)
    if wanted.before is not None:
        query = query.where(col(PreApplicationRow.id) < wanted.before)
    rows = session.exec(query).all()
    shown = rows[:limit]
    successors = _successors(session, [row.reference for row in shown])
    results = [_listed(row, successors.get(row.reference)) for row in shown]
    return PreApplicationPage(results=results, next=str(shown[-1].id) if len(rows) > limit else None)


def of_reference(session: Session, reference: str) -> PreApplicationKept:
    """Receipt, judging and content; ReferenceUnknown."""
    row = session.exec(select(PreApplicationRow).where(PreApplicationRow.reference == reference)).first()
    if row is None:
        raise ReferenceUnknown(reference=reference)
    successor = _successors(session, [reference]).get(reference)
    return PreApplicationKept(**_receipt(row), replaced_by=successor, content=json.loads(row.content))


def receipt(row: PreApplicationRow) -> Receipt:
    """The proof of that hand-over, the same each time."""
    return Receipt(**_receipt(row))


def count(session: Session) -> Mapping[str, int]:
    """How many are kept, by profile."""
    return dict(session.exec(select(PreApplicationRow.profile, func.count()).group_by(PreApplicationRow.profile)).all())


def named_files(session: Session) -> set[str]:
    """The digests of the files that any pre-application names."""
    return set(session.exec(select(HandedEvidenceRow.sha256).distinct()).all())


def prune(session: Session, now: datetime, span: timedelta) -> int:
    """Erases those received longer ago than that; how many."""
    due = now - span
    return session.exec(delete(PreApplicationRow).where(col(PreApplicationRow.received_at) < due)).rowcount


def _newest(session: Session, commune: str) -> tuple[str | None, int]:
    rounds = select(PreApplicationRow.reference, PreApplicationRow.round).where(PreApplicationRow.commune == commune)
    return session.exec(rounds.order_by(col(PreApplicationRow.round).desc()).limit(1)).first() or (None, 0)


def _unused_reference(session: Session, year: int) -> str:
    while True:
        drawn = new_reference(year)
        if session.exec(select(PreApplicationRow.id).where(PreApplicationRow.reference == drawn)).first() is None:
            return drawn


def _successors(session: Session, references: Sequence[str]) -> dict[str | None, str]:
    query = select(PreApplicationRow.replaces, PreApplicationRow.reference).where(col(PreApplicationRow.replaces).in_(references))
    return dict(session.exec(query).all())


def _receipt(row: PreApplicationRow) -> dict[str, Any]:
    return {
        "reference": row.reference,
        "received_at": row.received_at,
        "digest": row.digest,
        "commune": row.commune,
        "edition": row.edition,
        "replaces": row.replaces,
        "assessment": Summary.model_validate_json(row.summary),
    }


def _listed(row: PreApplicationRow, successor: str | None) -> PreApplicationListed:
    summary = Summary.model_validate_json(row.summary)
    return PreApplicationListed(
        reference=row.reference,
        received_at=row.received_at,
        commune=row.commune,
        profile=cast("ProfileId", row.profile),
        edition=row.edition,
        ready=summary.ready,
        band=summary.band,
        replaces=row.replaces,
        replaced_by=successor,
    )


def _id(row: PreApplicationRow) -> int:
    if row.id is None:
        raise TypeError("a row has its id once it is flushed")
    return row.id
