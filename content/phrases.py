"""Phrases that people write, as values: which words, in which order, with what in between."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Generic, TypeVar

Meaning = TypeVar("Meaning")

GAP = 6
"""How many words at most may stand in a `…` (in Chinese, signs)."""
WINDOW = 40
"""How many words at most stand between parts of a phrase that may come in any order."""

ALONE = "="
"""Begins a word that is a whole phrase by itself: for such a word, one that is only spelt nearly alike does not do."""

Run = tuple[str, ...]
"""Words one after the other, folded; one that ends in `*` stands for all that begin so."""
Heard = Sequence[AbstractSet[str]]
"""A text, word by word: which of the known words each may be."""


@dataclass(frozen=True, slots=True)
class Step:
    """One of several runs, by their first word. `optional` may be left out; with `gap`, other words may stand before it."""

    runs: Mapping[str, tuple[Run, ...]]
    optional: bool = False
    gap: bool = False


Place = tuple[int, ...]
"""Where the words of a part stand in a text, in their order; words between them are not its own."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Steps in this order. Two phrases may share one: a part is itself and no other."""

    steps: tuple[Step, ...]

    def words(self) -> Iterator[str]:
        """Every word it is made of."""
        return (word for step in self.steps for runs in step.runs.values() for run in runs for word in run)


Phrase = tuple[Part, ...]
"""Parts in any order, near each other."""


class Phrases(Generic[Meaning]):
    """Phrases, each with what it means."""

    def __init__(self, phrases: Iterable[tuple[Phrase, Meaning]]) -> None:
        self._phrases = tuple(phrases)
        self._beginning: dict[Part, list[int]] = defaultdict(list)
        self._openings: dict[str, set[Part]] = defaultdict(set)
        for number, (phrase, _) in enumerate(self._phrases):
            self._beginning[phrase[0]].append(number)
        for part in {part for phrase, _ in self._phrases for part in phrase}:
            for first in part.steps[0].runs:
                self._openings[first].add(part)

    def said(self, heard: Heard) -> Iterator[tuple[Meaning, list[Place]]]:
        """What is said in a text, in the order of the phrases, with one place for each part."""
        for meaning, places in self._whole(heard):
            if chosen := _together(places):
                yield meaning, chosen

    def words(self, heard: Heard) -> Iterator[int]:
        """Every word of a text that belongs to a phrase which is said there."""
        for _, places in self._whole(heard):
            if _together(places):
                yield from (word for each in places for place in each for word in place)

    def _whole(self, heard: Heard) -> Iterator[tuple[Meaning, list[list[Place]]]]:
        """The phrases of which all parts are found, wherever those stand."""
        found = self._found(heard)
        for number in sorted(number for part in found for number in self._beginning.get(part, ())):
            phrase, meaning = self._phrases[number]
            if all(part in found for part in phrase):
                yield meaning, [found[part] for part in phrase]

    def _found(self, heard: Heard) -> Mapping[Part, list[Place]]:
        found: dict[Part, list[Place]] = defaultdict(list)
        for at, words in enumerate(heard):
            for part in {part for word in words for part in self._openings.get(word, ())}:
                place = _place_of(part.steps, heard, at)
                if place is not None:
                    found[part].append(place)
        return found


def _together(places: list[list[Place]]) -> list[Place]:
    """A place of each part, none with a word of another and all near the first; none where there are no such."""
    for first in places[0]:
        chosen, taken = [first], set(first)
        for each in places[1:]:
            place = next((place for place in each if abs(place[0] - first[0]) <= WINDOW and taken.isdisjoint(place)), ())
            chosen, taken = [*chosen, place], taken | set(place)
        if all(chosen):
            return sorted(chosen)
    return []


def _place_of(steps: tuple[Step, ...], heard: Heard, at: int, step: int = 0) -> Place | None:
    """The words of the steps that are said from word `at` on; None where they are not said there."""
    if step == len(steps):
        return ()
    wanted = steps[step]
    for start in range(at, min(at + GAP, len(heard)) + 1) if wanted.gap else (at,):
        for end in _ends_at(wanted, heard, start):
            rest = _place_of(steps, heard, end, step + 1)
            if rest is not None:
                return (*range(start, end), *rest)
    return _place_of(steps, heard, at, step + 1) if wanted.optional else None


def _ends_at(wanted: Step, heard: Heard, at: int) -> list[int]:
    """The ends of the runs that are said at word `at`."""
    if at >= len(heard):
        return []
    ends = []
    for first in heard[at]:
        for run in wanted.runs.get(first, ()):
            end = at + len(run)
            if end <= len(heard) and all(word in heard[at + place] for place, word in enumerate(run)):
                ends.append(end)
    return ends
