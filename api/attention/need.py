"""Which municipality may want help, worked out from what it did."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

STALLED_AFTER = timedelta(days=60)
STUCK_WITHIN = timedelta(days=30)
STUCK_TIMES = 3
MOVES = ("answered", "handed_over")
OFFERS: dict[str, Literal["offered", "declined"]] = {"help_offered": "offered", "help_declined": "declined"}


@dataclass(frozen=True, slots=True)
class Did:
    """Something that happened with a dossier, and which essential criteria were unmet then."""

    at: datetime
    kind: str
    unmet: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Need:
    """Why help may be wanted: not moved for 60 days, or opened three times in 30 with these criteria unmet every time."""

    stalled: bool
    criteria: tuple[str, ...]
    last_moved_at: datetime
    help: Literal["offered", "declined"] | None


def need(did: Sequence[Did], now: datetime) -> Need | None:
    """Of one municipality, oldest first; None where all goes on, or everything was handed over."""
    theirs = [each for each in did if each.kind not in OFFERS]
    if not theirs or theirs[-1].kind == "handed_over":
        return None
    moved = max((each.at for each in theirs if each.kind in MOVES), default=theirs[0].at)
    offers = [OFFERS[each.kind] for each in did if each.kind in OFFERS and each.at >= moved]
    stalled, criteria = now - moved >= STALLED_AFTER, _unmet_again(theirs, now)
    if not stalled and not criteria:
        return None
    return Need(stalled, criteria, moved, offers[-1] if offers else None)


def _unmet_again(theirs: Sequence[Did], now: datetime) -> tuple[str, ...]:
    """What was unmet on three openings of late, and still is."""
    opened = [each for each in theirs if each.kind == "opened" and now - each.at <= STUCK_WITHIN]
    times = Counter(code for each in opened for code in each.unmet)
    return tuple(sorted(code for code, number in times.items() if number >= STUCK_TIMES and code in theirs[-1].unmet))
