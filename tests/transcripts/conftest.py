"""The real content, read once."""

from tests.dialogue.conftest import content as content
