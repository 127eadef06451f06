"""A pre-application at the door: read, judged again on the edition it was filled in, and kept once."""

from collections.abc import Iterable
from hashlib import sha256

from pydantic import JsonValue
from sqlmodel import Session

from api.contract import HandedFile, PreApplication, Receipt, Summary, canonical
from api.database import serialise
from api.errors import Refusal
from api.idempotency import KeyReused
from api.judging import QuestionUnknown, read_answers, summary
from api.library import Library
from api.pre_applications import records
from api.vault import Vault
from content.answers import Answers, Attached
from content.assessment import assess
from content.kinds import Evidence, EvidenceStatus
from content.months import Month
from content.programme import Profile, Programme


class EditionDiffers(Refusal):
    """The edition of that name has another digest here."""

    name, title = "edition-differs", "Esa edición tiene aquí otro contenido."


class EvidenceMissing(Refusal):
    """Files are named that were never put; `sha256` lists them."""

    name, title = "evidence-missing", "Faltan archivos que la prepostulación nombra."


class EvidenceNotHanded(Refusal):
    """An answer says that evidence is attached, and there is no piece for it."""

    name, title = "evidence-not-handed-over", "Una respuesta dice que hay documentos y no viene ninguno."


def receive(session: Session, library: Library, vault: Vault, key: str, body: PreApplication, sent: JsonValue) -> Receipt:
    """The receipt, the same for the same key and body. `sent` is the body as it came, which the digest is counted on."""
    content = canonical(sent)
    digest = sha256(content.encode()).hexdigest()
    serialise(session, "idempotency key", key)
    before = records.of_key(session, key)
    if before is not None:
        if before.digest != digest:
            raise KeyReused
        return records.receipt(before)
    judged = judge(library, vault, body)
    serialise(session, "commune", body.commune)
    return records.receipt(records.add(session, body, judged, key=key, digest=digest, content=content))


def judge(library: Library, vault: Vault, body: PreApplication) -> Summary:
    """What it comes to on its edition; a Refusal names whatever in it cannot be."""
    programme = library.edition(body.edition)
    if body.edition_digest != programme.digest:
        raise EditionDiffers(edition=body.edition, expected=programme.digest)
    library.language(body.language)
    library.municipality(body.commune)
    read_answers(programme.profile_questions, body.profile_answers)
    asked = [question for criterion in programme.criteria() for question in criterion.questions]
    answers = read_answers(asked, {id: said.answer for id, said in body.answers.items()})
    _check_evidence(programme, body, answers)
    _check_files(vault, (piece.sha256 for piece in body.evidence if isinstance(piece, HandedFile)))
    return summary(assess(programme, Profile(body.profile), answers, Month.read(body.as_of)))


def _check_evidence(programme: Programme, body: PreApplication, answers: Answers) -> None:
    kinds = {question.id: question.kind for question in programme.questions()}
    handed = {piece.question for piece in body.evidence}
    for id in handed:
        if not isinstance(kinds.get(id), Evidence):
            raise QuestionUnknown(f"La pregunta «{id}» no pide documentos en esta edición.", question=id)
    for id, answer in answers.items():
        if answer == Attached(EvidenceStatus.ATTACHED) and id not in handed:
            raise EvidenceNotHanded(f"«{id}» dice que hay documentos y no viene ninguno.", question=id)


def _check_files(vault: Vault, named: Iterable[str]) -> None:
    missing = sorted({sha256 for sha256 in named if not vault.has(sha256)})
    if missing:
        raise EvidenceMissing(f"Falta subir: {', '.join(missing)}.", sha256=missing)
