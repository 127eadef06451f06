"""How fast may be sent."""

from bot.telegram.pace import Pace


def waits(pace: Pace, count: int, now: float = 100.0) -> list[float]:
    return [round(pace.wait(now), 2) for _ in range(count)]


def test_a_few_at_once_then_one_a_second() -> None:
    assert waits(Pace(1.0, 3), 5) == [0.0, 0.0, 0.0, 1.0, 2.0]


def test_rest_gives_the_burst_back_and_no_more() -> None:
    pace = Pace(1.0, 3)
    waits(pace, 5)
    assert not pace.is_fresh(103.0)
    assert pace.is_fresh(110.0)
    assert waits(pace, 4, now=110.0) == [0.0, 0.0, 0.0, 1.0]


def test_all_together_stay_below_thirty_in_any_second() -> None:
    pace = Pace(24.0, 5)
    moments = sorted(100 + pace.wait(100.0) for _ in range(200))
    assert max(sum(start <= each < start + 1 for each in moments) for start in moments) < 30
