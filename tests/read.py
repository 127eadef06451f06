"""What the project's own files say, read once in a run; all of it is frozen, so that tests may share it."""

from functools import cache

from api.library import Library
from bot.assembly import read_content
from bot.dialogue.turn import Content
from content.reading import read_understanding
from content.understanding import Understanding


@cache
def content() -> Content:
    """The whole programme, in every language."""
    return read_content()


@cache
def library() -> Library:
    """What the api judges with."""
    return Library.read()


@cache
def phrases() -> Understanding:
    """What is known of danger by phrases alone."""
    return read_understanding()
