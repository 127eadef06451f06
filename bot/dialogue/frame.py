"""What every screen has around its own part: a way home, a language switch and a person to talk to."""

from dataclasses import replace

from bot.dialogue import labels
from bot.dialogue.events import Opened, Place
from bot.dialogue.screen import Block, Press, Row, Screen, Style
from content.sentences import Text


def framed(blocks: tuple[Block, ...], rows: tuple[Row, ...] = (), *, home: bool = True) -> Screen:
    """A screen with the ways out that every screen has; `home=False` where it is home, or has a way there of its own."""
    first: tuple[Press, ...] = (Press(labels.LANGUAGE, Opened(Place.LANGUAGE)),)
    if home:
        first = (Press(labels.HOME, Opened(Place.HOME)), *first)
    return Screen(blocks, (*rows, first, (Press(labels.ADVISER, Opened(Place.ADVISER)),)))


def with_note(screen: Screen, note: Text | None) -> Screen:
    """The screen with one line on top about what just happened."""
    return screen if note is None else replace(screen, blocks=(Block((note,), Style.QUIET), *screen.blocks))


def in_rows(presses: tuple[Press, ...], width: int) -> tuple[Row, ...]:
    """Buttons side by side, `width` to a row."""
    return tuple(presses[start : start + width] for start in range(0, len(presses), width))
