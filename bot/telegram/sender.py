"""Drains the outbox, each chat for itself: a slow, parked or blocked chat keeps no other waiting."""

import asyncio
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

import structlog
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.memory import outbox
from bot.memory.baton import Baton
from bot.memory.database import Memory
from bot.memory.outbox import Living, Waiting
from bot.telegram.pace import Paces
from bot.telegram.painter import Painter

_LOOK = 0.3
_AT_ONCE = 100
_LONGEST_PARK = 60.0
Sent = tuple[Waiting, Living]
_log = structlog.get_logger()


@dataclass(slots=True)
class Sender:
    """`wake` is set by whoever put something into the outbox."""

    memory: Memory
    painter: Painter
    paces: Paces = field(default_factory=Paces)
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    clock: Callable[[], float] = time.time
    _baton: Baton = field(init=False)
    _parked: dict[str, float] = field(default_factory=dict)
    _failures: dict[str, int] = field(default_factory=dict)
    _busy: dict[str, "asyncio.Task[None]"] = field(default_factory=dict)
    _done: list[Sent] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._baton = Baton(self.memory.engine)

    async def run(self, stop: asyncio.Event) -> None:
        """Sends until `stop` is set, and finishes what is in hand."""
        while not stop.is_set():
            self.wake.clear()
            await self._look()
            await self._rest()
        await asyncio.gather(*self._busy.values(), return_exceptions=True)
        await self.memory.do(outbox.sent, self._done)
        self._baton.drop()

    async def _look(self) -> None:
        """Keeps what was sent since the last time and takes up what is due, in one transaction."""
        now, done = self.clock(), list(self._done)
        parked = {chat for chat, until in self._parked.items() if until > now}
        taken = self._busy.keys() - {waiting.chat for waiting, _ in done} | parked
        due = await self.memory.do(self._exchange, done, now, taken)
        del self._done[: len(done)]
        for waiting, _ in done:
            self._busy.pop(waiting.chat, None)
        for waiting, living in due:
            self._busy[waiting.chat] = asyncio.create_task(self._send(waiting, living))

    def _exchange(self, connection: Connection, done: Sequence[Sent], now: float, taken: Collection[str]) -> Sequence[Sent]:
        outbox.sent(connection, done)
        return outbox.due(connection, now, taken, _AT_ONCE) if self._baton.is_held() else ()

    async def _rest(self) -> None:
        try:
            await asyncio.wait_for(self.wake.wait(), _LOOK)
        except TimeoutError:
            return

    async def _send(self, waiting: Waiting, living: Living) -> None:
        """The chat stays busy until it is kept that its message was sent."""
        was_sent = False
        try:
            was_sent = await self._sent(waiting, living)
        except OperationalError:
            _log.warning("database_away")
        finally:
            if not was_sent:
                self._busy.pop(waiting.chat, None)
            self.wake.set()

    async def _sent(self, waiting: Waiting, living: Living) -> bool:
        if await self.paces.take(waiting.chat):  # meanwhile a newer screen may have taken the place of this one
            found = await self.memory.do(outbox.next_of, waiting.chat)
            if found is None:
                return False
            waiting, living = found
        try:
            place = await self.painter.put(waiting, living)
        except TelegramError as error:
            await self._failed(waiting, error)
            return False
        self._failures.pop(waiting.chat, None)
        self._done.append((waiting, place))
        return True

    async def _failed(self, waiting: Waiting, error: TelegramError) -> None:
        match error:
            case RetryAfter():
                self._park(waiting.chat, _seconds(error.retry_after))
            case Forbidden():
                await self.memory.do(outbox.unreachable, waiting.chat)
            case InvalidToken():
                _log.critical("telegram_refuses_the_token")
                self._park(waiting.chat, _LONGEST_PARK)
            case BadRequest():
                _log.error("message_refused", kind=waiting.kind, reason=error.message)
                await self.memory.do(outbox.drop, waiting)
            case NetworkError() | _:
                failures = self._failures[waiting.chat] = self._failures.get(waiting.chat, 0) + 1
                self._park(waiting.chat, min(_LONGEST_PARK, 0.5 * 2**failures))

    def _park(self, chat: str, seconds: float) -> None:
        self._parked = {each: until for each, until in self._parked.items() if until > self.clock()}
        self._parked[chat] = self.clock() + seconds


def _seconds(wait: int | timedelta) -> float:
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
