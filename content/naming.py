"""A commune named among other words: exactly, by a usual name, or misspelt where a name is expected. Never guessed elsewhere."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, product

from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from content.cues import Before, Cues, Run, run_of
from content.directory import Communes
from content.folding import folded
from content.hearing import Word, is_sign, plain, words_in
from content.sounding import sound

_SURE, _NEARLY, _ALIKE, _NEVER = 91, 82, 78, 101
"""How alike, of 100, a misspelt name must be: of words used anyway, after a cue, where it is nearly all there is."""
_SOUND_FROM, _HEARD_FROM, _SLIP_FROM, _MOST_CUES = 5, 3, 5, 4
"""Letters and Chinese signs of a name that is known by its sound alone, signs of one that may have a slip; cues looked behind."""
_MOST_READINGS, _FEW_WORDS, _MISSPELT_WORDS, _MISSPELT_SIGNS, _SHORTEST, _MOST_WORDS = 8, 4, 3, 7, 4, 300

_JOINS = re.compile(r"[\s'’-]*")
_NEAR, _FAR, _ODD_FROM = 86, 60, 7
"""How alike a word that nobody uses must be to a name, of 100; below what none is; of how many letters the first at least."""


@dataclass(frozen=True, slots=True)
class Named:
    """A commune by its CUT, the words of the text where its name begins and ends, and what stands before."""

    cut: str
    start: int
    end: int
    before: Before

    def is_all_of(self, words: int) -> bool:
        """Whether a text of so many words says nothing else."""
        return self.end - self.start == words


class Naming:
    """Finds the commune of a question. `is_ordinary` tells whether a folded word is one that people use when they ask."""

    def __init__(self, communes: Communes, cues: Cues, is_ordinary: Callable[[str], bool]) -> None:
        self._communes, self._cues, self._is_ordinary = communes, cues, is_ordinary
        self._cuts = {run_of(name): cut for name, cut in communes.spellings()}
        self._sounding = {self._sound(run): cut for run, cut in self._cuts.items() if is_sign(run[0]) and len(run) >= _HEARD_FROM}
        self._by_sound = {tuple(map(_sounding, run)): run for run in self._cuts if not is_sign(run[0])}
        self._spelt = {" ".join(run): cut for run, cut in self._cuts.items() if not is_sign(run[0])}
        self._longest = max(map(len, self._cuts), default=0)
        self._longest_cue = max(map(len, (*cues.before, *cues.regions)), default=0)

    def named(self, text: str) -> Named | None:
        """The commune that a text names, of several that where somebody is; None where it names none."""
        written = plain(text)
        words = words_in(written)[:_MOST_WORDS]
        ways = (self._exact, self._heard, self._odd, self._alone, self._after_cue)
        named = next(filter(None, (list(way(written, words)) for way in ways)), [])
        return max(named, key=lambda each: (each.before, -each.start), default=None)

    def _exact(self, _written: str, words: Sequence[Word]) -> Iterator[Named]:
        at, sounding = 0, cache(_sounding)  # for this text alone: nobody's words are kept
        while at < len(words):
            named = self._at(words, at, sounding)
            if named:
                yield named
            at = named.end if named else at + 1

    def _at(self, words: Sequence[Word], start: int, sounding: Callable[[str], str]) -> Named | None:
        for size in range(min(self._longest, len(words) - start), 0, -1):
            run = tuple(word.folded for word in words[start : start + size])
            name, before = self._meant(run, sounding), self._before(words, start)
            if name and before and (before >= self._cues.ordinary.get(name, Before.ORIGIN) or size == len(words)):
                return Named(self._cuts[name], start, start + size, before)
        return None

    def _meant(self, run: Run, sounding: Callable[[str], str]) -> Run | None:
        """The name that these words are, or sound like."""
        readings = list(islice(product(*((word, *self._cues.short.get(word, ())) for word in run)), _MOST_READINGS))
        exact = next((each for each in readings if each in self._cuts), None)
        if exact or run in self._cues.elsewhere or sum(map(len, run)) < _SOUND_FROM:
            return exact
        heard = (tuple(map(sounding, each)) for each in readings)
        return next((self._by_sound[each] for each in heard if each in self._by_sound), None)

    def _before(self, words: Sequence[Word], start: int) -> Before | None:
        """What stands before that word; None where it says that a region follows."""
        for size in range(min(self._longest_cue, start), 0, -1):
            run = tuple(word.folded for word in words[start - size : start])
            if run in self._cues.regions:
                return None
            if run in self._cues.before:
                return self._cues.before[run]
        return Before.NOTHING

    def _heard(self, _written: str, words: Sequence[Word]) -> Iterator[Named]:
        """Chinese signs that sound like those of a name, the longest first; in long ones, one may sound otherwise."""
        sounds = self._sound(tuple(word.folded for word in words))
        for size in range(self._longest, _HEARD_FROM - 1, -1):
            for start in range(len(sounds) - size + 1):
                run = sounds[start : start + size]
                cut = all(run) and (self._sounding.get(run) or ("" if size < _SLIP_FROM else self._nearly(run)))
                if cut:
                    yield Named(cut, start, start + size, self._before(words, start) or Before.NOTHING)

    def _nearly(self, run: Run) -> str:
        return next((cut for each, cut in self._sounding.items() if len(each) == len(run) and _differ(each, run) <= 1), "")

    def _sound(self, run: Run) -> Run:
        return tuple(self._cues.sounds.get(word, "") for word in run)

    def _begins_cue(self, words: Sequence[Word], start: int) -> bool:
        runs = (tuple(word.folded for word in words[start : start + size]) for size in range(1, self._longest_cue + 1))
        return any(run in self._cues.before or run in self._cues.regions for run in runs)

    def _odd(self, _written: str, words: Sequence[Word]) -> Iterator[Named]:
        """A word that nobody uses, alone or among its neighbours, comes near to a name, wherever it stands."""
        odd = (at for at, word in enumerate(words) if self._is_odd(word.folded))
        for at in islice(odd, _MOST_CUES):
            around = ((at - 1, at + 2), (at - 2, at + 1), (at - 1, at + 1), (at, at + 2), (at, at + 1))
            near = (self._near(words, start, end) for start, end in around if start >= 0 and end <= len(words))
            yield from islice(filter(None, near), 1)

    def _near(self, words: Sequence[Word], start: int, end: int) -> Named | None:
        """The commune that these words come near to."""
        name, before = self._written_out(tuple(word.folded for word in words[start:end])), self._before(words, start)
        if len(name) < _ODD_FROM or before is None:
            return None
        near = process.extractOne(name, self._spelt.keys(), scorer=ratio, score_cutoff=_NEAR)
        if near is None or before < self._cues.ordinary.get(tuple(near[0].split()), Before.ORIGIN):
            return None
        return Named(self._spelt[near[0]], start, end, before)

    def _is_odd(self, word: str) -> bool:
        return len(word) >= _SHORTEST and word.isalpha() and not is_sign(word) and not self._is_ordinary(word)

    def _alone(self, written: str, words: Sequence[Word]) -> Iterator[Named]:
        """A short clause is nearly all a name: what is left of it without the cues before it."""
        for clause in islice(_clauses(written, words), _MOST_CUES):
            for start in clause:
                most = _MISSPELT_SIGNS if is_sign(words[start].folded) else _FEW_WORDS
                begins = start == clause.start or self._before(words, start) is not Before.NOTHING
                if begins and clause.stop - start <= most and not self._begins_cue(words, start):
                    yield from self._misspelt(written, words, range(start, clause.stop), _ALIKE)

    def _after_cue(self, written: str, words: Sequence[Word]) -> Iterator[Named]:
        """What stands after a cue is a name; looked for in the first few places only, since it takes time."""
        cued = (at for at in range(1, len(words)) if (self._before(words, at) or Before.NOTHING) > Before.NOTHING)
        for start in islice(cued, _MOST_CUES):
            longest = _MISSPELT_SIGNS if is_sign(words[start].folded) else _MISSPELT_WORDS
            for size in range(min(longest, len(words) - start), 0, -1):
                yield from self._misspelt(written, words, range(start, start + size), _NEARLY)

    def _misspelt(self, written: str, words: Sequence[Word], places: range, floor: int) -> Iterator[Named]:
        """The one commune that these words are like; none where they are words that people use anyway."""
        name = written[words[places.start].start : words[places.stop - 1].end]
        before = self._before(words, places.start)
        run = tuple(words[at].folded for at in places)
        if before is None or len(name) < _SHORTEST or run in self._cues.elsewhere or run in self._cues.ordinary:
            return
        floor = floor if not all(map(self._is_used, run)) else _SURE if len(run) > 1 else _NEVER
        if floor == _NEVER or not self._is_worth_a_look(run):
            return
        found = [each for each in self._communes.find(name, 2) if each.score >= floor]
        found.sort(key=lambda each: (each.score, ratio(folded(name), folded(each.commune.name))))
        if found and (places.start == 0 or found[-1].score >= _SURE or run_of(found[-1].commune.name) not in self._cues.ordinary):
            yield Named(found[-1].commune.cut, places.start, places.stop, before)

    def _is_worth_a_look(self, run: Run) -> bool:
        """Whether letters are a little like any name: a hundredth of the time that it takes to find which."""
        likest = process.extractOne(self._written_out(run), self._spelt.keys(), scorer=ratio, score_cutoff=_FAR)
        return is_sign(run[0]) or likest is not None

    def _written_out(self, run: Run) -> str:
        return " ".join(next(iter(self._cues.short.get(word, ())), word) for word in run)

    def _is_used(self, word: str) -> bool:
        return self._is_ordinary(word) and not is_sign(word)


def _clauses(written: str, words: Sequence[Word]) -> Iterator[range]:
    """The places of words that no punctuation parts."""
    start = 0
    for end in range(1, len(words) + 1):
        if end == len(words) or not _JOINS.fullmatch(written, words[end - 1].end, words[end].start):
            yield range(start, end)
            start = end


def _sounding(word: str) -> str:
    return sound(word.replace("oo", "u").replace("ee", "i"))  # «Maipoo», as who knows English hears it


def _differ(one: Run, other: Run) -> int:
    return sum(here != there for here, there in zip(one, other, strict=True))
