"""What tests of the conversation share: the real content, read once."""

from dataclasses import replace

import pytest

from bot.dialogue.turn import Content
from content.fitting import Fitting
from content.offering import Directory
from content.reading import (
    current,
    read_asked_for,
    read_categories,
    read_communes,
    read_danger,
    read_editions,
    read_help,
    read_services,
    read_understanding,
)
from content.wording import Wording
from tests.dialogue.plain_topics import PlainTopics
from tests.dialogue.small_programme import OLD, write_editions
from tests.dialogue.stepping import Setting
from tests.oracle.edition import read_all


@pytest.fixture(scope="session")
def content() -> Content:
    """Everything the programme says, from the project's own files."""
    editions = read_editions()
    words, danger, understanding = Wording.load(), read_danger(), read_understanding()
    communes = read_communes()
    services = read_services()
    known = PlainTopics(communes), read_categories(), Directory(services, communes, Fitting(services))
    said = Content(editions, current(editions), read_help(), communes, words, danger, understanding, *known)
    return replace(said, asked_for=read_asked_for())


@pytest.fixture(scope="session")
def small(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Setting:
    """A small programme that changes overnight."""
    folder = tmp_path_factory.mktemp("small")
    read = read_all(write_editions(folder))
    editions = read_editions(folder)
    before = replace(content, editions={OLD: editions[OLD]}, current=editions[OLD])
    return Setting(before, replace(content, editions=editions, current=current(editions)), read)
