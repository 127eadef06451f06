"""/start, and what a deep link brings: an invitation, a role, a commune's services."""

from dataclasses import replace

from bot.dialogue.errands import AcceptInvitation
from bot.dialogue.events import Place
from bot.dialogue.moving import opened
from bot.dialogue.person import Standing
from bot.dialogue.scene import Scene
from bot.dialogue.step import Step
from bot.dialogue.voice import say

CHECKING = "checking"
UNKNOWN_LINK = say("No reconocimos ese enlace. Pida otro a quien se lo envió, o siga desde aquí.")


def started(scene: Scene, payload: str) -> Step:
    """Home, or what the link was for. The language is asked first; what the link was for waits behind it."""
    match payload.partition("_"):
        case (("inv" | "rol"), _, code) if code:
            return accepting(scene, payload)
        case "com", _, cut if cut in {each.cut for each in scene.content.communes.all()}:
            return opened(scene, Place.SERVICES, cut)
    person = replace(scene.person, draft=None, left=None)
    home = scene.with_person(person).at(Standing(Place.JOINING if person.joining else Place.HOME))
    return Step(home.saying(UNKNOWN_LINK) if payload else home)


def accepting(scene: Scene, payload: str) -> Step:
    """An invitation's code goes to the api; meanwhile the screen says that it is being checked."""
    return Step(scene.at(Standing(Place.INVITATION, CHECKING)), errands=(AcceptInvitation(payload),))
