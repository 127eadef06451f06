"""What those who answer for services have to know: what readers doubt, what waits for approval, and what was asked last month."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from content.local_services import LocalService
from content.months import Month
from content.offering import Directory

DUE_AFTER = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class MonthSheet:
    """How many asked in a commune in a month; None where so few did that the number might be somebody."""

    month: Month
    asked: int | None = None
    unanswered: int | None = None
    languages: tuple[tuple[str, int], ...] = ()
    topics: tuple[tuple[str, int], ...] = ()
    terms: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class MunicipalSheet:
    """What is on the sheet of a municipality: its counts, and its service that was confirmed longest ago, or never."""

    cut: str
    municipality: str
    counts: MonthSheet
    oldest: str = ""
    oldest_on: date | None = None

    @classmethod
    def of(cls, cut: str, municipality: str, counts: MonthSheet, directory: Directory) -> "MunicipalSheet":
        """The sheet as the directory is now."""
        services = directory.of_municipality(cut)
        oldest = min(services, key=lambda each: each.checked.on or date.min, default=None)
        if oldest is None:
            return cls(cut, municipality, counts)
        return cls(cut, municipality, counts, oldest.name, oldest.checked.on)

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"servicios-{self.cut}-{self.counts.month}.pdf"


@dataclass(frozen=True, slots=True)
class Upkeep:
    """By a service's id: what readers doubt, in their words, and where a change waits; by the CUT of a commune: its sheet."""

    doubts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    waiting: frozenset[str] = frozenset()
    sheets: Mapping[str, MonthSheet] = field(default_factory=dict)


def due(directory: Directory, cut: str, today: date) -> tuple[LocalService, ...]:
    """The services of a municipality that nobody has confirmed for 90 days, the longest first."""
    long_ago = [each for each in directory.of_municipality(cut) if _is_due(each, today)]
    return tuple(sorted(long_ago, key=lambda each: each.checked.on or date.min))


def _is_due(service: LocalService, today: date) -> bool:
    return service.checked.on is None or today - service.checked.on >= DUE_AFTER
