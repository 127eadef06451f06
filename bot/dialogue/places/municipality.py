"""The municipality, found by typing: the list is offered, never guessed.

`about` is what was typed, or the CUT of the commune that was picked.
"""

from dataclasses import replace

from bot.dialogue import labels
from bot.dialogue.events import Chose, Opened, Place, Wrote
from bot.dialogue.face import Heard
from bot.dialogue.frame import framed, in_rows
from bot.dialogue.person import Standing
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Block, Press, Row, Screen, para, quote, strong, title
from bot.dialogue.step import Step
from bot.dialogue.typed import RUT
from bot.dialogue.voice import button, say
from content.directory import Commune
from content.sentences import Text, Verbatim

LONGEST = 60
HEADING = title(say("Buscar mi municipalidad"))


def show(scene: Scene) -> Screen:
    """The question, the communes that what was typed may mean, or the one picked."""
    about = scene.standing.about
    if about and about == scene.person.commune:
        return _picked(scene, scene.content.communes.of(about))
    return _found(scene, about) if about else framed((HEADING, _how()), ())


def hear(scene: Scene, event: Heard) -> Step | None:
    """A name typed, or one of the list picked."""
    match event:
        case Wrote(text) if RUT.search(text):
            return Step(scene.saying(say("Aquí no necesitamos su RUT. Bórrelo de este chat y escriba solo la comuna.")))
        case Wrote(text) if text.strip():
            return Step(scene.at(Standing(Place.MUNICIPALITY, " ".join(text.split())[:LONGEST])))
        case Chose(cut) if cut in {each.cut for each in scene.content.communes.all()}:
            picked = replace(scene.person, commune=cut)
            return Step(scene.with_person(picked).at(Standing(Place.MUNICIPALITY, cut)))
    return None


def _how() -> Block:
    return strong(say("Escriba el nombre de su comuna, por ejemplo: San Pedro de la Paz."))


def _found(scene: Scene, typed: str) -> Screen:
    found = tuple(each.commune for each in scene.content.communes.find(typed))
    if not found:
        sorry = para(say("No encontramos una comuna con ese nombre. Revise cómo se escribe."))
        return framed((HEADING, quote(Verbatim(typed)), sorry, _how()), ())
    blocks = (HEADING, quote(Verbatim(typed)), strong(say("¿Cuál es su comuna?")), para(*map(_line, found)))
    again = para(say("Si no está en la lista, escriba el nombre de otra forma."))
    return framed((*blocks, again), in_rows(tuple(map(_press, found)), 2))


def _line(commune: Commune) -> Text:
    return say("{commune} (región: {region})", commune=Verbatim(commune.name), region=Verbatim(commune.region))


def _press(commune: Commune) -> Press:
    return Press(Verbatim(commune.name), Chose(commune.cut))


def _picked(scene: Scene, commune: Commune) -> Screen:
    again = Press(button("Cambiar municipalidad"), Opened(Place.MUNICIPALITY))
    if not commune.has_municipality:
        return _without_municipality(scene, commune, again)
    blocks = (
        title(say("Municipalidad de {municipality}", municipality=Verbatim(commune.name))),
        para(
            say("Para llenar el expediente de la municipalidad necesita una invitación."),
            say("Pídala a quien ya lo llena en su municipalidad. Si nadie lo llena, pídala aquí al equipo."),
        ),
        para(*scene.content.help.practice),
    )
    return framed(blocks, (*_ways(scene), (again,)))


def _ways(scene: Scene) -> tuple[Row, ...]:
    going = Press(labels.CONTINUE, Opened(Place.QUESTION)) if scene.dossier else Press(labels.PRACTISE, Opened(Place.PROFILE))
    asking = () if scene.person.membership else ((Press(labels.ASK_INVITATION, Opened(Place.VERIFICATION)),),)
    return (*asking, (Press(labels.INVITED, Opened(Place.INVITATION)),), (going,))


def _without_municipality(scene: Scene, commune: Commune, again: Press) -> Screen:
    heading = title(Verbatim(commune.name))
    plain = say("La comuna {commune} no tiene municipalidad propia.", commune=Verbatim(commune.name))
    if not commune.administered_by:
        return framed((heading, para(plain)), ((again,),))
    other = scene.content.communes.of(commune.administered_by)
    administered = say("La administra la municipalidad de {municipality}.", municipality=Verbatim(other.name))
    return framed((heading, para(plain, administered)), ((_press(other),), (again,)))
