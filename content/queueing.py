"""In which order cases are answered, and how soon: the rule that staff can read and edit."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum

HOUR = timedelta(hours=1)
Place = tuple[tuple[bool, Decimal | int], ...]


class Precedence(StrEnum):
    """What lets one case go before another."""

    URGENT = "urgent"
    LONGEST_WAIT = "longest_wait"
    MOST_DEPENDENT = "most_dependent"
    FEWEST_PEOPLE = "fewest_people"


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the rule looks at: working time waited, and what is known of the commune.

    `dependency` is the share, in percent, of its own income that the municipality gets from the Fondo Común Municipal.
    """

    urgent: bool
    waited: timedelta
    dependency: Decimal | None
    population: int | None


@dataclass(frozen=True, slots=True)
class QueueRule:
    """The order, the first deciding and the next only where it is a draw; and when a first answer is promised."""

    order: tuple[Precedence, ...]
    blanks_first: bool
    first_answer: timedelta
    urgent_first_answer: timedelta

    def place(self, waiting: Waiting) -> Place:
        """Sorts what is answered sooner before what is answered later. Of a wait only the whole hours count."""
        asked: Mapping[Precedence, Decimal | int | None] = {
            Precedence.URGENT: -int(waiting.urgent),
            Precedence.LONGEST_WAIT: -(waiting.waited // HOUR),
            Precedence.MOST_DEPENDENT: None if waiting.dependency is None else -waiting.dependency,
            Precedence.FEWEST_PEOPLE: waiting.population,
        }
        return tuple(self._part(asked[each]) for each in self.order)

    def promise(self, *, urgent: bool) -> timedelta:
        """In how much working time the first answer is promised."""
        return self.urgent_first_answer if urgent else self.first_answer

    def _part(self, value: Decimal | int | None) -> tuple[bool, Decimal | int]:
        return (not self.blanks_first, 0) if value is None else (self.blanks_first, value)
