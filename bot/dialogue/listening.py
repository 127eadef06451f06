"""Listening to what stands on a screen, for whoever reads little or is on the way."""

from bot.dialogue.events import Chose
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Block, Press, ReadAloud, Row
from bot.dialogue.voice import button

LISTEN = "listen"


def listening(scene: Scene) -> tuple[Row, ...]:
    """The button; none where this language is not spoken here."""
    return ((Press(button("🔊 Escuchar"), Chose(LISTEN)),),) if _is_spoken(scene) else ()


def read_aloud(scene: Scene, blocks: tuple[Block, ...]) -> tuple[ReadAloud, ...]:
    """The blocks aloud, where that was asked for."""
    return (ReadAloud(blocks),) if scene.standing.aside == LISTEN and _is_spoken(scene) else ()


def _is_spoken(scene: Scene) -> bool:
    return (scene.person.language or "es") in scene.content.can_speak
