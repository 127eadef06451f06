"""What a person's own words are about, as it was learnt from example questions, and why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import exp

import numpy as np

from content.concepts import Concepts
from content.danger import Danger
from content.examples import DANGER, OUT_OF_SCOPE
from content.grams import Gram, grams, heard
from content.hearing import Word, is_sign
from content.languages import LANGUAGES
from content.local_services import Category
from content.naming import Naming
from content.topics import About, Outcome, Topic
from content.trained import Told, Trained
from content.understanding import Distress

# Chosen on a held-back part of the examples: docs/decisions/understanding.md.
_SHARPNESS = 4.0
_REFUSED_FROM, _SURE_FROM, _DANGER_FROM, _LANGUAGE_BY = 0.2, 0.35, -0.1, 0.35
_MOST_TOPICS, _MOST_MATCHED, _ENOUGH_WORDS = 3, 3, 5
"""In fewer words nothing is told in a roundabout way: a name, a number or a place is like anything."""
_NEAR_DANGER = (Category.GBV, Category.CHILD, Category.MENTAL, Category.EMERGENCY)
"""Who asks about these is shown the numbers for people in danger first, and rather once too often: they are no sign of calm."""


class Asking:
    """Understands questions by what it was trained with, and hears danger that no phrase says."""

    def __init__(self, trained: Trained, concepts: Concepts, naming: Naming) -> None:
        self._trained, self._concepts, self._naming = trained, concepts, naming
        self._at = {label: at for at, label in enumerate(trained.labels)}
        self._topics = [self._at[label] for label in (*Category, OUT_OF_SCOPE)]
        self._calm = [at for at in self._topics if trained.labels[at] not in _NEAR_DANGER]
        self._dangers = {self._at[name]: each for each in Danger if (name := f"{DANGER}-{each.name}") in self._at}

    def about(self, text: str) -> About:
        """What any text is about."""
        named, said = self._naming.named(text), self._said(text)
        commune = named.cut if named else ""
        if not said.told.shares:
            return About(Outcome.NONE, (), commune)
        chances = self._chances(said.told, (*Category, OUT_OF_SCOPE))
        language = "" if named and named.is_all_of(len(said.words)) else self._language(said.told)
        best = sorted(Category, key=lambda each: -chances[each])[:_MOST_TOPICS]
        if chances[OUT_OF_SCOPE] > _REFUSED_FROM:
            return About(Outcome.NONE, (), commune, language)
        topics = tuple(Topic(each, chances[each], said.matched(self._at[each], self._topics)) for each in best)
        outcome = Outcome.FOUND if topics[0].score >= _SURE_FROM else Outcome.UNSURE
        return About(outcome, topics, commune, language)

    def distress(self, text: str) -> Distress | None:
        """The danger that a message shows by its likeness to examples of it; None where it shows none."""
        said = self._said(text)
        if len(said.words) < _ENOUGH_WORDS or not said.told.shares or self._likeness(said.told) < _DANGER_FROM:
            return None
        most = max(self._dangers, key=lambda at: said.told.sums[at])
        return Distress(self._dangers[most], said.matched(most, self._calm))

    def _likeness(self, told: Told) -> float:
        """How much more it is like the danger that it is most like than like anything calm."""
        return float(told.sums[list(self._dangers)].max() - told.sums[self._calm].max())

    def _said(self, text: str) -> "_Said":
        written, words = heard(text)
        pieces = tuple(grams(words, self._concepts))
        return _Said(written, words, pieces, self._trained.told(pieces))

    def _chances(self, told: Told, labels: Sequence[str]) -> dict[str, float]:
        powers = {label: exp(_SHARPNESS * float(told.sums[self._at[label]])) for label in labels}
        total = sum(powers.values())
        return {label: power / total for label, power in powers.items()}

    def _language(self, told: Told) -> str:
        first, second, *_ = sorted(LANGUAGES, key=lambda each: -told.sums[self._at[each]])
        return first if told.sums[self._at[first]] - told.sums[self._at[second]] >= _LANGUAGE_BY else ""


@dataclass(frozen=True, slots=True)
class _Said:
    """A text, its words and pieces, and what they tell."""

    written: str
    words: Sequence[Word]
    pieces: Iterable[Gram]
    told: Told

    def matched(self, label: int, others: Sequence[int]) -> tuple[str, ...]:
        """The words that speak most for a label, and more than for the others, as written; neighbouring signs as one."""
        known = list({each.piece: each for each in self.pieces if each.piece in self.told.shares}.values())
        shares = np.array([self.told.shares[each.piece] for each in known])
        speaking = shares[:, label] - shares[:, list(others)].mean(axis=1)
        weights = [0.0] * len(self.words)
        for gram, speaks in zip(known, speaking.tolist(), strict=True):
            for at in gram.places:
                weights[at] += speaks / len(gram.places)
        best = sorted(range(len(self.words)), key=lambda at: -weights[at])[:_MOST_MATCHED]
        return tuple(self._runs(sorted(at for at in best if weights[at] > 0)))

    def _runs(self, places: Sequence[int]) -> Iterator[str]:
        start = 0
        for end, at in enumerate(places, start=1):
            word = self.words[at]
            goes_on = end < len(places) and is_sign(word.folded) and self.words[places[end]].start == word.end
            if not goes_on:
                yield self.written[self.words[places[start]].start : word.end]
                start = end
