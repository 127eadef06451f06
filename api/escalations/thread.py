"""Where a case stands, worked out from its entries."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from api.contract import CaseState


@dataclass(frozen=True, slots=True)
class Move:
    """What of an entry decides where a case stands. `staff` who wrote it, `passed_to` who was given the case."""

    kind: str
    at: datetime
    staff: str | None = None
    passed_to: str | None = None
    helped: bool | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """From an opening to its closing. Reopened, a case begins another one."""

    began_at: datetime
    first_answer_at: datetime | None = None
    first_answer_by: str | None = None
    closed_at: datetime | None = None
    helped: bool | None = None
    rated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """Where a case stands. `waiting_since`: when the person wrote what nobody has answered yet."""

    round: Round
    before: tuple[Round, ...] = ()
    taken_by: str | None = None
    waiting_since: datetime | None = None

    @property
    def state(self) -> CaseState:
        """Closed, taken by somebody, or waiting for somebody."""
        if self.round.closed_at is not None:
            return "closed"
        return "waiting" if self.taken_by is None else "taken"

    @property
    def rounds(self) -> tuple[Round, ...]:
        """Oldest first, the present one last."""
        return (*self.before, self.round)


def follow(opened_at: datetime, moves: Iterable[Move]) -> Thread:
    """Where a case opened at that time stands after these, oldest first."""
    thread = Thread(Round(opened_at))
    for move in moves:
        thread = _after(thread, move)
    return thread


def _after(thread: Thread, move: Move) -> Thread:
    match move.kind:
        case "asked":
            return replace(thread, waiting_since=thread.waiting_since or move.at)
        case "claimed":
            return replace(thread, taken_by=move.staff)
        case "passed_on":
            return replace(thread, taken_by=move.passed_to)
        case "answered":
            return replace(thread, round=_answered(thread.round, move), waiting_since=None)
        case "closed":
            return replace(thread, round=replace(thread.round, closed_at=move.at), taken_by=None, waiting_since=None)
        case "reopened":
            return Thread(Round(move.at), thread.rounds, waiting_since=move.at)
        case "rated":
            return replace(thread, round=replace(thread.round, helped=move.helped, rated_at=move.at))
    return thread


def _answered(round: Round, move: Move) -> Round:
    return round if round.first_answer_at else replace(round, first_answer_at=move.at, first_answer_by=move.staff)
