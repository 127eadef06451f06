"""Errands in the database: stored with the turn that asked for them, leased to whoever runs them, fenced when they are done."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, bindparam, delete, exists, func, select, text, update

from bot.dialogue.errands import (
    AcceptInvitation,
    AskPerson,
    FetchFile,
    FileSheet,
    HandOver,
    MakeInvitation,
    MendWords,
    Rate,
    RemoveColleague,
)
from bot.dialogue.events import Outcome
from bot.memory import inbox
from bot.memory.hot import Hot
from bot.memory.room_errands import OpenTopic, Relay, UpdateCard
from bot.memory.tables import errand
from bot.memory.writing import PutEvidence, StoredErrand, read_errand, write_errand

LEASE = 60.0

_ADD = Hot(
    text(
        "INSERT INTO errand (id, purpose, body, lane, dossier, made_at, due, attempts, dead, queue, number)"
        " VALUES (:id, :purpose, :body, :lane, :dossier, :now, :due, 0, false, :queue,"
        " (SELECT COALESCE(MAX(number), 0) + 1 FROM errand WHERE queue = :queue AND :queue <> '')) ON CONFLICT DO NOTHING"
    )
)
_COLUMNS = (
    errand.c.id,
    errand.c.body,
    errand.c.sealed,
    errand.c.lane,
    errand.c.dossier,
    errand.c.attempts,
    errand.c.made_at,
)
_AHEAD = errand.alias("ahead")
_IS_AHEAD = (_AHEAD.c.queue == errand.c.queue) & (_AHEAD.c.number < errand.c.number) & _AHEAD.c.dead.is_(False)
_DUE = (
    select(*_COLUMNS)
    .where(errand.c.due <= bindparam("now"), errand.c.dead.is_(False))
    .where((errand.c.queue == "") | ~exists().where(_IS_AHEAD))
    .order_by(errand.c.due)
    .limit(bindparam("most"))
)
_FENCED = (errand.c.id == bindparam("which")) & (errand.c.attempts == bindparam("claimed"))
# The due moment of a claimed errand is the end of its lease: whoever claimed it may have died.
_CLAIM = update(errand).where(_FENCED).values(attempts=errand.c.attempts + 1, due=bindparam("until"))
_DELAY = update(errand).where(_FENCED).values(due=bindparam("until"))
_BURY = update(errand).where(_FENCED).values(dead=True, purpose=None)
_BEGUN = update(errand).where(_FENCED).values(purpose=None)
_SEAL = update(errand).where(_FENCED).values(sealed=bindparam("body_sent"))
_RELEASE = update(errand).where(errand.c.attempts > 0).values(due=bindparam("now"))
_DONE = delete(errand).where(_FENCED)


@dataclass(frozen=True, slots=True)
class Job:
    """An errand in hand. `id` is its idempotency key, `attempts` counts this one, `made_at` is in seconds since 1970."""

    id: str
    errand: StoredErrand
    lane: str
    dossier: str
    attempts: int
    made_at: float
    sealed: str | None = None


class NotYet(Exception):
    """Something else has to be done first; nothing failed."""

    def __init__(self, seconds: float = 1.0) -> None:
        super().__init__(f"again in {seconds} s")
        self.seconds = seconds


def add(
    connection: Connection, what: StoredErrand, lane: str, dossier: str, now: float, *, queue: str = "", after: float = 0.0
) -> None:
    """Keeps an errand for a person and a dossier (empty for none); one with the same purpose that still waits is enough.

    Those of one `queue` are run one after the other, in the order they were added; `after` so many seconds at the soonest.
    """
    row = {
        "id": str(uuid4()),
        "purpose": _purpose(what, lane),
        "body": write_errand(what),
        "lane": lane,
        "dossier": dossier,
        "now": now,
        "due": now + after,
        "queue": queue,
    }
    _ADD.run(connection, row)


def claim(connection: Connection, now: float, most: int) -> list[Job]:
    """Up to `most` errands that are due, leased for LEASE seconds."""
    due = _DUE.with_for_update(skip_locked=True) if connection.dialect.name == "postgresql" else _DUE
    jobs = [_job(row) for row in connection.execute(due, {"now": now, "most": most}).all()]
    for job in jobs:
        connection.execute(_CLAIM, {"which": job.id, "claimed": job.attempts - 1, "until": now + LEASE})
    return jobs


def done(connection: Connection, job: Job, outcome: Outcome | None, now: float) -> bool:
    """Ends an errand and reports what it came to; False when somebody else has it in hand by now."""
    if not connection.execute(_DONE, _fence(job)).rowcount:
        return False
    if outcome is not None:
        inbox.report(connection, job.id, job.lane, job.dossier, outcome, now)
    return True


def delay(connection: Connection, job: Job, until: float) -> None:
    """Tries it again at that moment."""
    connection.execute(_DELAY, {**_fence(job), "until": until})


def seal(connection: Connection, job: Job, body: str) -> None:
    """Keeps what is sent under this errand's id, so that the next try sends the same."""
    connection.execute(_SEAL, {**_fence(job), "body_sent": body})


def begun(connection: Connection, job: Job) -> None:
    """Lets another one of its purpose be added: what is asked from now on comes too late for this one."""
    connection.execute(_BEGUN, _fence(job))


def release(connection: Connection, now: float) -> None:
    """Takes every lease back. Only for whoever runs alone: the one that held them has died."""
    connection.execute(_RELEASE, {"now": now})


def bury(connection: Connection, job: Job, outcome: Outcome | None, now: float) -> None:
    """Gives up: the errand stays as a dead letter, and its person is told by the outcome."""
    if connection.execute(_BURY, _fence(job)).rowcount and outcome is not None:
        inbox.report(connection, job.id, job.lane, job.dossier, outcome, now)


def oldest_due(connection: Connection, now: float) -> float:
    """How many seconds the oldest errand has been waiting; 0 when none is."""
    made = connection.execute(select(func.min(errand.c.made_at)).where(errand.c.dead.is_(False))).scalar()
    return max(0.0, now - made) if made else 0.0


def queue_of(what: StoredErrand, lane: str) -> str:
    """What must not overtake each other: messages to the team, and coming into a municipality and leaving it."""
    match what:
        case AskPerson() | MendWords() | Rate():
            return f"ask:{lane}"
        case AcceptInvitation():
            return f"team:{lane}"
        case RemoveColleague(person):
            return f"team:{person}"
    return ""


def _purpose(what: StoredErrand, lane: str) -> str | None:
    match what:
        case HandOver(dossier, round):
            return f"hand-over:{dossier}:{round}"
        case FetchFile(piece) | FileSheet(piece):
            return f"fetch:{piece}"
        case PutEvidence(sha256):
            return f"put:{sha256}"
        case AcceptInvitation(code):
            return f"accept:{lane}:{code}"
        case MakeInvitation(cut):
            return f"invite:{lane}:{cut}"
        case OpenTopic(case):
            return f"topic:{case}"
        case UpdateCard(case):
            return f"card:{case}"
        case Relay(case, side, message, album):
            return f"relay:{case}:{side}:{album or message}"
    return None


def _fence(job: Job) -> dict[str, Any]:
    return {"which": job.id, "claimed": job.attempts}


def _job(row: Any) -> Job:
    return Job(row.id, read_errand(row.body), row.lane, row.dossier, row.attempts + 1, row.made_at, row.sealed)
