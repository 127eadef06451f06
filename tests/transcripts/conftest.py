"""The real content, read once."""

from tests.dialogue.conftest import content

__all__ = ["content"]
