"""Files and links under an evidence question: what came, what each shows, and what of it is still on its way."""

from collections.abc import Callable
from dataclasses import replace

from bot.dialogue.answering import READ_ONLY, STALE, told_of_change
from bot.dialogue.dossier import Dossier, Phase, Piece, PieceState
from bot.dialogue.errands import Errand, FetchFile, FileSheet, Tell
from bot.dialogue.events import Fetched, Labelled, NotFetched, Opened, Place, Removed, Sent
from bot.dialogue.labels import CHANGE_SEEN
from bot.dialogue.person import Standing
from bot.dialogue.scene import Scene
from bot.dialogue.step import Step
from bot.dialogue.upkeep import MunicipalSheet
from bot.dialogue.voice import say
from content.answers import Attached, Skipped
from content.kinds import Evidence, EvidenceStatus
from content.programme import Question
from content.sentences import Text

ACCEPTED_TYPES = frozenset(
    {
        "application/pdf",
        "image/jpeg",
        "image/png",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }
)
ACCEPTED_ENDINGS = (".pdf", ".jpg", ".jpeg", ".png", ".docx", ".xlsx")
ATTACHED = Attached(EvidenceStatus.ATTACHED)

Change = Callable[[Piece], Piece]

_BEGUN = say("Estamos guardando el archivo. Puede seguir respondiendo.")


def on_file(scene: Scene, event: Sent, question: Question) -> Step:
    """A file sent while its question stands is attached there, unless its size or type already says that it cannot be."""
    dossier = scene.dossier
    if dossier is None or dossier.phase is not Phase.FILLING:
        return Step(scene.saying(READ_ONLY))
    refusal = refusal_of(scene, event)
    if refusal is not None:
        return Step(scene.saying(refusal))
    if any(piece.id == event.message for piece in dossier.pieces):
        return Step(scene)
    piece = Piece(
        id=event.message,
        question=question.id,
        name=event.name or _numbered(dossier, event, question),
        by=scene.author,
        at=scene.now,
        state=PieceState.COMING,
        media_type=event.media_type,
        size=event.size,
        item=_only_item(question),
    )
    told = told_of_change(scene, dossier, question, ATTACHED)
    return Step(_with_piece(scene, dossier, question, piece).saying(_BEGUN), errands=(FetchFile(piece.id, event.file), *told))


def on_sheet(scene: Scene, sheet: MunicipalSheet, question: Question) -> Step:
    """The month's sheet is attached like a file that was sent, once under each question, and the question is shown."""
    dossier, id = scene.dossier, f"sheet-{sheet.cut}-{sheet.counts.month}-{question.id}"
    if dossier is None or dossier.phase is not Phase.FILLING:
        return Step(scene.saying(READ_ONLY))
    there = scene.at(Standing(Place.QUESTION, question.id))
    if any(piece.id == id and piece.state is not PieceState.LOST for piece in dossier.pieces):
        return Step(there.saying(say("Esa hoja ya está adjunta.")))
    piece = Piece(id, question.id, sheet.name, scene.author, scene.now, PieceState.COMING, item=_only_item(question))
    told = told_of_change(scene, dossier, question, ATTACHED)
    note = say("Estamos guardando la hoja como evidencia. Puede seguir respondiendo.")
    return Step(_with_piece(there, dossier, question, piece).saying(note), errands=(FileSheet(id, sheet), *told))


def on_link(scene: Scene, link: str, question: Question, key: str) -> Step:
    """A link counts as evidence too and is kept as it was written; `key` is its natural key."""
    dossier = scene.dossier
    if dossier is None or dossier.phase is not Phase.FILLING:
        return Step(scene.saying(READ_ONLY))
    if any(piece.link == link for piece in dossier.pieces_for(question.id)):
        return Step(scene.saying(say("Ese enlace ya está adjunto.")))
    piece = Piece(key, question.id, link, scene.author, scene.now, PieceState.KEPT, link=link, item=_only_item(question))
    told = told_of_change(scene, dossier, question, ATTACHED)
    return Step(_with_piece(scene, dossier, question, piece).saying(say("Guardamos el enlace.")), errands=told)


def on_label(scene: Scene, event: Labelled) -> Step:
    """What a piece shows, said by the person, once: its buttons are gone afterwards."""
    dossier = scene.dossier
    if dossier is None or dossier.phase is not Phase.FILLING:
        return Step(scene, hint=STALE)
    if not any(piece.id == event.piece and piece.item is None for piece in dossier.pieces):
        return Step(scene, hint=STALE)
    return _with_changed(scene, event.piece, lambda piece: replace(piece, item=event.item))


def on_removal(scene: Scene, event: Removed) -> Step:
    """A piece taken out; without any left the question is open again."""
    dossier = scene.dossier
    if dossier is None or dossier.phase is not Phase.FILLING or not _has(dossier, event.piece):
        return Step(scene, hint=STALE)
    left = tuple(piece for piece in dossier.pieces if piece.id != event.piece)
    changed = _reopened(replace(dossier, pieces=left), event.to)
    told = () if event.to in changed.answers else told_of_change(scene, dossier, scene.programme.question(event.to), Skipped())
    return Step(scene.with_dossier(changed).saying(say("Quitamos ese archivo.")), errands=told)


