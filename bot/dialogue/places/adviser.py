"""A person to talk to: what is written or sent here goes to the team, and the bot does not talk in between.

`about` is a case's id, `distress`, a hat, or empty.
"""

from bot.dialogue.asking import asking
from bot.dialogue.case_outcomes import rating
from bot.dialogue.cases import Case, CaseKind, CaseState, Hat
from bot.dialogue.coming_back import way_back
from bot.dialogue.desk import Desk, desk
from bot.dialogue.events import Chose, Confirmed
from bot.dialogue.expecting import NOBODY_READS, expected_in_words, hours_in_words, in_words
from bot.dialogue.face import Heard
from bot.dialogue.frame import framed
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Block, Row, Screen, para, quiet, strong, title
from bot.dialogue.step import Step
from bot.dialogue.voice import say
from content.help import Channel
from content.sentences import Text


def show(scene: Scene) -> Screen:
    """How to ask, or how the case stands that is open here."""
    here = desk(scene)
    body = _case(scene, here.case) if here.case else _invitation(scene, here)
    presses = rating(here.case) if here.case and here.case.id else ()
    rows: tuple[Row, ...] = (presses,) if presses else ()
    return framed((title(say("Hablar con una persona")), *body, *_hat(scene, here)), (*rows, *way_back(scene)))


def hear(scene: Scene, event: Heard) -> Step | None:
    """Words, photos, voice notes, documents: all of it goes to the person."""
    return None if isinstance(event, Chose | Confirmed) else asking(scene, event)


def _invitation(scene: Scene, here: Desk) -> tuple[Block, ...]:
    if here.kind is CaseKind.DISTRESS:
        how = para(say("Escriba aquí qué pasa."), say("Su mensaje va antes que los demás."))
    else:
        how = para(
            say("Escriba aquí su pregunta."),
            say("También puede enviar fotos, notas de voz o documentos, en cualquier orden."),
        )
    if not scene.content.has_desk:
        return (how, *_without_a_desk(scene))
    answers = para(say("Le responde una persona del equipo, aquí mismo."), hours_in_words(scene.content.help.working_hours))
    return (how, answers)


def _case(scene: Scene, case: Case) -> tuple[Block, ...]:
    if not case.reference:
        kept = para(
            say("Recibimos su mensaje y lo guardamos."), say("El folio de su caso aparecerá aquí. Puede seguir escribiendo.")
        )
        return (kept,) if scene.content.has_desk else (kept, para(*NOBODY_READS), _channels(scene))
    heading, named = strong(in_words(case.state)), say("Folio del caso: {reference}", reference=case.reference)
    match case.state:
        case CaseState.SENDING:
            return (heading, para(named, say("Recibimos su mensaje y lo guardamos.")))
        case CaseState.CLOSED:
            asked = () if case.rated else (strong(say("¿Le sirvió la ayuda?")),)
            return (heading, para(named, say("Si escribe aquí, el caso se abre otra vez.")), *asked)
    lines = expected_in_words(case) if case.state is CaseState.WAITING else ()
    onward = say("Lo que escriba o envíe aquí se agrega a su caso.")
    return (heading, para(named, *lines, onward), *(() if case.is_heard else (_channels(scene),)))


def _without_a_desk(scene: Scene) -> tuple[Block, ...]:
    help = scene.content.help
    later = say("Lo que escriba aquí queda guardado con un folio, y el equipo lo verá cuando se conecte.")
    return (para(help.no_desk), _channels(scene), para(later))


def _channels(scene: Scene) -> Block:
    help = scene.content.help
    return para(*map(_line, help.channels), help.regional_offices)


def _line(channel: Channel) -> Text:
    return say("{name}: {address}", name=channel.name, address=channel.address)


def _hat(scene: Scene, here: Desk) -> tuple[Block, ...]:
    """What goes along, and to whom it does not belong: work and one's own matters are never mixed."""
    if here.hat is Hat.OFFICIAL:
        told = say("Es una consulta de trabajo. El equipo ve su municipalidad y la pregunta donde estaba, no sus archivos.")
        return (quiet(told),)
    if scene.person.membership:
        return (quiet(say("Es una consulta personal. Su municipalidad no la ve.")),)
    return (quiet(say("Para preguntar aquí no necesita RUN ni papeles.")),)
