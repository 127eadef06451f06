"""The pieces of a text by which what was learnt knows it: words, pairs of words, parts of words, and what they stand for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from content.concepts import Concepts
from content.hearing import Word, is_sign, plain, words_in

WHOLE, MEANT = "=", "@"
"""Begin a piece that is a word or two, and one that is a concept or two."""
LONGEST = 1500
"""What is read of a text, in characters: what somebody asks for stands in its beginning."""

_PARTS = range(2, 6)
_RUN = 12
"""Chinese signs that stand together are read as one word, up to so many."""
_NEXT_CONCEPTS = 3
"""What stands together means more than its parts: a concept is paired with so many that follow it."""


@dataclass(frozen=True, slots=True)
class Gram:
    """A piece of a text, and the places of its words there."""

    piece: str
    places: Sequence[int]


def heard(text: str) -> tuple[str, list[Word]]:
    """What is read of a text, each sign in its usual form, and its words; each Chinese sign is one."""
    written = plain(text[:LONGEST])
    return written, words_in(written)


def grams(words: Sequence[Word], concepts: Concepts) -> Iterator[Gram]:
    """Every piece of a text, as often as it stands there."""
    for at, word in enumerate(words):
        yield Gram(f"{WHOLE}{word.folded}", (at,))
        if at + 1 < len(words):
            yield Gram(f"{WHOLE}{word.folded} {words[at + 1].folded}", (at, at + 1))
    for run in _runs(words):
        yield from _parts(words, run)
    yield from _meant(words, concepts)


def _runs(words: Sequence[Word]) -> Iterator[range]:
    """Words by themselves, and Chinese signs with the ones that follow."""
    start = 0
    for at, word in enumerate(words):
        goes_on = (
            at + 1 < len(words) and is_sign(word.folded) and is_sign(words[at + 1].folded) and words[at + 1].start == word.end
        )
        if not goes_on or at + 1 - start >= _RUN:
            yield range(start, at + 1)
            start = at + 1


def _parts(words: Sequence[Word], run: range) -> Iterator[Gram]:
    spelt = f" {''.join(words[at].folded for at in run)} "
    for size in _PARTS:
        for start in range(max(len(spelt) - size, 0) + 1):
            places = run if len(run) == 1 else run[max(start - 1, 0) : start + size - 1]
            yield Gram(spelt[start : start + size], places)


def _meant(words: Sequence[Word], concepts: Concepts) -> Iterator[Gram]:
    found = sorted(concepts.meant([word.folded for word in words]).items(), key=lambda each: (each[1], each[0]))
    for at, (concept, places) in enumerate(found):
        yield Gram(f"{MEANT}{concept}", places)
        for other, there in found[at + 1 : at + 1 + _NEXT_CONCEPTS]:
            first, second = sorted((concept, other))
            yield Gram(f"{MEANT}{first}+{second}", (*places, *there))
