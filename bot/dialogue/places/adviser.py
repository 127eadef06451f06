"""A person to talk to: until a desk is connected, the official channels. Nothing typed here is sent to anybody."""

from bot.dialogue.coming_back import way_back
from bot.dialogue.events import Wrote
from bot.dialogue.face import Heard
from bot.dialogue.frame import framed
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Screen, para, quiet, title
from bot.dialogue.step import Step
from bot.dialogue.voice import say
from content.help import Channel
from content.sentences import Text


def show(scene: Scene) -> Screen:
    """The channels, and where this person stood."""
    help = scene.content.help
    blocks = (
        title(say("Hablar con una persona")),
        para(help.no_desk),
        para(*map(_line, help.channels)),
        para(help.regional_offices),
        quiet(say("Lo que escriba en esta pantalla no llega a nadie.")),
    )
    return framed(blocks, way_back(scene))


def hear(scene: Scene, event: Heard) -> Step | None:
    """What is written here goes nowhere, and that is said."""
    if not isinstance(event, Wrote):
        return None
    return Step(scene.saying(say("Su mensaje no se envió a nadie ni se guardó. Use uno de estos canales.")))


def _line(channel: Channel) -> Text:
    return say("{name}: {address}", name=channel.name, address=channel.address)
