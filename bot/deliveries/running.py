"""The loop that runs errands: leased, fenced, retried with back-off, buried with a cry."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import structlog
from sqlalchemy import Connection

from bot.backend import ApiAway
from bot.deliveries.delivering import Courier
from bot.dialogue.case_events import NotAsked
from bot.dialogue.errands import AcceptInvitation, AskPerson, FetchFile, FileSheet, HandOver, MakeInvitation
from bot.dialogue.events import Declined, HandOverRefused, NotFetched, NotInvited, Outcome
from bot.memory import errands
from bot.memory.database import Memory, is_sqlite
from bot.memory.errands import Job, NotYet
from bot.memory.writing import StoredErrand

AT_ONCE = 4
_LOOK = 0.5
_LONGEST_DELAY = 15.0
_FAREWELL = 5.0
# An outage is waited out; a mistake of ours does not mend itself by trying.
_GIVE_UP_AFTER = 3 * 24 * 3600.0
_GIVE_UP_ATTEMPTS = 12
_log = structlog.get_logger()


@dataclass(slots=True)
class Deliveries:
    """`wake` is set by whoever stored an errand; `arrived` is called when an outcome is in the inbox."""

    memory: Memory
    courier: Courier
    arrived: Callable[[], None]
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    clock: Callable[[], float] = time.time
    _running: set["asyncio.Task[None]"] = field(default_factory=set)

    async def run(self, stop: asyncio.Event) -> None:
        """Runs errands until `stop` is set; what is in hand then gets a few seconds, and is taken up again at the next start."""
        if is_sqlite(self.memory.engine):  # nobody else can be at it
            await self.memory.do(errands.release, self.clock())
        while not stop.is_set():
            self.wake.clear()
            for job in await self.memory.do(self._claim):
                task = asyncio.create_task(self._run(job))
                self._running.add(task)
                task.add_done_callback(self._finished)
            await self._rest()
        if self._running:
            await asyncio.wait(self._running, timeout=_FAREWELL)

    def _claim(self, connection: Connection) -> list[Job]:
        return errands.claim(connection, self.clock(), AT_ONCE - len(self._running))

    async def _rest(self) -> None:
        try:
            await asyncio.wait_for(self.wake.wait(), _LOOK)
        except TimeoutError:
            return

    def _finished(self, task: "asyncio.Task[None]") -> None:
        self._running.discard(task)
        self.wake.set()

    async def _run(self, job: Job) -> None:
        try:
            outcome = await self.courier.deliver(job)
        except NotYet as wait:
            await self._delay(job, wait.seconds)
        except (ApiAway, OSError) as error:
            await self._failed(job, error, is_outage=True)
        except Exception as error:  # noqa: BLE001  whatever else may go wrong with one errand, it is kept and the others go on
            _log.exception("errand_failed", errand=type(job.errand).__name__, id=job.id)
            await self._failed(job, error, is_outage=False)
        else:
            await self.memory.do(errands.done, job, outcome, self.clock())
            if outcome is not None:
                self.arrived()

    async def _delay(self, job: Job, seconds: float) -> None:
        await self.memory.do(errands.delay, job, self.clock() + seconds)

    async def _failed(self, job: Job, error: Exception, *, is_outage: bool) -> None:
        too_old = self.clock() - job.made_at > _GIVE_UP_AFTER
        if not too_old and (is_outage or job.attempts < _GIVE_UP_ATTEMPTS):
            _log.warning("errand_waits", errand=type(job.errand).__name__, attempts=job.attempts, reason=type(error).__name__)
            await self._delay(job, min(_LONGEST_DELAY, 0.25 * 2 ** min(job.attempts, 10)))
            return
        _log.critical("errand_given_up", errand=type(job.errand).__name__, id=job.id)
        await self.memory.do(errands.bury, job, _given_up(job.errand), self.clock())
        self.arrived()


def _given_up(errand: StoredErrand) -> Outcome | None:
    match errand:
        case FetchFile(piece) | FileSheet(piece):
            return NotFetched(piece, "gone")
        case HandOver(_, round):
            return HandOverRefused(round, "given-up")
        case AcceptInvitation():
            return Declined("unknown")
        case MakeInvitation():
            return NotInvited()
        case AskPerson(hat, kind):
            return NotAsked(hat, kind)
    return None
