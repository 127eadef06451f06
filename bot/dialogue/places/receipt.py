"""The receipt: the reference, what happens next, a copy to keep, and the way to a correction.

`about` is `copy` when that was asked.
"""

from dataclasses import replace

from bot.dialogue import labels
from bot.dialogue.answer_sheet import whole_sheet
from bot.dialogue.dossier import Dossier, Phase, Receipt
from bot.dialogue.events import Confirmed, Looked, Opened, Place
from bot.dialogue.face import Heard
from bot.dialogue.frame import framed
from bot.dialogue.person import Standing
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Attachment, Block, Paper, Press, Row, Screen, para, quiet, strong, title
from bot.dialogue.step import Step
from bot.dialogue.voice import button, say

COPY = "copy"
CORRECT = "correct"
DOWNLOAD = button("Descargar resumen")
FULL_DIGEST_SHOWN = 16


def show(scene: Scene) -> Screen:
    """On its way, or received."""
    dossier = scene.dossier
    assert dossier is not None, "a receipt belongs to a dossier"
    receipt = dossier.receipt
    return _waiting() if receipt is None else _received(scene, dossier, receipt)


def hear(scene: Scene, event: Heard) -> Step | None:
    """*Corregir* opens the next round; the answers stay as they were."""
    dossier = scene.dossier
    match event:
        case Confirmed("correct", round) if dossier and round == dossier.round and dossier.phase is Phase.SENT:
            opened = replace(dossier, round=dossier.round + 1)
            note = say("Se abrió una corrección. El envío anterior sigue vigente hasta que envíe este.")
            return Step(scene.with_dossier(opened).at(Standing(Place.REVIEW)).saying(note))
    return None


def _waiting() -> Screen:
    blocks = (
        title(say("La prepostulación va en camino")),
        para(say("Le avisamos aquí mismo cuando llegue. No necesita hacer nada más. Si hace falta, seguimos intentando.")),
    )
    return framed(blocks, ((Press(labels.ARRIVED, Looked()),), (Press(labels.REVIEW, Opened(Place.REVIEW)),)))


def _received(scene: Scene, dossier: Dossier, receipt: Receipt) -> Screen:
    blocks = (*_receipt_blocks(scene, receipt), para(*scene.content.help.after_handing_over), quiet(scene.programme.disclaimer))
    rows: tuple[Row, ...] = (
        (Press(DOWNLOAD, Opened(Place.RECEIPT, COPY)),),
        (Press(labels.RESULT, Opened(Place.RESULT)), Press(labels.REVIEW, Opened(Place.REVIEW))),
        (Press(button("Corregir"), Confirmed(CORRECT, dossier.round)),),
    )
    screen = framed(blocks, rows)
    return Screen(screen.blocks, screen.rows, _copy(scene, receipt))


def _receipt_blocks(scene: Scene, receipt: Receipt) -> tuple[Block, ...]:
    lines = [say("Municipalidad de {name}", name=scene.municipality), say("Recibida el {moment}.", moment=receipt.received_at)]
    if receipt.replaces:
        lines.append(say("Reemplaza a la entrega {reference}.", reference=receipt.replaces))
    lines.append(say("Huella del envío: {digest}", digest=receipt.digest[:FULL_DIGEST_SHOWN]))
    return (
        title(say("Recibimos la prepostulación")),
        strong(say("Su folio es {reference}. Guárdelo para consultar el estado.", reference=receipt.reference)),
        para(*lines),
    )


def _copy(scene: Scene, receipt: Receipt) -> tuple[Attachment, ...]:
    if scene.standing.about != COPY:
        return ()
    heading = say("Prepostulación {reference}", reference=receipt.reference)
    blocks = (*_receipt_blocks(scene, receipt), *whole_sheet(scene))
    return (Paper(f"{receipt.reference}.pdf", heading, blocks, scene.programme.disclaimer),)
