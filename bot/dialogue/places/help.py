"""A place still to be drawn."""

from bot.dialogue.face import Heard
from bot.dialogue.frame import framed
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Screen
from bot.dialogue.step import Step


def show(scene: Scene) -> Screen:
    """The place."""
    return framed(())


def hear(scene: Scene, event: Heard) -> Step | None:
    """Nothing yet."""
    return None
