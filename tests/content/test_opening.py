"""Open now, until when, and when again."""

from datetime import UTC, datetime, time

import pytest

from content.local_services import Hours
from content.opening import Opening, opening, zone_of

WEEK = (Hours((0, 1, 2, 3, 4), time(9), time(14)), Hours((0, 1, 2, 3, 4), time(15), time(17)))
SANTIAGO, ARENAS, RAPA_NUI = "13101", "12101", "05201"


def _at(written: str, cut: str | None = SANTIAGO) -> Opening | None:
    return opening(WEEK, datetime.fromisoformat(written).replace(tzinfo=UTC), zone_of(cut))


def _wall(written: str | None) -> datetime | None:
    return None if written is None else datetime.fromisoformat(written)


@pytest.mark.parametrize(
    ("utc", "closes", "opens"),
    [
        ("2026-11-24T12:00", "2026-11-24T14:00", None),  # Tuesday, nine in the morning: it opens this minute
        ("2026-11-24T16:59", "2026-11-24T14:00", None),
        ("2026-11-24T17:00", None, "2026-11-24T15:00"),  # lunch
        ("2026-11-24T20:00", None, "2026-11-25T09:00"),
        ("2026-11-27T20:00", None, "2026-11-30T09:00"),  # Friday evening
    ],
)
def test_by_the_clock_of_the_capital(utc: str, closes: str | None, opens: str | None) -> None:
    assert _at(utc) == Opening(_wall(closes), _wall(opens))


def test_a_public_holiday_is_closed_and_says_so() -> None:
    found = _at("2026-12-08T14:00")  # a Tuesday
    assert found == Opening(opens=_wall("2026-12-09T09:00"), holiday=True)


def test_the_south_and_the_island_have_their_own_clock() -> None:
    winter = "2026-07-01T12:30"  # 8:30 in the capital, 9:30 in Punta Arenas, 6:30 on Rapa Nui
    assert [bool((found := _at(winter, cut)) and found.is_open) for cut in (SANTIAGO, ARENAS, RAPA_NUI, None)] == [
        False,
        True,
        False,
        False,
    ]


def test_the_last_minute_of_the_day_is_open() -> None:
    late = (Hours((0,), time(8), time(23, 59)),)
    found = opening(late, datetime(2026, 11, 24, 2, 30, tzinfo=UTC), zone_of(None))
    assert found == Opening(closes=_wall("2026-11-23T23:59"))


def test_without_hours_nothing_is_said() -> None:
    assert opening((), datetime(2026, 11, 24, tzinfo=UTC), zone_of(None)) is None
