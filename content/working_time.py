"""Time as a desk works it: its hours in Chile, without the pause, its free weekdays and the public holidays."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import count

from holidays import country_holidays

from content.calendar_words import CHILE
from content.help import WorkingHours

NONE = timedelta()


class Moment(StrEnum):
    """What a point in time is to the desk; the pause and a free weekday are after hours."""

    WORKING_HOURS = "working_hours"
    AFTER_HOURS = "after_hours"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """The clock of a desk that keeps these hours. Every time that goes in knows its zone; what comes out is in UTC."""

    hours: WorkingHours

    def moment(self, at: datetime) -> Moment:
        """What that time is to the desk; a holiday is one from midnight to midnight in Chile, on any weekday."""
        day = at.astimezone(CHILE).date()
        if day in _holidays(day.year):
            return Moment.HOLIDAY
        is_open = any(opens <= at < closes for opens, closes in self._open(day))
        return Moment.WORKING_HOURS if is_open else Moment.AFTER_HOURS

    def between(self, start: datetime, end: datetime) -> timedelta:
        """How much of the time from one to the other the desk works; nothing where the end comes first."""
        if end <= start:
            return NONE
        first, last = (each.astimezone(CHILE).date() for each in (start, end))
        edges = sum((self._on(day, start, end) for day in {first, last}), NONE)
        # Chile changes its clocks at midnight, when the desk is closed: every whole day is as long as another.
        return edges + _days_between(self.hours.weekdays, first, last) * self._day_long()

    def after(self, start: datetime, span: timedelta) -> datetime:
        """When the desk will have worked that long since then."""
        first, left = start.astimezone(CHILE).date(), span
        for day in (first + timedelta(days) for days in count()):
            for opens, closes in self._open(day):
                begins = max(opens, start.astimezone(UTC))
                if begins + left <= closes:
                    return begins + left
                left -= max(closes - begins, NONE)
        raise AssertionError("a desk works on some day")

    def _on(self, day: date, start: datetime, end: datetime) -> timedelta:
        return sum((max(min(end, closes) - max(start, opens), NONE) for opens, closes in self._open(day)), NONE)

    def _open(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        if not _is_worked(self.hours.weekdays, day):
            return
        for opens, closes in self._spells():
            yield _in_utc(day, opens), _in_utc(day, closes)

    def _day_long(self) -> timedelta:
        day = date.min
        return sum((datetime.combine(day, closes) - datetime.combine(day, opens) for opens, closes in self._spells()), NONE)

    def _spells(self) -> tuple[tuple[time, time], ...]:
        hours = self.hours
        return ((hours.opens, hours.pause_starts), (hours.pause_ends, hours.closes))


def is_holiday(day: date) -> bool:
    """Whether that day is a public holiday of Chile."""
    return day in _holidays(day.year)


def _in_utc(day: date, at: time) -> datetime:
    # Two times in one zone are compared as the clocks on the wall show them, which is wrong across a change of clocks.
    return datetime.combine(day, at, CHILE).astimezone(UTC)


def _is_worked(weekdays: frozenset[int], day: date) -> bool:
    return day.weekday() in weekdays and day not in _holidays(day.year)


@lru_cache(maxsize=4096)
def _days_between(weekdays: frozenset[int], first: date, last: date) -> int:
    """How many working days lie between the two, neither counted."""
    return sum(_is_worked(weekdays, first + timedelta(days)) for days in range(1, (last - first).days))


@lru_cache
def _holidays(year: int) -> frozenset[date]:
    return frozenset(country_holidays("CL", years=year))
