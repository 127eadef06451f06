"""The declaration, and the last yes before the hand-over."""

from dataclasses import replace

from bot.dialogue import labels, position
from bot.dialogue.dossier import Phase, PieceState, Sending
from bot.dialogue.errands import HandOver
from bot.dialogue.events import Confirmed, Opened, Place
from bot.dialogue.face import Heard
from bot.dialogue.frame import framed
from bot.dialogue.judged import assessment_of
from bot.dialogue.person import Standing
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Block, Press, Row, Screen, para, quiet, strong, title
from bot.dialogue.step import Step
from bot.dialogue.voice import button, say, say_n

HAND_OVER = "hand-over"
SEND = button("Enviar")


def show(scene: Scene) -> Screen:
    """What is declared and what sending means; or what still stands before it."""
    heading = title(say("Entregar la prepostulación"))
    barrier = _barrier(scene)
    if barrier is not None:
        block, row = barrier
        return framed((heading, block), (row, (Press(labels.BACK, Opened(Place.REVIEW)),)))
    assert scene.dossier is not None
    blocks = (
        heading,
        *_readiness(scene),
        *_coming(scene),
        para(*scene.content.help.declaration),
        quiet(scene.programme.disclaimer),
    )
    sending: Row = (Press(SEND, Confirmed(HAND_OVER, scene.dossier.round)),)
    return framed(blocks, (sending, (Press(labels.BACK, Opened(Place.REVIEW)),)))


def hear(scene: Scene, event: Heard) -> Step | None:
    """The last yes, once for each round."""
    dossier = scene.dossier
    match event:
        case Confirmed("hand-over", round) if dossier and round == dossier.round and dossier.phase is Phase.FILLING:
            if _barrier(scene) is not None:
                return Step(scene)
            sending = Sending(scene.author, scene.now, scene.person.language)
            sent = scene.with_dossier(replace(dossier, sending=sending)).at(Standing(Place.RECEIPT))
            return Step(sent, errands=(HandOver(dossier.key, dossier.round),))
    return None


def _barrier(scene: Scene) -> tuple[Block, Row] | None:
    if scene.dossier is None or scene.dossier.is_practice:
        text = say("Esto es una práctica y no se entrega. Para entregar por su municipalidad necesita una invitación.")
        return para(text), (Press(button("Tengo una invitación"), Opened(Place.INVITATION)),)
    done = position.progress(scene)
    if not done.is_complete:
        left = done.total - done.answered
        text = say_n(
            "Antes de enviar falta {count} pregunta por responder. «Aún no lo sé» también es una respuesta.",
            "Antes de enviar faltan {count} preguntas por responder. «Aún no lo sé» también es una respuesta.",
            count=left,
        )
        return para(text), (Press(labels.CONTINUE, Opened(Place.QUESTION)),)
    return None


def _readiness(scene: Scene) -> tuple[Block, ...]:
    assessment = assessment_of(scene)
    if assessment is None or assessment.ready:
        return ()
    text = say("La municipalidad todavía no está lista para pedir evaluación. Puede enviar igual y seguir avanzando.")
    return (strong(text),)


def _coming(scene: Scene) -> tuple[Block, ...]:
    pieces = scene.dossier.pieces if scene.dossier else ()
    coming = sum(piece.state is PieceState.COMING for piece in pieces)
    if not coming:
        return ()
    text = say_n(
        "Aún se está guardando {count} archivo. El envío espera por él.",
        "Aún se están guardando {count} archivos. El envío espera por ellos.",
        count=coming,
    )
    return (para(text),)
