"""Opening hours as people write them."""

from datetime import time

import pytest

from content.local_services import Hours
from content.typed_hours import HoursSlip, read_hours

WEEK = (0, 1, 2, 3, 4)


def _spell(opens: str, closes: str, days: tuple[int, ...] = WEEK) -> Hours:
    return Hours(days, time.fromisoformat(opens), time.fromisoformat(closes))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lunes a viernes 9 a 14 y 15 a 17", (_spell("09:00", "14:00"), _spell("15:00", "17:00"))),
        ("Lunes a Viernes, de 09:00 a 14:00 hrs.", (_spell("09:00", "14:00"),)),
        ("lun-vie 9.30-13", (_spell("09:30", "13:00"),)),
        ("De lunes a viernes desde las 8:30 hasta las 17:30 horas", (_spell("08:30", "17:30"),)),
        ("lunes y miércoles 10 a 12; sábado 9 a 11", (_spell("10:00", "12:00", (0, 2)), _spell("09:00", "11:00", (5,)))),
        ("lunes a jueves 9 a 17, viernes 9 a 16", (_spell("09:00", "17:00", (0, 1, 2, 3)), _spell("09:00", "16:00", (4,)))),
        ("todos los días de 0 a 24", (_spell("00:00", "23:59", tuple(range(7))),)),
        ("lunes 9am a 3pm", (_spell("09:00", "15:00", (0,)),)),
        ("Lundi à vendredi de 9h à 14h30", (_spell("09:00", "14:30"),)),
        ("segunda-feira a sexta-feira das 9h às 14h", (_spell("09:00", "14:00"),)),
        ("Monday to Friday 9:00–14:00", (_spell("09:00", "14:00"),)),
        ("Mondays and Wednesdays from 9 to 12", (_spell("09:00", "12:00", (0, 2)),)),
        ("lendi rive vandredi 9è rive 14è", (_spell("09:00", "14:00"),)),
        ("星期一至星期五9:00-14:00", (_spell("09:00", "14:00"),)),
        ("周一到周五 9:00到14:00", (_spell("09:00", "14:00"),)),
        ("sábado a lunes 10 a 12", (_spell("10:00", "12:00", (0, 5, 6)),)),
    ],
)
def test_what_can_only_mean_one_thing_is_read(typed: str, meant: tuple[Hours, ...]) -> None:
    assert read_hours(typed) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "lunes", "9 a 14", "lunes a viernes 9", "de mañana", "lunes a viernes", "llame antes", "lunes 9 14", "🙂", "x" * 4000],
)
def test_what_cannot_be_told_is_not_guessed(typed: str) -> None:
    assert read_hours(typed) == HoursSlip("unread")


@pytest.mark.parametrize("typed", ["lunes 18 a 9", "lunes 9 a 9", "lunes 9 a 25", "lunes 9:70 a 10", "lunes 9 a 14 y 13 a 15"])
def test_what_cannot_be_is_said_to_be_so(typed: str) -> None:
    assert read_hours(typed) == HoursSlip("impossible")
