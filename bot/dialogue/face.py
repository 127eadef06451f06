"""The two things a place has: what it shows, and what it understands besides its buttons' ways elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.dialogue.events import Chose, Confirmed, Sent, SentOther, Wrote
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Screen
from bot.dialogue.step import Step

Heard = Wrote | Sent | SentOther | Chose | Confirmed


@dataclass(frozen=True, slots=True)
class Face:
    """`show` draws the place; `hear` answers words, files, picks and last yeses there, None for what it does not understand."""

    show: Callable[[Scene], Screen]
    hear: Callable[[Scene, Heard], Step | None] | None = None
