"""What a written word may have been meant to be: accents, case, sound-alike spellings and single slips are forgiven."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from content.folding import folded
from content.phrases import ALONE
from content.sounding import sound

_SOUND_FROM, _SLIP_FROM, _OPEN_FROM = 4, 7, 3
"""How many letters a word has at least to be known by its sound, in spite of a slip, or by its beginning."""
_SOUND_ALONE_FROM = 6
"""The same for the sound of a word that is a whole phrase: «noose» is not heard in «nose»."""

_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, folded, and where it stands there."""

    folded: str
    start: int
    end: int


def words_in(text: str) -> list[Word]:
    """The words of a text; each Chinese sign is one. Places are those in the text as `plain` gives it."""
    return [Word(folded(found[0]), found.start(), found.end()) for found in _WORD.finditer(text)]


def is_sign(word: str) -> bool:
    """Whether that is a Chinese sign, of which each is a word."""
    return "\u3400" <= word[:1] <= "\u9fff"


def plain(text: str) -> str:
    """The text with each sign in its usual form and width."""
    return unicodedata.normalize("NFKC", text)


class Vocabulary:
    """The words that phrases are made of, each as `phrases.Run` has it."""

    def __init__(self, words: Iterable[str]) -> None:
        self._exact: dict[str, set[str]] = defaultdict(set)
        self._open: dict[str, set[str]] = defaultdict(set)
        self._sounds: dict[str, set[str]] = defaultdict(set)
        self._open_sounds: dict[str, set[str]] = defaultdict(set)
        self._slips: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for word in dict.fromkeys(words):
            self._learn(word, word.removeprefix(ALONE).removesuffix("*"))

    def _learn(self, word: str, spelt: str) -> None:
        exact, sounds = (self._open, self._open_sounds) if word.endswith("*") else (self._exact, self._sounds)
        exact[spelt].add(word)
        if len(spelt) >= (_SOUND_ALONE_FROM if word.startswith(ALONE) else _SOUND_FROM):
            heard = sound(spelt)
            sounds[heard].add(word)
            if len(heard) >= _SLIP_FROM and not word.startswith(ALONE) and not word.endswith("*"):
                for shorter in _shortened(heard):
                    self._slips[shorter].add((heard, word))

    def meant(self, word: str) -> frozenset[str]:
        """The known words that a folded word may be; none for one that says nothing here."""
        found = set(self._exact.get(word, ()))
        found.update(*_begun(word, self._open))
        if len(word) >= _SOUND_FROM and not word.isdigit():
            heard = sound(word)
            alike = self._sounds.get(heard) or self._slipped(heard)
            found.update(alike, *_begun(heard, self._open_sounds))
        return frozenset(found)

    def _slipped(self, heard: str) -> Iterator[str]:
        if len(heard) < _SLIP_FROM:
            return
        for near, word in {each for shorter in _shortened(heard) for each in self._slips.get(shorter, ())}:
            if near[0] == heard[0] and OSA.distance(near, heard, score_cutoff=1) <= 1:
                yield word


def _begun(word: str, stems: Mapping[str, set[str]]) -> list[set[str]]:
    return [stems[word[:size]] for size in range(_OPEN_FROM, len(word) + 1) if word[:size] in stems]


def _shortened(word: str) -> set[str]:
    """The word, and the word without each of its letters: two words with one slip between them share one of these."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}
