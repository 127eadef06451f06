"""An invitation: its code is typed, checked by the api, and accepted or not.

`about` is empty, `checking`, `unread`, or why it was declined: `unknown`, `used`, `expired`.
"""

import re

from bot.dialogue import labels
from bot.dialogue.events import Looked, Opened, Place, Wrote
from bot.dialogue.face import Heard
from bot.dialogue.frame import framed
from bot.dialogue.person import Standing
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Block, Press, Row, Screen, para, strong, title
from bot.dialogue.starting import CHECKING, accepting
from bot.dialogue.step import Step
from bot.dialogue.voice import button, say
from content.sentences import Text

UNREAD = "unread"
_WRITTEN = re.compile(r"(?:^|start=|\s)((?:inv|rol)_[A-Za-z0-9_-]{4,60})")
_BARE = re.compile(r"[A-Za-z0-9_-]{6,60}")


def show(scene: Scene) -> Screen:
    """What became of the invitation, and how to give a code."""
    if scene.standing.about == CHECKING:
        waiting = para(say("Estamos revisando la invitación. Le avisamos aquí mismo. Lo demás queda guardado."))
        return framed((title(say("Invitación")), waiting), ((Press(button("Revisar de nuevo"), Looked()),), *_elsewhere()))
    lines = _declined(scene.standing.about)
    return framed((title(say("Invitación")), *((para(*lines),) if lines else ()), _how()), _elsewhere())


def hear(scene: Scene, event: Heard) -> Step | None:
    """A code, with or without its beginning, or the whole link pasted."""
    if not isinstance(event, Wrote):
        return None
    payload = _payload(event.text)
    return accepting(scene, payload) if payload else Step(scene.at(Standing(Place.INVITATION, UNREAD)))


def _payload(typed: str) -> str:
    """The payload of a deep link that the text can only mean; empty without one."""
    written = _WRITTEN.search(typed)
    if written:
        return written[1]
    bare = _BARE.fullmatch(typed.strip())
    return f"inv_{bare[0]}" if bare else ""


def _how() -> Block:
    return strong(say("Escriba el código de la invitación, o pegue aquí el enlace."))


def _declined(why: str) -> tuple[Text, ...]:
    another = say("Pida otra a quien se la envió, o pídala aquí al equipo.")
    match why:
        case "used":
            return (say("Esa invitación ya se usó."), another)
        case "expired":
            return (say("Esa invitación venció."), another)
        case "unknown":
            return (say("No encontramos esa invitación. Revise que el código esté completo."), another)
        case "unread":
            return (say("No pudimos leer un código en ese mensaje. Copie la invitación completa."),)
    return (
        say("Con la invitación, usted llena el expediente de su municipalidad junto a su equipo."),
        say("La entrega quien ya lo llena en su municipalidad. Si nadie lo llena, pídala aquí al equipo."),
    )


def _elsewhere() -> tuple[Row, ...]:
    return (
        (Press(labels.ASK_INVITATION, Opened(Place.VERIFICATION)),),
        (Press(labels.BACK, Opened(Place.OFFICIAL)),),
    )
