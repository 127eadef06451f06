"""«Esto está mal»: what is wrong with a service, in a few words or none. `about` is that of its card."""

from dataclasses import replace

from bot.dialogue import labels
from bot.dialogue.errands import DoubtService
from bot.dialogue.events import Chose, Opened, Place, Wrote
from bot.dialogue.face import Heard
from bot.dialogue.frame import framed
from bot.dialogue.person import Standing
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Press, Screen, para, quiet, strong, title
from bot.dialogue.service_card import Card
from bot.dialogue.step import Step
from bot.dialogue.typed import RUT
from bot.dialogue.voice import button, say
from content.local_services import LocalService
from content.offering import KEY

SEND = "send"
_MOST, _REMEMBERED = 200, 50
_ALREADY = say("Usted ya nos avisó de esto. Gracias: quien puede corregirlo ya lo sabe.")
_RUT_CAME = say("Su mensaje traía un RUT y no lo enviamos. Bórrelo de este chat y escríbalo sin el RUT.")


def show(scene: Scene) -> Screen:
    """What is asked; nothing of it is needed."""
    about = scene.standing.about
    service = scene.content.directory.of(about[:KEY])
    back = (Press(labels.BACK, Opened(Place.SERVICE, about)),)
    if service is None:
        return framed((title(say("Buscar servicios")), para(say("Ese servicio ya no está en el directorio."))), (back,))
    if _was_doubted(scene, service):
        return framed((title(Card(scene, service).word(service.name)), para(_ALREADY)), (back,))
    blocks = (
        title(say("¿Qué está mal?")),
        para(Card(scene, service).word(service.name)),
        strong(say("Si quiere, escríbalo en pocas palabras.")),
        quiet(say("Nadie sabrá quién lo dijo. No escriba su nombre ni su RUT.")),
    )
    return framed(blocks, ((Press(button("Enviar sin escribir"), Chose(SEND)),), back))


def hear(scene: Scene, event: Heard) -> Step | None:
    """The few words, or that there are none."""
    match event:
        case Wrote(text) if RUT.search(text):
            return Step(scene.saying(_RUT_CAME))
        case Wrote(text) if len(text.strip()) > _MOST:
            return Step(scene.saying(say("Es muy largo. Escríbalo en menos de {most} letras.", most=_MOST)))
        case Wrote(text):
            return _doubted(scene, " ".join(text.replace("\0", " ").split()))
        case Chose(what) if what == SEND:
            return _doubted(scene, "")
    return None


def _doubted(scene: Scene, words: str) -> Step:
    about = scene.standing.about
    service = scene.content.directory.of(about[:KEY])
    if service is None:
        return Step(scene)
    back = scene.at(Standing(Place.SERVICE, about))
    if _was_doubted(scene, service):
        return Step(back.saying(_ALREADY))
    thanks = say("Gracias. Avisamos a quien puede corregirlo.")
    errand = DoubtService(service.id, scene.person.language or "es", words)
    doubted = (*scene.person.doubted, service.id[:KEY])[-_REMEMBERED:]
    return Step(back.with_person(replace(back.person, doubted=doubted)).saying(thanks), (errand,))


def _was_doubted(scene: Scene, service: LocalService) -> bool:
    """Whether this person said so before: a card is marked once three people do, not one of them three times."""
    return service.id[:KEY] in scene.person.doubted
