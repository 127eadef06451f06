"""What words stand for, whatever their language: «muela», «dan fè mal» and «牙» are one concept."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_OPEN_FROM = 2


@dataclass(frozen=True, slots=True)
class Term:
    """Words one after the other, folded, and the concept that they show; `is_open`: the last may go on."""

    words: tuple[str, ...]
    is_open: bool
    concept: str


class Concepts:
    """The concepts of the vocabulary, by the words that show them."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._whole: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._open: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for term in terms:
            (self._open if term.is_open else self._whole)[term.words].add(term.concept)
        self._longest = max(map(len, (*self._whole, *self._open)), default=0)

    def meant(self, words: Sequence[str]) -> Mapping[str, tuple[int, ...]]:
        """The concepts that folded words show, and the places of the words that show each first."""
        found: dict[str, tuple[int, ...]] = {}
        for start in range(len(words)):
            for size in range(1, min(self._longest, len(words) - start) + 1):
                for concept in self._shown(tuple(words[start : start + size])):
                    found.setdefault(concept, tuple(range(start, start + size)))
        return found

    def _shown(self, run: tuple[str, ...]) -> set[str]:
        *before, last = run
        begun = ((*before, last[:size]) for size in range(_OPEN_FROM, len(last) + 1))
        return self._whole.get(run, set()).union(*(self._open[each] for each in begun if each in self._open))
