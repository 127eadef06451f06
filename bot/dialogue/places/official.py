"""For whoever works in a municipality: the ways in."""

from bot.dialogue import labels
from bot.dialogue.events import Opened, Place
from bot.dialogue.frame import framed
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Block, Press, Row, Screen, para, title
from bot.dialogue.voice import button, say


def show(scene: Scene) -> Screen:
    """Invitation, municipality, practice, requirements."""
    rows: tuple[Row, ...] = (
        (Press(labels.INVITED, Opened(Place.INVITATION)),),
        *_asking(scene),
        (Press(button("Buscar mi municipalidad"), Opened(Place.MUNICIPALITY)),),
        (_practice(scene),),
        (Press(labels.ABOUT, Opened(Place.ABOUT)), Press(labels.REQUIREMENTS, Opened(Place.REQUIREMENTS))),
    )
    return framed((title(say("Trabajo en una municipalidad")), *_blocks(scene)), rows)


def _blocks(scene: Scene) -> tuple[Block, ...]:
    if scene.person.membership:
        return (para(say("Usted es parte del expediente de {municipality}.", municipality=scene.municipality)),)
    return (
        para(say("Con una invitación, usted llena el expediente de su municipalidad junto a su equipo.")),
        para(*scene.content.help.practice),
    )


def _asking(scene: Scene) -> tuple[Row, ...]:
    return () if scene.person.membership else ((Press(labels.ASK_INVITATION, Opened(Place.VERIFICATION)),),)


def _practice(scene: Scene) -> Press:
    if scene.dossier:
        return Press(labels.CONTINUE, Opened(Place.QUESTION))
    return Press(labels.PRACTISE, Opened(Place.PROFILE))
