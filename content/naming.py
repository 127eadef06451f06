"""A commune named among other words: exactly, by a usual name, or misspelt where a name is expected. Never guessed elsewhere."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice, product

from content.directory import Communes
from content.hearing import Word, plain, words_in

_NEARLY, _ALIKE = 90, 82
"""How alike, of 100, a misspelt name must be that stands after a cue, or that is nearly all there is."""
_MOST_READINGS, _FEW_WORDS, _MISSPELT_WORDS, _SHORTEST, _MOST_WORDS = 8, 4, 3, 5, 300

Run = tuple[str, ...]


class Before(IntEnum):
    """What stands before a name, the least telling first: where somebody is from, nothing, where they are, an institution."""

    ORIGIN = 1
    NOTHING = 2
    PLACE = 3
    INSTITUTION = 4


@dataclass(frozen=True, slots=True)
class Cues:
    """Words by which a name is told from the same words in another use; all folded.

    `ordinary` are names that are ordinary words too, and what must stand before them at least; what stands after one of
    `regions` is none. `short` are abbreviations, and what they may stand for.
    """

    before: Mapping[Run, Before]
    regions: frozenset[Run]
    ordinary: Mapping[Run, Before]
    short: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Named:
    """A commune, where in the text its name begins and ends, and what stands before."""

    cut: str
    start: int
    end: int
    before: Before


class Naming:
    """Finds the commune of a question. `is_ordinary` tells whether a folded word is one that people use when they ask."""

    def __init__(self, communes: Communes, cues: Cues, is_ordinary: Callable[[str], bool]) -> None:
        self._communes, self._cues, self._is_ordinary = communes, cues, is_ordinary
        self._cuts = {run_of(name): cut for name, cut in communes.spellings()}
        self._longest = max(map(len, self._cuts), default=0)
        self._longest_cue = max(map(len, (*cues.before, *cues.regions)), default=0)

    def commune(self, text: str) -> str:
        """The CUT of the commune that a text names, of several that where somebody is; empty where it names none."""
        words = words_in(plain(text))[:_MOST_WORDS]
        named = list(self._exact(words)) or list(self._whole(words)) or list(self._after_cue(words))
        return max(named, key=lambda each: (each.before, -each.start)).cut if named else ""

    def _exact(self, words: Sequence[Word]) -> Iterator[_Named]:
        at = 0
        while at < len(words):
            named = self._at(words, at)
            if named:
                yield named
            at = named.end if named else at + 1

    def _at(self, words: Sequence[Word], start: int) -> _Named | None:
        for size in range(min(self._longest, len(words) - start), 0, -1):
            run = tuple(word.folded for word in words[start : start + size])
            cut, before = self._meant(run), self._before(words, start)
            if cut and before and (before >= self._cues.ordinary.get(run, Before.ORIGIN) or size == len(words)):
                return _Named(cut, start, start + size, before)
        return None

    def _meant(self, run: Run) -> str:
        readings = product(*((word, *self._cues.short.get(word, ())) for word in run))
        return next((self._cuts[each] for each in islice(readings, _MOST_READINGS) if each in self._cuts), "")

    def _before(self, words: Sequence[Word], start: int) -> Before | None:
        """What stands before that word; None where it says that a region follows."""
        for size in range(min(self._longest_cue, start), 0, -1):
            run = tuple(word.folded for word in words[start - size : start])
            if run in self._cues.regions:
                return None
            if run in self._cues.before:
                return self._cues.before[run]
        return Before.NOTHING

    def _whole(self, words: Sequence[Word]) -> Iterator[_Named]:
        """Nearly all of the text is a name: what is left without the cues before it."""
        for start in range(len(words)):
            if start == 0 or self._before(words, start) is not Before.NOTHING:
                rest = words[start:]
                if len(rest) <= _FEW_WORDS:
                    yield from self._misspelt(words, range(start, len(words)), _ALIKE)

    def _after_cue(self, words: Sequence[Word]) -> Iterator[_Named]:
        for start in range(1, len(words)):
            if (self._before(words, start) or Before.NOTHING) > Before.NOTHING:
                for size in range(min(_MISSPELT_WORDS, len(words) - start), 0, -1):
                    yield from self._misspelt(words, range(start, start + size), _NEARLY)

    def _misspelt(self, words: Sequence[Word], places: range, floor: int) -> Iterator[_Named]:
        """The one commune that these words are like; none where they are words that people use anyway."""
        run = [words[at].folded for at in places]
        name = " ".join(run)
        before = self._before(words, places.start)
        if before is None or len(name) < _SHORTEST or all(map(self._is_ordinary, run)):
            return
        found = [each for each in self._communes.find(name, 2) if each.score >= floor]
        if len(found) == 1 or (found and found[0].score > found[1].score):
            yield _Named(found[0].commune.cut, places.start, places.stop, before)


def run_of(name: str) -> Run:
    """The words of a name, folded."""
    return tuple(word.folded for word in words_in(plain(name)))
