"""What a person's own words are about, as it was learnt from example questions, and why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import exp

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
_MOST_TOPICS, _MOST_MATCHED = 3, 3


class Asking:
    """Understands questions by what it was trained with, and hears danger that no phrase says."""

    def __init__(self, trained: Trained, concepts: Concepts, naming: Naming) -> None:
        self._trained, self._concepts, self._naming = trained, concepts, naming
        self._at = {label: at for at, label in enumerate(trained.labels)}
        self._topics = [self._at[label] for label in (*Category, OUT_OF_SCOPE)]

    def about(self, text: str) -> About:
        """What any text is about."""
        commune, said = self._naming.commune(text), self._said(text)
        if not said.told.shares:
            return About(Outcome.NONE, (), commune)
        chances = self._chances(said.told, (*Category, OUT_OF_SCOPE))
        language = self._language(said.told)
        best = sorted(Category, key=lambda each: -chances[each])[:_MOST_TOPICS]
        if chances[OUT_OF_SCOPE] > _REFUSED_FROM:
            return About(Outcome.NONE, (), commune, language)
        topics = tuple(Topic(each, chances[each], said.matched(self._at[each], self._topics)) for each in best)
        outcome = Outcome.FOUND if topics[0].score >= _SURE_FROM else Outcome.UNSURE
        return About(outcome, topics, commune, language)

    def distress(self, text: str) -> Distress | None:
        """The danger that a message shows by its likeness to examples of it; None where it shows none."""
        said = self._said(text)
        if not said.told.shares or said.told.sums[self._at[DANGER]] < _DANGER_FROM:
            return None
        kinds = [each for each in Danger if f"{DANGER}-{each.name}" in self._at]
        danger = max(kinds, key=lambda each: said.told.sums[self._at[f"{DANGER}-{each.name}"]])
        return Distress(danger, said.matched(self._at[DANGER]))

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

    def matched(self, label: int, others: Sequence[int] = ()) -> tuple[str, ...]:
        """The words that speak most for a label, and more than for the others, as written; neighbouring signs as one."""
        weights = [0.0] * len(self.words)
        for gram in {each.piece: each for each in self.pieces if each.piece in self.told.shares}.values():
            shares = self.told.shares[gram.piece]
            speaks = float(shares[label]) - (float(shares[list(others)].mean()) if others else 0)
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
