"""What tests of the conversation share: the real content, read once."""

import pytest

from bot.dialogue.turn import Content
from content.reading import current, read_communes, read_editions, read_help
from content.wording import Wording


@pytest.fixture(scope="session")
def content() -> Content:
    """Everything the programme says, from the project's own files."""
    editions = read_editions()
    return Content(editions, current(editions), read_help(), read_communes(), Wording.load())
