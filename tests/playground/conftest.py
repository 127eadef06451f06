from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.playground.person import Person, Playground
from bot.playground.serving import running
from tests.playground.caller import Caller


@pytest.fixture
def root(tmp_path: Path) -> Iterator[str]:
    """The address of a playground with nobody in it."""
    with running(tmp_path) as address:
        yield address


@pytest.fixture
def playground(root: str) -> Iterator[Playground]:
    with Playground(root) as opened:
        yield opened


@pytest.fixture
def bot(root: str) -> Iterator[Caller]:
    with Caller(root) as caller:
        yield caller


@pytest.fixture
def marta(playground: Playground, bot: Caller) -> Person:
    """Somebody who has begun to talk with the bot, who has heard it."""
    person = playground.person("marta", "Marta")
    person.say("/start")
    bot.updates()
    bot.updates()  # which confirms the first ones
    return person
