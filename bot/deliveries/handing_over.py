"""A dossier as the api wants it: exactly the journey's answers, posts instead of names, evidence by its digest."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import cast

from pydantic import JsonValue

from api.contract import Contact, Declaration, HandedAnswer, HandedFile, HandedLink, PreApplication
from bot.dialogue.dossier import Dossier, Given, Piece, PieceState, Sending
from bot.dialogue.turn import Content
from content.answers import Attached, write_answer_to
from content.calendar_words import CHILE
from content.file_kinds import ENDINGS
from content.journey import journey, profile_journey, profile_of
from content.kinds import Evidence, EvidenceStatus
from content.months import Month
from content.programme import Question
from content.sentences import Say

_NO_POST = "Cargo no indicado"
_LONGEST = 300


def pre_application(content: Content, dossier: Dossier) -> PreApplication:
    """The body for a dossier that is being sent; ValueError for one that is not, or has no profile."""
    sending, programme = dossier.sending, content.editions[dossier.edition]
    profile = profile_of(programme, dossier.said())
    if sending is None or profile is None:
        raise ValueError(f"{dossier.key} is not being sent")
    as_of = Month.of(sending.at.astimezone(CHILE).date())
    asked = tuple(journey(programme, profile, dossier.said(), as_of))
    last = max(dossier.receipts, key=lambda receipt: receipt.round, default=None)
    return PreApplication(
        edition=programme.edition,
        edition_digest=programme.digest,
        commune=dossier.key,
        profile=profile.value,
        profile_answers={
            each.id: _on_wire(each, dossier.answers[each.id])
            for each in profile_journey(programme, dossier.said())
            if each.id in dossier.answers
        },
        as_of=str(as_of),
        answers={each.id: _answer(each, dossier.answers[each.id], sending) for each in asked if each.id in dossier.answers},
        evidence=list(_evidence(dossier, asked)),
        contact=Contact(post=_post(sending.by.post)),
        declaration=_declaration(content, sending),
        language=sending.language,
        notice_version=_version(section.title for section in content.help.privacy),
        replaces=last.reference if last else None,
    )


def _answer(question: Question, given: Given, sending: Sending) -> HandedAnswer:
    post = _post(given.by.post or sending.by.post)
    return HandedAnswer(answer=_on_wire(question, given), answered_at=given.at, by_post=post)


def _on_wire(question: Question, given: Given) -> JsonValue:
    return cast("JsonValue", write_answer_to(question, given.answer))


def _evidence(dossier: Dossier, asked: Iterable[Question]) -> Iterator[HandedFile | HandedLink]:
    said = dossier.said()
    for question in asked:
        kind = question.kind
        if isinstance(kind, Evidence) and said.get(question.id) == Attached(EvidenceStatus.ATTACHED):
            for piece in dossier.pieces_for(question.id):
                if piece.state is PieceState.KEPT:
                    yield _piece(piece, kind.personal_data)


def _piece(piece: Piece, personal_data: bool) -> HandedFile | HandedLink:
    if piece.link:
        return HandedLink(question=piece.question, link=piece.link, received_at=piece.at, personal_data=personal_data)
    return HandedFile(
        question=piece.question,
        sha256=piece.sha256,
        media_type=piece.media_type,
        name=_line(piece.name) or f"{piece.question}{ENDINGS.get(piece.media_type, '')}",
        size=piece.size,
        received_at=piece.at,
        personal_data=personal_data,
    )


def _declaration(content: Content, sending: Sending) -> Declaration:
    shown = "\n".join(content.words.word(sentence, sending.language) for sentence in content.help.declaration)
    digest = hashlib.sha256(shown.encode()).hexdigest()
    return Declaration(accepted_at=sending.at, by_post=_post(sending.by.post), text_digest=digest)


def _version(sentences: Iterable[Say]) -> str:
    return hashlib.sha256("\n".join(each.source for each in sentences).encode()).hexdigest()[:12]


def _post(post: str) -> str:
    return _line(post) or _NO_POST


def _line(text: str) -> str:
    return text.replace("\0", "").strip()[:_LONGEST]
