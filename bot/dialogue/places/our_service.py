"""One service of an official's municipality. `about` is its key, `aside` what is being changed."""

from dataclasses import replace

from bot.dialogue import labels
from bot.dialogue.errands import ProposeService
from bot.dialogue.events import Chose, Opened, Place, Wrote
from bot.dialogue.face import Heard
from bot.dialogue.frame import framed
from bot.dialogue.person import Draft, Standing
from bot.dialogue.proposals import Change, ProposalKind
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Block, Press, Row, Screen, para, quiet, quote, strong, title
from bot.dialogue.service_card import Card
from bot.dialogue.service_doubts import doubts_in_words
from bot.dialogue.service_fields import ADDRESS, BRING, EXAMPLE, HOURS, PHONE, QUESTION, read_field
from bot.dialogue.step import Step
from bot.dialogue.voice import button, say
from content.local_services import LocalService, ServiceStatus
from content.offering import KEY
from content.sentences import Verbatim

RIGHT, STAY = "=", "stay"
_FIELDS = {
    HOURS: button("Cambiar horario"),
    PHONE: button("Cambiar teléfono"),
    ADDRESS: button("Cambiar dirección"),
    BRING: button("Cambiar qué llevar"),
}
_CLOSE, _REOPEN, _GONE = ServiceStatus.CLOSED_FOR_A_WHILE, ServiceStatus.ACTIVE, ServiceStatus.DEFUNCT


def show(scene: Scene) -> Screen:
    """The card as everybody sees it with what readers doubt, or the one thing that is asked."""
    service = _service(scene)
    back = (Press(labels.BACK, Opened(Place.OUR_SERVICES)),)
    if service is None:
        return framed((para(say("Ese servicio ya no está en el directorio.")),), (back,))
    if scene.standing.aside in _FIELDS:
        return _asking(scene, service)
    doubted = doubts_in_words(scene, service)
    tasks = (quote(*doubted),) if doubted else ()
    waiting = (strong(say("Hay un cambio en revisión.")),) if service.id in scene.content.upkeep.waiting else ()
    return framed((*waiting, *tasks, *Card(scene, service, service.commune or "").whole()), (*_acts(service), back))


def hear(scene: Scene, event: Heard) -> Step | None:
    """That it still holds, what is to be changed, or the change itself."""
    service = _service(scene)
    if service is None:
        return None
    match event:
        case Chose(what) if what == RIGHT:
            thanks = say("Gracias. «{name}» queda confirmado.", name=service.name)
            return _proposed(scene.saying(thanks), service, ProposalKind.CONFIRMED, Change())
        case Chose(what) if what in (_CLOSE, _REOPEN, _GONE):
            return _proposed(_thanked(scene), service, ProposalKind.EDITED, Change(status=what))
        case Chose(what) if what in _FIELDS or what == STAY:
            aside = what if what in _FIELDS else ""
            clean = scene.with_person(replace(scene.person, draft=None))
            return Step(clean.at(Standing(Place.OUR_SERVICE, scene.standing.about, aside)))
        case Wrote(text) if scene.standing.aside in _FIELDS:
            return _typed(scene, service, scene.standing.aside, text)
    return None


def _service(scene: Scene) -> LocalService | None:
    """The service, if it is this municipality's."""
    membership, found = scene.person.membership, scene.content.directory.of(scene.standing.about)
    return found if found and membership and found.commune == membership.cut else None


def _acts(service: LocalService) -> tuple[Row, ...]:
    hours, phone, address, bring = (Press(label, Chose(field)) for field, label in _FIELDS.items())
    if service.status is _CLOSE:
        opening = Press(button("Reabrir"), Chose(_REOPEN))
    else:
        opening = Press(button("Cerrar por un tiempo"), Chose(_CLOSE))
    return (
        (Press(button("Sigue igual"), Chose(RIGHT)),),
        (hours, phone),
        (address, bring),
        (opening, Press(button("Ya no existe"), Chose(_GONE))),
    )


def _asking(scene: Scene, service: LocalService) -> Screen:
    field, draft = scene.standing.aside, scene.person.draft
    typed: tuple[Block, ...] = (quote(Verbatim(draft.typed)),) if draft and draft.typed else ()
    blocks = (title(Verbatim(service.name)), *typed, strong(QUESTION[field]), quiet(EXAMPLE[field]))
    return framed(blocks, ((Press(labels.CANCEL, Chose(STAY)),),))


def _typed(scene: Scene, service: LocalService, field: str, text: str) -> Step:
    read = read_field(field, text, Change())
    if isinstance(read, Change):
        there = scene.at(Standing(Place.OUR_SERVICE, scene.standing.about))
        return _proposed(_thanked(there), service, ProposalKind.EDITED, read)
    kept = Draft(f"{service.id[:KEY]}:{field}", typed=" ".join(text.split())[:200])
    return Step(scene.with_person(replace(scene.person, draft=kept)).saying(read))


def _thanked(scene: Scene) -> Scene:
    return scene.saying(say("Gracias. El equipo revisa su cambio y le avisa aquí."))


def _proposed(scene: Scene, service: LocalService, kind: ProposalKind, change: Change) -> Step:
    membership = scene.person.membership
    if membership is None:
        return Step(scene)
    by = f"{membership.name}, {membership.post}"
    errand = ProposeService(kind, membership.cut, service.id, by, change)
    return Step(scene.with_person(replace(scene.person, draft=None)), (errand,))
