"""What people ask for, in the terms of our own vocabulary: «arriendo», however and in whatever language somebody says it."""

from collections.abc import Sequence

from content.concepts import Concepts, Term
from content.hearing import plain, words_in

_MOST, _MOST_WORDS = 5, 300


class AskedFor:
    """Knows the terms that may be counted. Nothing of what a person writes is one, nor passes for one."""

    def __init__(self, vocabulary: Sequence[Term]) -> None:
        self.terms = frozenset(each.concept for each in vocabulary)
        self._concepts = Concepts(vocabulary)

    def said(self, text: str) -> tuple[str, ...]:
        """The terms that a text shows, the first of them; maybe none."""
        words = [word.folded for word in words_in(plain(text))[:_MOST_WORDS]]
        return tuple(self._concepts.meant(words))[:_MOST]
