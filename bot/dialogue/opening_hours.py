"""Opening hours in words: whether somebody is there now, and the week."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from itertools import groupby
from zoneinfo import ZoneInfo

from bot.dialogue.voice import say
from content.local_services import Hours
from content.opening import opening
from content.sentences import Text

DAYS = (say("lunes"), say("martes"), say("miércoles"), say("jueves"), say("viernes"), say("sábado"), say("domingo"))
_LAST_MINUTE = (23, 59)


def told(hours: Sequence[Hours], now: datetime, zone: ZoneInfo) -> Iterator[Text]:
    """Now, and then every line of the week; nothing where the hours are not known."""
    found = opening(hours, now, zone)
    if found is None:
        return
    if found.closes is not None:
        yield say("🕘 Abierto ahora, hasta las {time}.", time=_clock(found.closes))
    elif found.holiday:
        yield say("🕘 Hoy es feriado: está cerrado.")
    elif found.opens is not None and found.opens.date() == now.astimezone(zone).date():
        yield say("🕘 Ahora está cerrado. Abre hoy a las {time}.", time=_clock(found.opens))
    elif found.opens is not None:
        yield say("🕘 Ahora está cerrado. Abre: {day}, {time}.", day=DAYS[found.opens.weekday()], time=_clock(found.opens))
    yield from week_in_words(hours)


def week_in_words(hours: Sequence[Hours]) -> Iterator[Text]:
    """Every line of the week."""
    for days, spells in groupby(sorted(hours, key=lambda each: (each.weekdays, each.opens)), key=lambda each: each.weekdays):
        yield say("{days}: {hours}", days=_days(days), hours=", ".join(map(_spell, spells)))


def _spell(hours: Hours) -> str:
    return f"{_clock(hours.opens)}–{_clock(hours.closes)}"


def _clock(at: time | datetime) -> str:
    return "24:00" if (at.hour, at.minute) == _LAST_MINUTE else f"{at.hour}:{at.minute:02}"


def _days(days: tuple[int, ...]) -> Text:
    first, last = days[0], days[-1]
    if days == tuple(range(7)):
        return say("Todos los días")
    if len(days) > 2 and days == tuple(range(first, last + 1)):
        return say("De {first} a {last}", first=DAYS[first], last=DAYS[last])
    text: Text = DAYS[first]
    for day in days[1:]:
        text = say("{days}, {day}", days=text, day=DAYS[day])
    return text
