"""The desk's clock: the pause, free weekdays, holidays and changes of clock, held against a count minute by minute."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.help import WorkingHours
from content.reading import read_help
from content.working_time import Moment, WorkingTime

SANTIAGO = ZoneInfo("America/Santiago")
OFFICE = WorkingHours(frozenset(range(5)), time(9), time(18), time(13), time(14), "de prueba")
DESK = WorkingTime(OFFICE)
# As published by the State for 2026, Sundays and Saturdays among them; written down here, not asked of the package.
HOLIDAYS_2026 = {
    (1, 1),
    (4, 3),
    (4, 4),
    (5, 1),
    (5, 21),
    (6, 21),
    (6, 29),
    (7, 16),
    (8, 15),
    (9, 18),
    (9, 19),
    (10, 12),
    (10, 31),
    (11, 1),
    (12, 8),
    (12, 25),
}


def at(written: str) -> datetime:
    """A time on the wall in Chile, `09-17 17:30`, in 2026."""
    return datetime.fromisoformat(f"2026-{written}").replace(tzinfo=SANTIAGO)


@pytest.mark.parametrize(
    ("moment", "what"),
    [
        ("09-17 09:00", Moment.WORKING_HOURS),
        ("09-17 08:59", Moment.AFTER_HOURS),
        ("09-17 12:59", Moment.WORKING_HOURS),
        ("09-17 13:00", Moment.AFTER_HOURS),
        ("09-17 14:00", Moment.WORKING_HOURS),
        ("09-17 18:00", Moment.AFTER_HOURS),
        ("09-17 23:59", Moment.AFTER_HOURS),
        ("09-18 00:00", Moment.HOLIDAY),
        ("09-18 10:00", Moment.HOLIDAY),
        ("09-19 10:00", Moment.HOLIDAY),
        ("09-20 10:00", Moment.AFTER_HOURS),
        ("05-01 10:00", Moment.HOLIDAY),
        ("12-25 23:59", Moment.HOLIDAY),
        ("12-26 00:00", Moment.AFTER_HOURS),
        ("11-21 11:00", Moment.AFTER_HOURS),
    ],
)
def test_what_a_moment_is_to_the_desk(moment: str, what: Moment) -> None:
    assert DESK.moment(at(moment)) is what
    assert DESK.moment(at(moment).astimezone(UTC)) is what


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("11-24 09:00", "11-24 18:00", 8),
        ("11-24 12:30", "11-24 14:30", 1),
        ("11-24 13:00", "11-24 14:00", 0),
        ("11-24 03:00", "11-24 23:00", 8),
        ("11-20 17:00", "11-23 10:00", 2),
        ("11-21 10:00", "11-22 20:00", 0),
        ("09-17 17:00", "09-21 10:00", 2),
        ("09-18 09:00", "09-19 18:00", 0),
        ("12-07 17:00", "12-09 10:00", 2),
        ("04-03 09:00", "04-06 10:00", 1),
        ("09-04 17:00", "09-07 10:00", 2),
        ("11-24 10:00", "11-24 10:00", 0),
        ("11-24 11:00", "11-24 10:00", 0),
    ],
)
def test_only_the_time_that_the_desk_works_is_counted(start: str, end: str, hours: int) -> None:
    assert DESK.between(at(start), at(end)) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("11-24 10:00", 1, "11-24 11:00"),
        ("11-24 12:30", 1, "11-24 14:30"),
        ("11-24 09:00", 8, "11-24 18:00"),
        ("11-24 10:00", 8, "11-25 10:00"),
        ("11-20 17:30", 8, "11-23 17:30"),
        ("09-17 17:30", 8, "09-21 17:30"),
        ("11-21 11:00", 1, "11-23 10:00"),
        ("09-05 23:30", 1, "09-07 10:00"),
        ("04-04 23:30", 1, "04-06 10:00"),
    ],
)
def test_when_that_much_will_have_been_worked(start: str, hours: int, end: str) -> None:
    assert DESK.after(at(start), timedelta(hours=hours)) == at(end)


def test_nine_on_the_wall_is_another_hour_of_the_world_in_winter() -> None:
    spans = (timedelta(minutes=1), timedelta())
    assert [DESK.after(at(day), spans[0]).hour for day in ("04-02 08:00", "04-06 08:00")] == [12, 13]
    assert DESK.between(at("04-02 09:00"), at("04-06 18:00")) == timedelta(hours=16)


def test_a_desk_without_a_pause_and_one_that_works_at_weekends() -> None:
    always = WorkingTime(WorkingHours(frozenset(range(7)), time(8), time(20), time(12), time(12), ""))
    assert always.between(at("11-21 00:00"), at("11-23 00:00")) == timedelta(hours=24)
    assert always.moment(at("11-21 12:00")) is Moment.WORKING_HOURS


def test_the_hours_are_those_of_the_content() -> None:
    hours = read_help().working_hours
    assert WorkingTime(hours).moment(at("11-24 09:30")) is Moment.WORKING_HOURS
    assert hours.pause_starts < hours.pause_ends


def _works(minute: datetime) -> bool:
    wall = minute.astimezone(SANTIAGO)
    free = wall.weekday() > 4 or (wall.month, wall.day) in HOLIDAYS_2026
    return not free and (9 <= wall.hour < 13 or 14 <= wall.hour < 18)


MINUTES = st.integers(3 * 60, 365 * 24 * 60 - 1).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


@settings(deadline=None)
@given(start=MINUTES, minutes=st.integers(0, 14 * 24 * 60))
def test_it_agrees_with_a_count_minute_by_minute(start: datetime, minutes: int) -> None:
    year_end = datetime(2027, 1, 1, 3, tzinfo=UTC)
    end = min(start + timedelta(minutes=minutes), year_end)
    counted = sum(_works(start + timedelta(minutes=each)) for each in range(int((end - start) / timedelta(minutes=1))))
    assert DESK.between(start, end) == timedelta(minutes=counted)


@given(start=MINUTES, minutes=st.integers(1, 5000))
def test_after_and_between_say_the_same(start: datetime, minutes: int) -> None:
    end = DESK.after(start, timedelta(minutes=minutes))
    assert DESK.between(start, end) == timedelta(minutes=minutes)
    assert DESK.between(start, end - timedelta(minutes=1)) == timedelta(minutes=minutes - 1)


@given(st.lists(MINUTES, min_size=3, max_size=3))
def test_parts_add_up(moments: list[datetime]) -> None:
    first, middle, last = sorted(moments)
    assert DESK.between(first, middle) + DESK.between(middle, last) == DESK.between(first, last)
