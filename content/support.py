"""What the support team has at hand: replies that are ready in every language."""

from collections.abc import Mapping
from dataclasses import dataclass

from content.sentences import Say


@dataclass(frozen=True, slots=True)
class Reply:
    """A canned reply: `title` is the Spanish label of its button, the paragraphs are what the person reads."""

    id: str
    title: str
    paragraphs: tuple[Say, ...]


@dataclass(frozen=True, slots=True)
class Support:
    """The replies by id, in the order of their buttons."""

    replies: Mapping[str, Reply]
