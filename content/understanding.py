"""What a person's own words are about: whether somebody is in danger now. Offline, always the same answer, and it says why."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from content.danger import Danger
from content.hearing import Vocabulary, plain, words_in
from content.phrases import Phrase, Phrases


@dataclass(frozen=True, slots=True)
class Distress:
    """A danger, and the person's words that showed it, as they wrote them."""

    danger: Danger
    matched: tuple[str, ...]


class Ear(Protocol):
    """Hears danger in another way than by phrases."""

    def distress(self, text: str) -> Distress | None:
        """The danger that any text shows; None where it shows none."""


class Understanding:
    """Knows the phrases of danger of all languages at once, and the `harmless` ones that only look like it.

    Where no phrase is known, it asks another `ear`, if there is one.
    """

    def __init__(self, phrases: Iterable[tuple[Phrase, Danger]], harmless: Iterable[Phrase], ear: Ear | None = None) -> None:
        self._ear = ear
        kinds = list(Danger)
        listed = sorted(phrases, key=lambda each: kinds.index(each[1]))
        looking_alike = [(phrase, None) for phrase in harmless]
        self._dangers, self._harmless = Phrases(listed), Phrases(looking_alike)
        self._vocabulary = Vocabulary(
            word
            for phrase in (*(each for each, _ in listed), *(each for each, _ in looking_alike))
            for part in phrase
            for word in part.words()
        )

    def distress(self, text: str) -> Distress | None:
        """The danger that a message shows, in whatever language; None where it shows none. Takes any text."""
        written = plain(text)
        words = words_in(written)
        known = {word: self._vocabulary.meant(word) for word in {each.folded for each in words}}
        heard = [known[word.folded] for word in words]
        for at in list(self._harmless.words(heard)):
            heard[at] = frozenset()
        for danger, places in self._dangers.said(heard):
            return Distress(danger, tuple(written[words[place[0]].start : words[place[-1]].end] for place in places))
        return self._ear.distress(text) if self._ear else None
