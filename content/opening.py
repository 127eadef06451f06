"""Whether a place is open, by the clock and the holidays of where it stands in Chile."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from content.calendar_words import CHILE
from content.local_services import Hours
from content.working_time import is_holiday

# Who does not keep the capital's time all year, by the beginning of the CUT: Rapa Nui, Aysén and Magallanes.
_ZONES = {"05201": ZoneInfo("Pacific/Easter"), "11": ZoneInfo("America/Coyhaique"), "12": ZoneInfo("America/Punta_Arenas")}
_AHEAD = 15
"""So many days are looked at for the next opening: holidays never close a place longer."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Open until `closes`, or closed until `opens`; times on the wall there. `holiday`: today is one, therefore closed."""

    closes: datetime | None = None
    opens: datetime | None = None
    holiday: bool = False

    @property
    def is_open(self) -> bool:
        """Whether somebody is there now."""
        return self.closes is not None


def zone_of(cut: str | None) -> ZoneInfo:
    """The clock of a commune; that of the capital for all of Chile."""
    return _ZONES.get(cut or "") or _ZONES.get((cut or "")[:2], CHILE)


def opening(hours: Sequence[Hours], at: datetime, zone: ZoneInfo) -> Opening | None:
    """How it stands at a time (aware); None where the hours are not known."""
    if not hours:
        return None
    here = at.astimezone(zone).replace(tzinfo=None)
    for opens, closes in _spells(hours, here.date()):
        if opens <= here < closes:
            return Opening(closes=closes)
    following = (here.date() + timedelta(days) for days in range(_AHEAD))
    later = (opens for day in following for opens, _ in _spells(hours, day) if opens > here)
    worked_today = any(here.weekday() in each.weekdays for each in hours)
    return Opening(opens=next(later, None), holiday=worked_today and is_holiday(here.date()))


def _spells(hours: Sequence[Hours], day: date) -> Iterator[tuple[datetime, datetime]]:
    """When it is open on a day, in wall time: both ends are compared on one clock."""
    if is_holiday(day):
        return
    for each in sorted((each for each in hours if day.weekday() in each.weekdays), key=lambda each: each.opens):
        yield datetime.combine(day, each.opens), datetime.combine(day, each.closes)