def on_fetched(scene: Scene, event: Fetched) -> Step:
    """The file is safe."""
    return _with_changed(
        scene,
        event.piece,
        lambda piece: replace(piece, state=PieceState.KEPT, sha256=event.sha256, media_type=event.media_type, size=event.size),
    )


def on_not_fetched(scene: Scene, event: NotFetched) -> Step:
    """The file will not come: the person is asked for it again, and a hand-over that waited for it is called off."""
    dossier = _holding(scene, event.piece)
    if dossier is None:
        return Step(scene)
    piece = next(each for each in dossier.pieces if each.id == event.piece)
    pieces = tuple(replace(each, state=PieceState.LOST) if each.id == event.piece else each for each in dossier.pieces)
    changed = _reopened(replace(dossier, pieces=pieces, sending=None), piece.question)
    reason = lost(piece, event.why)
    told: tuple[Errand, ...] = ()
    if dossier.sending is not None and dossier.sending.by.person not in ("", scene.person.id):
        told = (Tell(dossier.sending.by.person, reason, CHANGE_SEEN, Opened(Place.QUESTION, piece.question)),)
    after = scene.with_dossier(changed).saying(reason)
    if dossier.sending is not None:  # the way on leads through this question
        after = after.at(Standing(Place.QUESTION, piece.question))
    return Step(after, errands=told)


def lost(piece: Piece, why: str) -> Text:
    """Why a file is not here, and how to mend it."""
    match why:
        case "type":
            return say("«{name}» no se guardó. Envíe un PDF, una foto, un Word o un Excel.", name=piece.name)
        case "empty":
            return say("«{name}» está vacío y no se guardó. Revíselo y envíelo de nuevo.", name=piece.name)
        case "large":
            return say("«{name}» pesa más de 20 MB y no se guardó. Envíe una versión más liviana o un enlace.", name=piece.name)
    return say(
        "No pudimos recibir «{name}», de la pregunta {code}. Envíelo ahí de nuevo. Sus respuestas están guardadas.",
        name=piece.name,
        code=piece.question,
    )


def refusal_of(scene: Scene, event: Sent) -> Text | None:
    """Why a file cannot be evidence, seen before fetching it; None when it may be."""
    limit = scene.programme.evidence_max_mb
    if event.size > limit * 1024 * 1024:
        return say("El archivo pesa más de {limit} MB y no se guardó. Envíe una versión más liviana o un enlace.", limit=limit)
    if event.size == 0:
        return say("El archivo está vacío y no se guardó. Revíselo y envíelo de nuevo.")
    if event.media_type not in ACCEPTED_TYPES and not event.name.casefold().endswith(ACCEPTED_ENDINGS):
        return say("El archivo no se guardó. Envíe un PDF, una foto, un Word o un Excel de hasta {limit} MB.", limit=limit)
    return None


def missing_items(question: Question, pieces: tuple[Piece, ...]) -> tuple[Text, ...]:
    """The items asked that no piece shows yet."""
    assert isinstance(question.kind, Evidence)
    shown = {piece.item for piece in pieces if piece.state is not PieceState.LOST}
    return tuple(item for number, item in enumerate(question.kind.items) if number not in shown)


def _numbered(dossier: Dossier, event: Sent, question: Question) -> str:
    """Telegram gives a photo no name, yet people must tell one from the other."""
    ending = ".jpg" if event.media_type == "image/jpeg" else ""
    return f"{question.id}-{len(dossier.pieces_for(question.id)) + 1}{ending}"


def _only_item(question: Question) -> int | None:
    return 0 if isinstance(question.kind, Evidence) and len(question.kind.items) == 1 else None


def _with_piece(scene: Scene, dossier: Dossier, question: Question, piece: Piece) -> Scene:
    # What was lost under this question has now been sent again, or given up.
    left = tuple(each for each in dossier.pieces if each.question != question.id or each.state is not PieceState.LOST)
    changed = replace(dossier, pieces=(*left, piece))
    if scene.answers.get(question.id) != ATTACHED:
        changed = changed.answered(question.id, ATTACHED, scene.author, scene.now)
    return scene.with_dossier(changed).with_person(replace(scene.person, draft=None))


def _with_changed(scene: Scene, id: str, change: Change) -> Step:
    dossier = _holding(scene, id)
    if dossier is None:
        return Step(scene, hint=STALE)
    pieces = tuple(change(piece) if piece.id == id else piece for piece in dossier.pieces)
    return Step(scene.with_dossier(replace(dossier, pieces=pieces)))


def _reopened(dossier: Dossier, question: str) -> Dossier:
    """Without a piece that is here or on its way, *attached* is no answer any more; any other answer stays."""
    given = dossier.answers.get(question)
    if given is None or given.answer != ATTACHED or dossier.is_shown(question):
        return dossier
    return replace(dossier, answers={id: given for id, given in dossier.answers.items() if id != question})


def _holding(scene: Scene, id: str) -> Dossier | None:
    """The dossier with this piece: the one in use, or a practice whose answers wait to be chosen or dropped."""
    return next((each for each in (scene.dossier, scene.state.practice) if each and _has(each, id)), None)


def _has(dossier: Dossier, id: str) -> bool:
    return any(piece.id == id for piece in dossier.pieces)
