"""The services of an official's municipality. `about` is `due` for those to be confirmed, or a page.

`aside` has the keys of those that were settled just now, while the directory does not know it yet.
"""

from bot.dialogue import labels
from bot.dialogue.errands import ProposeService
from bot.dialogue.events import Chose, Opened, Place
from bot.dialogue.face import Heard
from bot.dialogue.frame import framed
from bot.dialogue.person import Standing
from bot.dialogue.proposals import Change, ProposalKind
from bot.dialogue.scene import CHILE, Scene
from bot.dialogue.screen import Block, Press, Row, Screen, para, quiet, title
from bot.dialogue.service_doubts import doubts_in_words
from bot.dialogue.step import Step
from bot.dialogue.upkeep import due
from bot.dialogue.upkeep_outcomes import DUE
from bot.dialogue.voice import button, say
from content.local_services import LocalService, ServiceStatus
from content.offering import KEY
from content.sentences import Text, Verbatim

RIGHT, CLOSED = "=", "x"
PUBLISHED = say("Su nombre y su cargo se publican en la ficha, como quien la revisó.")
_PAGE, _AT_ONCE = 8, 6


def show(scene: Scene) -> Screen:
    """All of them with what readers doubt, or those that nobody has confirmed for long."""
    return _due(scene) if scene.standing.about == DUE else _all(scene)


def hear(scene: Scene, event: Heard) -> Step | None:
    """One press: it still holds, or it is closed."""
    membership = scene.person.membership
    match event:
        case Chose(what) if membership and what[:1] in (RIGHT, CLOSED):
            service = scene.content.directory.of(what[1:])
            if service is None or service.commune != membership.cut:
                return None
            kind, change = ProposalKind.CONFIRMED, Change()
            thanks = say("Gracias. «{name}» queda confirmado.", name=service.name)
            if what[0] == CLOSED:
                kind, change = ProposalKind.EDITED, Change(status=ServiceStatus.CLOSED_FOR_A_WHILE)
                thanks = say("Gracias. El equipo revisa que «{name}» está cerrado.", name=service.name)
            by = f"{membership.name}, {membership.post}"
            aside = ",".join(filter(None, (scene.standing.aside, service.id[:KEY])))
            there = scene.at(Standing(Place.OUR_SERVICES, scene.standing.about, aside))
            return Step(there.saying(thanks), (ProposeService(kind, membership.cut, service.id, by, change),))
    return None


def _all(scene: Scene) -> Screen:
    services = scene.content.directory.of_municipality(_cut(scene))
    at = int(scene.standing.about) if scene.standing.about.isdecimal() else 0
    listed = services[at * _PAGE : (at + 1) * _PAGE]
    rows: tuple[Row, ...] = tuple((Press(Verbatim(each.name), Opened(Place.OUR_SERVICE, each.id[:KEY])),) for each in listed)
    if len(services) > (at + 1) * _PAGE:
        rows += ((Press(labels.NEXT, Opened(Place.OUR_SERVICES, str(at + 1))),),)
    to_confirm = len(due(scene.content.directory, _cut(scene), scene.now.astimezone(CHILE).date()))
    review = ((Press(button("Confirmar servicios"), Opened(Place.OUR_SERVICES, DUE)),),) if to_confirm else ()
    others = (
        (Press(button("Agregar un servicio"), Opened(Place.ADDING)), Press(button("Hoja del mes"), Opened(Place.SHEET))),
        (Press(labels.TEAM, Opened(Place.TEAM)),),
    )
    return framed((_heading(scene), *_how_it_stands(scene, services), quiet(PUBLISHED)), (*rows, *review, *others))


def _heading(scene: Scene) -> Block:
    return title(say("Servicios de {municipality}", municipality=scene.municipality))


def _how_it_stands(scene: Scene, services: tuple[LocalService, ...]) -> tuple[Block, ...]:
    if not services:
        return (para(say("Todavía no hay servicios de su municipalidad en el directorio. Agregue el primero.")),)
    tasks = tuple(each for service in services for each in _task(scene, service))
    todo = (para(say("Por revisar:"), *tasks),) if tasks else ()
    return (para(say("Elija un servicio para ver su ficha, confirmarlo o corregirlo.")), *todo)


def _task(scene: Scene, service: LocalService) -> tuple[Text, ...]:
    doubted = doubts_in_words(scene, service)
    waiting = service.id in scene.content.upkeep.waiting
    return (
        *((say("• {name}: {doubts}", name=service.name, doubts=doubted[0]),) if doubted else ()),
        *((say("• {name}: hay un cambio en revisión.", name=service.name),) if waiting else ()),
    )


def _due(scene: Scene) -> Screen:
    settled = scene.standing.aside.split(",")
    services = due(scene.content.directory, _cut(scene), scene.now.astimezone(CHILE).date())
    left = [each for each in services if each.id[:KEY] not in settled][:_AT_ONCE]
    back = (Press(labels.BACK, Opened(Place.OUR_SERVICES)),)
    if not left:
        return framed((_heading(scene), para(say("Todo está confirmado. Gracias."))), (back,))
    lines = tuple(_numbered(number, each) for number, each in enumerate(left, start=1))
    ask = para(say("¿Siguen igual?"), *lines)
    note = quiet(say("Lo que usted confirma se publica de inmediato. Un cambio lo revisa antes el equipo."), PUBLISHED)
    return framed((_heading(scene), ask, note), (*(_answers(n, each) for n, each in enumerate(left, start=1)), back))


def _numbered(number: int, service: LocalService) -> Text:
    if service.checked.on is None:
        return say("{number}. {name}: nunca se confirmó.", number=number, name=service.name)
    return say("{number}. {name}: se confirmó el {day}.", number=number, name=service.name, day=service.checked.on)


def _answers(number: int, service: LocalService) -> Row:
    key = service.id[:KEY]
    return (
        Press(say("{number} ✅ Igual", number=number), Chose(RIGHT + key)),
        Press(say("{number} Cambió", number=number), Opened(Place.OUR_SERVICE, key)),
        Press(say("{number} Cerrado", number=number), Chose(CLOSED + key)),
    )


def _cut(scene: Scene) -> str:
    membership = scene.person.membership
    return membership.cut if membership else ""
