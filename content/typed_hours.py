"""Opening hours as people write them: «lunes a viernes 9 a 14 y 15 a 17», in any of the languages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from itertools import pairwise

from content.calendar_words import weekday_named
from content.folding import folded
from content.local_services import Hours

_TO = frozenset({"a", "al", "hasta", "to", "till", "until", "through", "as", "ate", "rive", "jiska", "au"})
_AND = frozenset({"y", "e", "et", "and", "ak"})
_PASSED_OVER = frozenset(
    {"de", "del", "desde", "depi", "das", "do", "da", "du", "from", "at", "on", "la", "las", "le", "les", "el", "los", "nan"}
    | {"h", "hr", "hrs", "hs", "hora", "horas", "heures", "open", "abierto"}
)
_EVERY = re.compile(r"todos los dias|todos os dias|every day|daily|chak jou|tous les jours|每天")
_PIECE = re.compile(
    r"(?P<time>\d{1,2}(?:[:.h]\d{2})?)\s*(?P<half>[ap]\.?\s?m\b\.?|(?:hrs?|hs|h|e)\b)?"
    r"|(?P<day>星期[一二三四五六日天]|周[一二三四五六日天]|礼拜[一二三四五六日天])"
    r"|(?P<to>[-–—~]|至|到)|(?P<and>[,;/、和及])"
    r"|(?P<every>\*)|(?P<word>[^\W\d_](?:[^\W\d_]|-(?=feira))*\.?)|(?P<odd>[^\s.:])"
)
_LAST_MINUTE = time(23, 59)


@dataclass(frozen=True, slots=True)
class HoursSlip:
    """What was typed is no opening hours; `kind` is `unread` or `impossible`."""

    kind: str


class _Unread(Exception):
    """It cannot be told what is meant."""


class _Impossible(Exception):
    """It is clear, and cannot be."""


def read_hours(text: str) -> tuple[Hours, ...] | HoursSlip:
    """The hours that a text can only mean."""
    try:
        found = tuple(_hours(list(_pieces(text))))
    except _Unread:
        return HoursSlip("unread")
    except _Impossible:
        return HoursSlip("impossible")
    return found if found and not _overlap(found) else HoursSlip("impossible" if found else "unread")


_Piece = tuple[str, int | time]


def _pieces(text: str) -> Iterator[_Piece]:
    bare = _EVERY.sub(" * ", folded(text.replace("\n", " ; ")))
    for found in _PIECE.finditer(bare):
        match found.lastgroup if found.lastgroup != "half" else "time":
            case "time":
                yield "time", _clock(found["time"], found["half"] or "")
            case "every":
                yield "every", 0
            case "to" | "and" as kind:
                yield kind, 0
            case "day":
                yield "day", _day(found["day"].replace("天", "日"))
            case "word":
                yield from _word(found["word"].rstrip("."))
            case _:
                raise _Unread


def _word(word: str) -> Iterator[_Piece]:
    if word in _TO:
        yield "to", 0
    elif word in _AND:
        yield "and", 0
    elif word not in _PASSED_OVER:
        yield "day", _day(word)


def _day(name: str) -> int:
    day = weekday_named(name)
    if day is None:
        raise _Unread
    return day


def _clock(written: str, half: str) -> time:
    hour, minute = (int(part or 0) for part in (*re.split(r"[:.h]", written), "")[:2])
    if half.startswith("p") and hour < 12:
        hour += 12
    if (hour, minute) == (24, 0):
        return _LAST_MINUTE
    if hour > 23 or minute > 59:
        raise _Impossible
    return time(hour, minute)


def _hours(pieces: list[_Piece]) -> Iterator[Hours]:
    """Days and then spells, as often as they come."""
    at = 0
    while at < len(pieces):
        days, at = _days(pieces, at)
        first = at
        while at < len(pieces) and pieces[at][0] in ("time", "and"):
            if pieces[at][0] == "and":
                at += 1
                continue
            opens, closes = _spell(pieces, at)
            yield Hours(days, opens, closes)
            at += 3
        if at == first:
            raise _Unread


def _days(pieces: list[_Piece], at: int) -> tuple[tuple[int, ...], int]:
    days: list[int] = []
    while at < len(pieces) and pieces[at][0] != "time":
        kind, value = pieces[at]
        match kind, value:
            case "every", _:
                days += range(7)
            case "day", int(day):
                days.append(day)
            case "to", _ if days and at + 1 < len(pieces) and pieces[at + 1][0] == "day":
                at += 1
                days += _between(days[-1], pieces[at][1])
            case "and", _:
                pass
            case _:
                raise _Unread
        at += 1
    if not days:
        raise _Unread
    return tuple(sorted(set(days))), at


def _between(first: int, last: int | time) -> Iterator[int]:
    assert isinstance(last, int), "a piece that is a day has its number"
    return ((first + ahead) % 7 for ahead in range(1, (last - first) % 7 + 1))


def _spell(pieces: list[_Piece], at: int) -> tuple[time, time]:
    match list(pieces[at : at + 3]):
        case [("time", time() as opens), ("to", _), ("time", time() as closes)]:
            if closes <= opens:
                raise _Impossible
            return opens, closes
    raise _Unread


def _overlap(hours: tuple[Hours, ...]) -> bool:
    """Whether a place would be open twice at once."""
    spells = sorted((day, each.opens, each.closes) for each in hours for day in each.weekdays)
    return any(day == next_day and opens < closes for (day, _, closes), (next_day, opens, _) in pairwise(spells))
