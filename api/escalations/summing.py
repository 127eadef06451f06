"""How long people wait, and whether it helped: worked out from the threads, erased cases among them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from statistics import median
from typing import Any

from sqlmodel import Session, col, func, select

from api.contract import EscalationSummary, RatedMonth, Waits
from api.escalations import records
from api.escalations.tables import EscalationRow
from api.escalations.telling import Teller
from api.escalations.thread import Thread
from api.library import Library
from content.calendar_words import CHILE


@dataclass(frozen=True, slots=True)
class Counted:
    """A case, where it stands, and the working minutes to the first answer of each round."""

    case: EscalationRow
    thread: Thread
    minutes: tuple[int, ...]


def summary(session: Session, library: Library, since: datetime | None) -> EscalationSummary:
    """Of the cases opened at that time or later, or of all."""
    query = select(EscalationRow)
    cases = session.exec(query if since is None else query.where(col(EscalationRow.opened_at) >= since)).all()
    threads = records.threads(session, cases)
    teller = Teller(library, datetime.now(UTC))
    counted = [_count(teller, case, threads[records.identity(case)]) for case in cases]
    return EscalationSummary(
        **_waits(counted),
        oldest_waiting_since=_oldest(each.thread for each in counted),
        by_kind=_by(counted, "kind"),
        by_commune=_by(counted, "commune"),
        by_language=_by(counted, "language"),
        rated=_rated(counted),
    )


@dataclass(frozen=True, slots=True)
class Load:
    """What stands open; `longest_wait` in working time."""

    waiting: int
    taken: int
    longest_wait: timedelta


def load(session: Session, library: Library) -> Load:
    """How much there is to do; counted by the database, since it is asked often."""
    number = select(func.count()).select_from(EscalationRow)
    waiting, taken = (session.exec(number.where(records.standing(state))).one() for state in ("waiting", "taken"))
    since, now = records.oldest_unanswered(session), datetime.now(UTC)
    return Load(waiting, taken, timedelta() if since is None else library.working_time.between(since, now))


def _count(teller: Teller, case: EscalationRow, thread: Thread) -> Counted:
    counted = (teller.minutes(round.began_at, round.first_answer_at) for round in thread.rounds)
    return Counted(case, thread, tuple(each for each in counted if each is not None))


def _waits(counted: Iterable[Counted]) -> Mapping[str, Any]:
    counted = list(counted)
    minutes = sorted(minutes for each in counted for minutes in each.minutes)
    states = Counter(each.thread.state for each in counted)
    return {
        "waiting": states["waiting"],
        "taken": states["taken"],
        "answered": len(minutes),
        "median_minutes": int(median(minutes)) if minutes else None,
        "p90_minutes": _ninetieth(minutes),
    }


def _ninetieth(minutes: Sequence[int]) -> int | None:
    """The shortest that nine of ten do not exceed; of a sorted list."""
    return minutes[(9 * len(minutes) + 9) // 10 - 1] if minutes else None


def _by(counted: Iterable[Counted], what: str) -> dict[Any, Waits]:
    groups: dict[str, list[Counted]] = defaultdict(list)
    for each in counted:
        groups[getattr(each.case, what) or ""].append(each)
    return {name: Waits(**_waits(group)) for name, group in sorted(groups.items())}


def _oldest(threads: Iterable[Thread]) -> datetime | None:
    return min((thread.waiting_since for thread in threads if thread.waiting_since is not None), default=None)


def _rated(counted: Iterable[Counted]) -> list[RatedMonth]:
    said: Counter[tuple[str, str, bool]] = Counter()
    for each in counted:
        for round in each.thread.rounds:
            if round.rated_at is not None and round.helped is not None:
                said[f"{round.rated_at.astimezone(CHILE):%Y-%m}", each.case.language, round.helped] += 1
    return [
        RatedMonth(month=month, language=language, helped=said[month, language, True], not_helped=said[month, language, False])
        for month, language in sorted({(month, language) for month, language, _ in said})
    ]
