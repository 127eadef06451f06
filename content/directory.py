"""Communes, and finding the ones that a typed name may mean. The list is offered, never guessed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice, product

from rapidfuzz import fuzz, process

from content.folding import folded
from content.sounding import sound

FLOOR = 75
"""Below this likeness, of 100, nothing is offered."""

_SOUNDS_ONLY = 0.95  # of two names, the one spelt alike goes before the one that only sounds alike
_WRITTEN_OUT = 0.98  # «v» may be short for «viña», or the region of that number
_PLACED = 1.05  # a name in the region that was told goes before one that only holds some of the words
_WHOLE = 65
_SHORTEST = 3
_MOST_READINGS = 12
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune by its CUT, five digits as text. One without a municipality is `administered_by` that of another CUT.

    `population` by the census of 2024; `fcm_dependency` in percent of the municipal income of 2023, None where not known.
    """

    cut: str
    name: str
    province: str
    region: str
    has_municipality: bool
    administered_by: str | None
    population: int
    fcm_dependency: Decimal | None


@dataclass(frozen=True, slots=True)
class Found:
    """A commune that may have been meant; `score` of 100."""

    commune: Commune
    score: int


@dataclass(frozen=True, slots=True)
class Names:
    """What communes and regions are also called, and what abbreviations stand for (nothing: the word says nothing)."""

    communes: Mapping[str, tuple[str, ...]]
    regions: Mapping[str, tuple[str, ...]]
    words: Mapping[str, tuple[str, ...]]


class Communes:
    """All communes, found by code or by what somebody typed."""

    def __init__(self, communes: Iterable[Commune], names: Names) -> None:
        self._by_cut = {commune.cut: commune for commune in communes}
        self._also = names.communes
        self._words = {folded(word): tuple(map(_plain, meant)) for word, meant in names.words.items()}
        self._regions = {_plain(also): region for region, all in names.regions.items() for also in (region, *all)}
        self._cuts = [cut for _, cut in self.spellings()]
        self._spelt = [_plain(name) for name, _ in self.spellings()]
        self._sounding = [sound(name) for name in self._spelt]

    def all(self) -> tuple[Commune, ...]:
        """Every commune, by code."""
        return tuple(self._by_cut.values())

    def knows(self, cut: str) -> bool:
        """Whether that is the code of a commune."""
        return cut in self._by_cut

    def of(self, cut: str) -> Commune:
        """The commune of that code; KeyError without one."""
        return self._by_cut[cut]

    def spellings(self) -> Iterator[tuple[str, str]]:
        """Every name and other name, as people write it, and the code of its commune."""
        for cut, commune in self._by_cut.items():
            yield from ((name, cut) for name in (commune.name, *self._also.get(cut, ())))

    def find(self, typed: str, limit: int = 6) -> list[Found]:
        """What a name typed by hand may mean, best first; nothing where it is like none."""
        if typed.strip() in self._by_cut:
            return [Found(self._by_cut[typed.strip()], 100)]
        best: dict[str, float] = {}
        for reading in self._readings(_plain(typed[:_LONGEST]).split()):
            for cut, likeness in self._alike(reading.name):
                if reading.region in {None, self._by_cut[cut].region}:
                    best[cut] = max(min(likeness * reading.certainty, 100), best.get(cut, FLOOR))
        found = [Found(self._by_cut[cut], round(score)) for cut, score in best.items() if score > FLOOR]
        return sorted(found, key=lambda each: (-each.score, -each.commune.population))[:limit]

    def _readings(self, words: list[str]) -> Iterator["_Reading"]:
        for said in islice(product(*map(self._meanings, words)), _MOST_READINGS):
            meant = [word for word in said if word]
            certainty = 1 if all(word in {"", typed} for word, typed in zip(said, words, strict=True)) else _WRITTEN_OUT
            for name, place in ((meant[:split], meant[split:]) for split in range(len(meant), 0, -1)):
                region = self._regions.get(" ".join(place))
                if region or not place:
                    yield _Reading(" ".join(name), region, certainty * (_PLACED if region else 1))

    def _meanings(self, word: str) -> tuple[str, ...]:
        meant = self._words.get(word, (word,))
        return (*meant, word) if word in self._regions and word not in meant else meant

    def _alike(self, name: str) -> Iterator[tuple[str, float]]:
        if max(map(len, name.split()), default=0) < _SHORTEST and name not in self._spelt:
            return
        for written, known, worth in ((name, self._spelt, 1.0), (sound(name), self._sounding, _SOUNDS_ONLY)):
            for key, score, place in process.extract(written, known, scorer=fuzz.WRatio, limit=None, score_cutoff=FLOOR):
                if _is_whole(written, key):
                    yield self._cuts[place], score * worth


@dataclass(frozen=True, slots=True)
class _Reading:
    """A name that was perhaps meant, the region it was said to be in, and how sure that is."""

    name: str
    region: str | None
    certainty: float


def _is_whole(written: str, name: str) -> bool:
    """Whether they are alike as a whole, or one begins with the words of the other: a few shared letters are no likeness."""
    if fuzz.ratio(written, name) >= _WHOLE or fuzz.token_sort_ratio(written, name) >= _WHOLE:
        return True
    return any(len(word) >= 4 for word in written.split()) and (
        f" {name}".find(f" {written}") >= 0 or f" {name} " in f" {written} "
    )


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", folded(name).replace("'", "").replace("’", "")).split())
