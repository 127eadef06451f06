"""Forgetting the person: what goes and what stays is said first."""

from bot.dialogue import labels
from bot.dialogue.coming_back import back
from bot.dialogue.errands import Errand, ForgetPerson
from bot.dialogue.events import Confirmed, Opened, Place
from bot.dialogue.face import Heard
from bot.dialogue.frame import framed
from bot.dialogue.membership import heir_told
from bot.dialogue.open_cases import cases_after_forgetting
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Block, Press, Row, Screen, para, strong, title
from bot.dialogue.step import Step
from bot.dialogue.voice import button, say

FORGET = "forget"


def show(scene: Scene) -> Screen:
    """The last word before everything about the person goes."""
    blocks = (
        title(say("Borrar mis datos")),
        para(*scene.content.help.after_forgetting),
        *_of_the_member(scene),
        *cases_after_forgetting(scene.person),
        strong(say("¿Borramos sus datos? No se puede deshacer.")),
    )
    rows: tuple[Row, ...] = (
        (Press(button("Sí, borrar todo"), Confirmed(FORGET)),),
        (Press(labels.CANCEL, back(scene)), Press(labels.MY_DATA, Opened(Place.MY_DATA))),
    )
    return framed(blocks, rows)


def hear(scene: Scene, event: Heard) -> Step | None:
    """The last yes."""
    match event:
        case Confirmed(what) if what == FORGET:
            return Step(scene, errands=(ForgetPerson(scene.person.id), *_inheritance(scene)), forgotten=True)
    return None


def _inheritance(scene: Scene) -> tuple[Errand, ...]:
    dossier = scene.state.municipal
    if dossier is None or scene.person.membership is None:
        return ()
    return heir_told(scene, dossier, dossier.without_member(scene.person.id))


def _of_the_member(scene: Scene) -> tuple[Block, ...]:
    membership = scene.person.membership
    if membership is None:
        return ()
    return (
        para(say("En el expediente de {municipality} quedará: {post}.", municipality=scene.municipality, post=membership.post)),
    )
