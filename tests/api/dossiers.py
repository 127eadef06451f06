"""Pre-applications as a bot would hand them over."""

from collections.abc import Mapping
from typing import Any

from content.programme import Programme

WHEN = "2026-11-20T14:30:00Z"
COMMUNE = "13101"


def handed(answer: object) -> dict[str, object]:
    return {"answer": answer, "answered_at": WHEN, "by_post": "Encargada de la oficina"}


def file_piece(sha256: str, question: str = "ADH-1.2", **other: object) -> dict[str, object]:
    piece = {
        "question": question,
        "sha256": sha256,
        "media_type": "application/pdf",
        "name": "carta.pdf",
        "size": 120,
        "received_at": WHEN,
        "personal_data": False,
    }
    return {**piece, **other}


def link_piece(link: str, question: str = "ADH-1.2") -> dict[str, object]:
    return {"question": question, "link": link, "received_at": WHEN, "personal_data": False}


def dossier(programme: Programme, said: Mapping[str, object] | None = None, **other: object) -> dict[str, Any]:
    """A whole body; `other` replaces its parts."""
    body: dict[str, Any] = {
        "edition": programme.edition,
        "edition_digest": programme.digest,
        "commune": COMMUNE,
        "profile": "inicial",
        "profile_answers": {"PF1": "c", "PF2": "c", "PF3": "c"},
        "as_of": "2026-11",
        "answers": {id: handed(each) for id, each in (said or {"ADH-1.1": "a", "ADH-1.2": {"status": "later"}}).items()},
        "evidence": [],
        "contact": {"post": "Encargada de la oficina", "institutional_email": "migraciones@ejemplo.cl"},
        "declaration": {"accepted_at": WHEN, "by_post": "Encargada de la oficina", "text_digest": "d" * 64},
        "language": "es",
        "notice_version": "1",
        "replaces": None,
    }
    return {**body, **other}
