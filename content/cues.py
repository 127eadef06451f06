"""Words by which the name of a commune is told from the same words in another use."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from content.hearing import plain, words_in

Run = tuple[str, ...]
"""Folded words, one after the other."""


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
    `regions` is none, nor is what is `elsewhere`. `short` are abbreviations, and what they may stand for;
    `sounds` of Chinese signs, those that are taken for one another being one.
    """

    before: Mapping[Run, Before]
    regions: frozenset[Run]
    elsewhere: frozenset[Run]
    ordinary: Mapping[Run, Before]
    short: Mapping[str, tuple[str, ...]]
    sounds: Mapping[str, str]


def run_of(name: str) -> Run:
    """The words of a name, folded."""
    return tuple(word.folded for word in words_in(plain(name)))
