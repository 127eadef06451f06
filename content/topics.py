"""What a person's own words are about: which categories of services, which commune, which language."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from content.local_services import Category
from content.understanding import Ear


class Outcome(StrEnum):
    """How sure it is: found; unsure, where the first two categories are to be offered; none, where nothing fits."""

    FOUND = "found"
    UNSURE = "unsure"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Topic:
    """A category that may be meant; `score` from 0 to 1, `matched` what of the words showed it."""

    category: Category
    score: float
    matched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """What was understood. `topics` best first; `commune` the CUT of a place that was named; `language` what it is written in.

    `language` is one of LANGUAGES, empty where it cannot be told.
    """

    outcome: Outcome
    topics: tuple[Topic, ...] = ()
    commune: str = ""
    language: str = ""


class Topics(Ear, Protocol):
    """Understands questions offline, always the same way, and hears danger in them."""

    def about(self, text: str) -> About:
        """What any text, of any length, is about."""
