"""Waiting for what is to come, where everything may be killed in between."""

import time
from collections.abc import Callable

from bot.playground.person import Person

LIMIT = 300.0  # on PostgreSQL what a dead bot had in hand is leased for a minute


def waited(holds: Callable[[], object]) -> None:
    """Returns once it holds."""
    end = time.monotonic() + LIMIT
    while not holds():
        assert time.monotonic() < end, "it never came to hold"
        time.sleep(0.1)


def seen(person: Person, words: str, chat: int | None = None) -> None:
    """Returns once the bot has said these words there."""
    waited(lambda: any(words in screen.text for screen in person.screens(chat)))
