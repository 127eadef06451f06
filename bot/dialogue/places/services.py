"""Looking for a service: by topic, by commune, or in one's own words. `about` is what is looked for, as `Seeking` writes it."""

from dataclasses import replace

from bot.dialogue import labels
from bot.dialogue.events import Chose, Opened, Place, Spoke, Wrote
from bot.dialogue.face import Heard
from bot.dialogue.frame import framed, in_rows
from bot.dialogue.listening import LISTEN, listening, read_aloud
from bot.dialogue.person import Standing
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Block, Press, Row, Screen, para, quiet, strong, title
from bot.dialogue.seeking import Mood, Seeking, read_seeking
from bot.dialogue.service_card import Card
from bot.dialogue.step import Step
from bot.dialogue.voice import button, say
from bot.dialogue.wondering import wondered
from content.calendar_words import CHILE
from content.languages import ENDONYMS
from content.local_services import Category, LocalService
from content.offering import KEY, Offer
from content.sentences import Text, Verbatim

LONGEST = 60
ASK = say("Escriba con sus palabras qué necesita, o elija un tema.")
_DANGER = (Press(labels.IN_DANGER, Opened(Place.DANGER)),)


def show(scene: Scene) -> Screen:
    """The topics, what was found, or what to do where nothing was."""
    seeking = read_seeking(scene.standing.about, scene.content.communes)
    match seeking.mood:
        case Mood.FOUND if seeking.categories:
            return _found(scene, seeking)
        case Mood.UNSURE:
            return _unsure(scene, seeking)
        case Mood.NOTHING:
            return _nothing(scene, seeking)
        case Mood.COMMUNE:
            return _naming(scene, seeking)
    return _choosing(scene, seeking)


def hear(scene: Scene, event: Heard) -> Step | None:
    """A question in one's own words, the name of a commune, one picked from a list, or that the answer is to be heard."""
    seeking = read_seeking(scene.standing.about, scene.content.communes)
    match event:
        case Chose(cut) if scene.content.communes.knows(cut):
            mood = Mood.FOUND if seeking.categories else Mood.CHOOSING
            return _standing(scene, replace(seeking, mood=mood, commune=cut))
        case Chose(what) if what == LISTEN:
            return Step(scene.at(Standing(Place.SERVICES, scene.standing.about, LISTEN)))
        case Wrote(text) if text.strip() and seeking.mood is Mood.COMMUNE:
            typed = " ".join(text.split())[:LONGEST]
            return Step(scene.at(Standing(Place.SERVICES, scene.standing.about, typed)))
        case Wrote(text) if text.strip():
            return wondered(scene, text, seeking)
    return None


def _standing(scene: Scene, seeking: Seeking) -> Step:
    return Step(scene.at(Standing(Place.SERVICES, seeking.written())))


def _choosing(scene: Scene, seeking: Seeking) -> Screen:
    blocks = (
        title(say("Buscar servicios")),
        strong(ASK),
        *_where(scene, seeking),
        quiet(say("No pedimos su nombre ni sus papeles. Después de una hora no guardamos nada de esto.")),
    )
    return framed(blocks, (_DANGER, *_topics(scene, seeking.commune), (_commune_button(seeking),), *_official()))


def _topics(scene: Scene, commune: str) -> tuple[Row, ...]:
    return in_rows(tuple(_topic(scene, each, commune) for each in scene.content.categories), 2)


def _topic(scene: Scene, category: Category, commune: str) -> Press:
    told = scene.content.categories[category]
    wanted = Seeking(Mood.FOUND, (category,), commune)
    return Press(say("{icon} {topic}", icon=told.icon, topic=told.short), Opened(Place.SERVICES, wanted.written()))


def _where(scene: Scene, seeking: Seeking) -> tuple[Block, ...]:
    if not seeking.commune:
        return ()
    return (para(say("📍 Comuna: {commune}", commune=_name(scene, seeking.commune))),)


def _commune_button(seeking: Seeking) -> Press:
    label = button("Cambiar comuna") if seeking.commune else button("Elegir comuna")
    return Press(label, Opened(Place.SERVICES, replace(seeking, mood=Mood.COMMUNE).written()))


def _official() -> tuple[Row, ...]:
    return ((Press(button("Trabajo en municipalidad"), Opened(Place.OFFICIAL)),),)


