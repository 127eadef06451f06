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


Span = tuple[int, int]
"""The first word of what was said, and the one after its last."""


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
        self._openings: dict[str, set[Part]] = defaultdict(set)
        for part in {part for phrase, _ in self._phrases for part in phrase}:
            for first in part.steps[0].runs:
                self._openings[first].add(part)

    def said(self, heard: Heard) -> Iterator[tuple[Meaning, list[Span]]]:
        """What is said in a text, in the order of the phrases, with the words that say it."""
        found = self._found(heard)
        for phrase, meaning in self._phrases:
            if all(part in found for part in phrase) and (spans := _together([found[part] for part in phrase])):
                yield meaning, spans

    def _found(self, heard: Heard) -> Mapping[Part, list[Span]]:
        found: dict[Part, list[Span]] = defaultdict(list)
        for at, words in enumerate(heard):
            for part in {part for word in words for part in self._openings.get(word, ())}:
                end = _end_of(part.steps, heard, at)
                if end is not None:
                    found[part].append((at, end))
        return found


def _together(places: list[list[Span]]) -> list[Span]:
    """A place of each part, none on top of another and all near the first; none where there are no such."""
    for first in places[0]:
        chosen = [first]
        for spans in places[1:]:
            chosen += [span for span in spans if abs(span[0] - first[0]) <= WINDOW and not _touches(span, chosen)][:1]
        if len(chosen) == len(places):
            return sorted(chosen)
    return []


def _touches(span: Span, others: list[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _end_of(steps: tuple[Step, ...], heard: Heard, at: int, step: int = 0) -> int | None:
    """Where the steps end that begin at word `at`; None where they are not said there."""
    if step == len(steps):
        return at
    wanted = steps[step]
    for start in range(at, min(at + GAP, len(heard)) + 1) if wanted.gap else (at,):
        for run_end in _runs_at(wanted, heard, start):
            end = _end_of(steps, heard, run_end, step + 1)
            if end is not None:
                return end
    return _end_of(steps, heard, at, step + 1) if wanted.optional else None


def _runs_at(wanted: Step, heard: Heard, at: int) -> list[int]:
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
