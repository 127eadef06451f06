"""Replies that are ready, which people read in their own language."""

from collections.abc import Mapping
from dataclasses import dataclass

from content.sentences import Say
from content.support import Support
from content.wording import Wording

_LABEL = 60


@dataclass(frozen=True, slots=True)
class Canned:
    """What content has ready, by its id."""

    support: Support
    words: Wording

    def titles(self) -> Mapping[str, str]:
        """The titles that staff choose from."""
        return {id: reply.title[:_LABEL] for id, reply in self.support.replies.items()}

    def paragraphs(self, id: str) -> tuple[Say, ...]:
        """The reply of that id; nothing for one that is no longer there."""
        reply = self.support.replies.get(id)
        return reply.paragraphs if reply else ()

    def in_spanish(self, id: str) -> str:
        """The reply as staff read it."""
        return "\n".join(self.words.word(each, "es") for each in self.paragraphs(id))