def _naming(scene: Scene, seeking: Seeking) -> Screen:
    heading, how = title(say("¿En qué comuna vive o está?")), strong(say("Escriba el nombre de la comuna."))
    before = replace(seeking, mood=Mood.FOUND if seeking.categories else Mood.CHOOSING)
    back = (Press(labels.BACK, Opened(Place.SERVICES, before.written())),)
    typed = scene.standing.aside
    if not typed:
        return framed((heading, how), (back,))
    found = tuple(each.commune for each in scene.content.communes.find(typed))
    if not found:
        return framed((heading, para(say("No encontramos una comuna con ese nombre.")), how), (back,))
    lines = (say("{commune} (región: {region})", commune=Verbatim(c.name), region=Verbatim(c.region)) for c in found)
    presses = tuple(Press(Verbatim(each.name), Chose(each.cut)) for each in found)
    return framed(
        (heading, para(*lines), para(say("Elija una. Si no está, escriba el nombre de otra forma."))),
        (*in_rows(presses, 2), back),
    )


def _found(scene: Scene, seeking: Seeking) -> Screen:
    today = scene.now.astimezone(CHILE).date()
    fitting = scene.content.directory.of(seeking.best) if seeking.best else None
    fit = {fitting.id: 1.0} if fitting else {}
    offer = scene.content.directory.offer(seeking.categories, seeking.commune or None, today, fit)
    if not offer.services and offer.nearby is None:
        return _nothing(scene, seeking)
    told = scene.content.categories[seeking.categories[0]]
    heading = quiet(say("{icon} {topic}", icon=told.icon, topic=told.label), *_last_known(scene))
    best, *others = _in_order(offer)
    # The names of the others are on their buttons: on a small phone the first answer has to stay in sight.
    also = (strong(say("También puede servir:")),) if others else ()
    more = Press(button("Mapa y más opciones"), _card(best, seeking))
    doors = tuple(_press(scene, each, seeking) for each in others)
    rows = (*listening(scene), (more,), *((door,) for door in doors), *_ways_on(scene, seeking))
    blocks = (heading, *_where(scene, seeking), *Card(scene, best, seeking.commune).whole(), *also)
    aloud = (*blocks, para(*(door.label for door in doors)))
    return replace(framed(blocks, rows), attachments=read_aloud(scene, aloud))


def _in_order(offer: Offer) -> tuple[LocalService, ...]:
    return (*offer.services, *((offer.nearby,) if offer.nearby else ()))


def _press(scene: Scene, service: LocalService, seeking: Seeking) -> Press:
    name = Card(scene, service, seeking.commune).word(service.name)
    return Press(name, _card(service, seeking))


def _card(service: LocalService, seeking: Seeking) -> Opened:
    """The way to a card; of what was looked for, it takes two topics along, for a button carries no more."""
    return Opened(Place.SERVICE, service.id[:KEY] + replace(seeking, categories=seeking.categories[:2]).written())


def _ways_on(scene: Scene, seeking: Seeking) -> tuple[Row, ...]:
    others = tuple(_topic(scene, each, seeking.commune) for each in seeking.categories[1:])
    back = Press(button("Ver los temas"), Opened(Place.SERVICES, Seeking(commune=seeking.commune).written()))
    return (*((others,) if others else ()), *_speak(scene), (_commune_button(seeking), back), _DANGER)


def _speak(scene: Scene) -> tuple[Row, ...]:
    """The language that somebody wrote in is offered where it is another one; never imposed."""
    other = scene.standing.aside
    return ((Press(Verbatim(ENDONYMS[other]), Spoke(other)),),) if other in ENDONYMS else ()


def _unsure(scene: Scene, seeking: Seeking) -> Screen:
    blocks = (
        title(say("¿De qué se trata?")),
        para(say("No estamos seguros de haber entendido.")),
        strong(say("Elija el tema que más se parece.")),
    )
    nearest = tuple((_topic(scene, each, seeking.commune),) for each in seeking.categories)
    back = Press(button("Ver los temas"), Opened(Place.SERVICES, Seeking(commune=seeking.commune).written()))
    return framed(blocks, (*nearest, *_speak(scene), (back,), _person(), _DANGER))


def _nothing(scene: Scene, seeking: Seeking) -> Screen:
    lines: tuple[Text, ...] = (
        say("No encontramos un servicio para eso."),
        say("Escríbalo de otra forma, elija un tema o hable con una persona."),
    )
    blocks = (title(say("Buscar servicios")), para(*lines), *_where(scene, seeking))
    return framed(blocks, (_person(), *_speak(scene), *_topics(scene, seeking.commune), _DANGER))


def _person() -> Row:
    return (Press(button("Preguntar a una persona"), Opened(Place.ADVISER)),)


def _last_known(scene: Scene) -> tuple[Text, ...]:
    known = scene.content.directory_as_of
    return (say("Sin conexión con el directorio: esto es lo último que supimos, {moment}.", moment=known),) if known else ()


def _name(scene: Scene, cut: str) -> Text:
    return Verbatim(scene.content.communes.of(cut).name)
