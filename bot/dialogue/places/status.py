"""Where the dossier is: what was handed over, and what happens next. Nothing here says that the State decided."""

from bot.dialogue import labels
from bot.dialogue.dossier import Dossier, Phase, Receipt
from bot.dialogue.events import Opened, Place
from bot.dialogue.frame import framed
from bot.dialogue.open_cases import case_blocks, case_rows
from bot.dialogue.returning import where_the_work_stands
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Block, Press, Row, Screen, para, quiet, strong, title
from bot.dialogue.stages import stage_in_words, to_the_receipt
from bot.dialogue.voice import say
from content.sentences import Text


def show(scene: Scene) -> Screen:
    """The dossier's stage and its receipts."""
    heading = title(say("Estado"))
    dossier = scene.dossier
    if dossier is None:
        none = para(say("Aquí aún no hay un expediente. Puede practicar o usar una invitación."))
        rows = (*case_rows(scene.person), (Press(labels.START, Opened(Place.OFFICIAL)),))
        return framed((heading, none, *case_blocks(scene.person)), rows)
    blocks = (heading, *_stage(scene, dossier), *_receipts(dossier), *case_blocks(scene.person), *_next(scene, dossier))
    return framed(blocks, (*_rows(dossier), *case_rows(scene.person)))


def _stage(scene: Scene, dossier: Dossier) -> tuple[Block, ...]:
    lines = [*stage_in_words(dossier)]
    if dossier.phase is Phase.FILLING:
        if not dossier.is_practice and not dossier.receipts:
            lines.append(say("La prepostulación aún no se entrega."))
        lines += where_the_work_stands(scene)
    named = () if dossier.is_practice else (strong(say("Municipalidad de {municipality}", municipality=scene.municipality)),)
    return (*named, para(*lines))


def _receipts(dossier: Dossier) -> tuple[Block, ...]:
    if not dossier.receipts:
        return ()
    return (para(say("Entregas:"), *map(_received, reversed(dossier.receipts))),)


def _received(receipt: Receipt) -> Text:
    if receipt.replaces:
        return say(
            "Folio {reference}, recibida el {moment}. Reemplaza a {replaced}.",
            reference=receipt.reference,
            moment=receipt.received_at,
            replaced=receipt.replaces,
        )
    return say("Folio {reference}, recibida el {moment}.", reference=receipt.reference, moment=receipt.received_at)


def _next(scene: Scene, dossier: Dossier) -> tuple[Block, ...]:
    if dossier.phase is not Phase.SENT:
        return (quiet(scene.programme.disclaimer),)
    return (para(say("Qué sigue:"), *scene.content.help.after_handing_over), quiet(scene.programme.disclaimer))


def _rows(dossier: Dossier) -> tuple[Row, ...]:
    if dossier.phase is Phase.FILLING:
        going = (Press(labels.CONTINUE, Opened(Place.QUESTION)), Press(labels.PROGRESS, Opened(Place.TASKS)))
        return (going,)
    return ((to_the_receipt(dossier), Press(labels.RESULT, Opened(Place.RESULT))),)
