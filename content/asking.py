"""What a person's own words are about, as it was learnt from example questions, and why."""

from collections.abc import Sequence
from math import exp

from content.examples import OUT_OF_SCOPE
from content.grams import Gram, grams, heard
from content.hearing import Word
from content.languages import LANGUAGES
from content.local_services import Category
from content.topics import About, Outcome, Topic
from content.trained import Told, Trained

_MOST_TOPICS, _MOST_MATCHED = 3, 3


class Asking:
    """Understands questions by what it was trained with."""

    def __init__(self, trained: Trained) -> None:
        self._trained = trained
        self._at = {label: at for at, label in enumerate(trained.labels)}

    def about(self, text: str) -> About:
        """What any text is about."""
        written, words = heard(text)
        pieces = list(grams(words))
        told = self._trained.told(pieces)
        if not told.shares:
            return About(Outcome.NONE)
        chances = self._chances(told, [*Category, OUT_OF_SCOPE])
        ranked = sorted(Category, key=lambda each: -chances[each])[:_MOST_TOPICS]
        topics = tuple(Topic(each, chances[each], self._matched(each, told, pieces, written, words)) for each in ranked)
        language = max(LANGUAGES, key=lambda each: told.sums[self._at[each]])
        if chances[OUT_OF_SCOPE] > topics[0].score:
            return About(Outcome.NONE, (), "", language)
        sure = topics[0].score > 0.35
        return About(Outcome.FOUND if sure else Outcome.UNSURE, topics if sure else topics[:2], "", language)

    def _chances(self, told: Told, labels: Sequence[str]) -> dict[str, float]:
        powers = {label: exp(3 * float(told.sums[self._at[label]])) for label in labels}
        total = sum(powers.values())
        return {label: power / total for label, power in powers.items()}

    def _matched(self, label: str, told: Told, pieces: Sequence[Gram], written: str, words: Sequence[Word]) -> tuple[str, ...]:
        weight = [0.0] * len(words)
        for gram in {each.piece: each for each in pieces if each.piece in told.shares}.values():
            share = float(told.shares[gram.piece][self._at[label]])
            for at in range(gram.first, gram.last + 1):
                weight[at] += share / (gram.last - gram.first + 1)
        best = sorted(sorted(range(len(words)), key=lambda at: -weight[at])[:_MOST_MATCHED])
        return tuple(written[words[at].start : words[at].end] for at in best if weight[at] > 0)
