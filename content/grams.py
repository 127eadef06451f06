"""The pieces of a text by which a trained model knows it: parts of words, words and pairs of words, and where each stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from content.hearing import Word, plain, words_in

_PARTS = range(2, 6)
_RUN = 12
"""Chinese signs that stand together are read as one, up to so many."""
WHOLE = "="
"""Begins a piece that is a whole word, or two."""
LONGEST = 1500
"""What is read of a text, in characters: what somebody asks for stands in its beginning."""


@dataclass(frozen=True, slots=True)
class Gram:
    """A piece of a text, and which of its words it comes from, the first and the last."""

    piece: str
    first: int
    last: int


def heard(text: str) -> tuple[str, list[Word]]:
    """What is read of a text, each sign in its usual form, and its words; each Chinese sign is one."""
    written = plain(text[:LONGEST])
    return written, words_in(written)


def grams(words: list[Word]) -> Iterator[Gram]:
    """Every piece of a text, as often as it stands there."""
    for at, word in enumerate(words):
        yield Gram(f"{WHOLE}{word.folded}", at, at)
        if at + 1 < len(words):
            yield Gram(f"{WHOLE}{word.folded} {words[at + 1].folded}", at, at + 1)
    for run in _runs(words):
        yield from _parts(words, run)


def _runs(words: list[Word]) -> Iterator[range]:
    """Words by themselves, and Chinese signs with the ones that follow."""
    start = 0
    for at, word in enumerate(words):
        goes_on = at + 1 < len(words) and _is_sign(word) and _is_sign(words[at + 1]) and words[at + 1].start == word.end
        if not goes_on or at + 1 - start >= _RUN:
            yield range(start, at + 1)
            start = at + 1


def _parts(words: list[Word], run: range) -> Iterator[Gram]:
    spelt = f" {''.join(words[at].folded for at in run)} "
    is_one = len(run) == 1
    for size in _PARTS:
        for start in range(max(len(spelt) - size, 0) + 1):
            first = run[0] if is_one else run[min(max(start - 1, 0), len(run) - 1)]
            last = run[0] if is_one else run[min(start + size - 2, len(run) - 1)]
            yield Gram(spelt[start : start + size], first, last)


def _is_sign(word: Word) -> bool:
    return "\u3400" <= word.folded[:1] <= "\u9fff"
