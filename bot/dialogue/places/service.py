"""One service, whole. `about` is its key and, after it, what was looked for."""

from dataclasses import replace

from bot.dialogue import labels
from bot.dialogue.events import Chose, Opened, Place, Wrote
from bot.dialogue.face import Heard
from bot.dialogue.frame import framed
from bot.dialogue.listening import LISTEN, listening, read_aloud
from bot.dialogue.person import Standing
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Attachment, Link, Map, Press, Row, Screen, para, title
from bot.dialogue.seeking import read_seeking
from bot.dialogue.service_card import Card
from bot.dialogue.step import Step
from bot.dialogue.voice import button, say
from bot.dialogue.wondering import wondered
from content.local_services import LocalService, Spot, map_search
from content.offering import KEY
from content.sentences import Verbatim

MAP = "map"


def show(scene: Scene) -> Screen:
    """The card, with the map and the page where there are any."""
    about = scene.standing.about
    service, seeking = scene.content.directory.of(about[:KEY]), read_seeking(about[KEY:], scene.content.communes)
    back = (Press(labels.BACK, Opened(Place.SERVICES, seeking.written())),)
    if service is None:
        return framed((title(say("Buscar servicios")), para(say("Ese servicio ya no está en el directorio."))), (back,))
    card = Card(scene, service, seeking.commune or service.commune or "")
    blocks, pins = card.whole(), _pins(scene, card) if scene.standing.aside == MAP else ()
    wrong = (Press(button("Esto está mal"), Opened(Place.DOUBTING, about)),)
    screen = framed(blocks, (*listening(scene), *_links(scene, service, card.spots()), wrong, back))
    return replace(screen, attachments=(*read_aloud(scene, blocks), *pins))


def hear(scene: Scene, event: Heard) -> Step | None:
    """The map or the voice was asked for, or another question."""
    match event:
        case Wrote(text) if text.strip():
            return wondered(scene, text, read_seeking(scene.standing.about[KEY:], scene.content.communes))
        case Chose(what) if what in {MAP, LISTEN}:
            return Step(scene.at(Standing(Place.SERVICE, scene.standing.about, what)))
    return None


def _links(scene: Scene, service: LocalService, spots: tuple[Spot, ...]) -> tuple[Row, ...]:
    on_map = button("Ver en el mapa")
    if any(spot.latitude is not None for spot in spots):
        places: tuple[Press | Link, ...] = (Press(on_map, Chose(MAP)),)
    else:
        places = tuple(Link(on_map, map_search(_written_out(scene, spot))) for spot in spots[:1])
    row = (*places, *((Link(button("Abrir la página"), service.web),) if service.web else ()))
    return (row,) if row else ()


def _pins(scene: Scene, card: Card) -> tuple[Attachment, ...]:
    return tuple(
        Map(spot.latitude, spot.longitude, card.word(card.service.name), Verbatim(_written_out(scene, spot)))
        for spot in card.spots()
        if spot.latitude is not None and spot.longitude is not None
    )


def _written_out(scene: Scene, spot: Spot) -> str:
    return f"{spot.address}, {scene.content.communes.of(spot.commune).name}, Chile"
