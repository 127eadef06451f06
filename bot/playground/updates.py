"""What the bot has yet to hear, kept as Telegram keeps it: until confirmed, and not for ever."""

import asyncio
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from bot.playground.clock import Clock
from bot.playground.wire import Wire

KEPT_SECONDS = 24 * 3600
PRESS_KEPT_SECONDS = 150
UNASKED_KINDS = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True, slots=True)
class Pending:
    """An update not yet confirmed; `lane` names the queue within which webhooks keep order."""

    id: int
    kind: str
    body: Wire
    lane: str
    expires: float

    def wire(self) -> Wire:
        """As an `Update`."""
        return {"update_id": self.id, self.kind: self.body}


class Updates:
    """The queue of one bot. Ids grow by one; kinds that were not asked for are never queued."""

    def __init__(self, clock: Clock, first_id: int = 100_000_001) -> None:
        self._clock = clock
        self._pending: dict[int, Pending] = {}
        self._news = asyncio.Event()
        self.next_id = first_id
        self.allowed: tuple[str, ...] = ()

    def put(self, kind: str, body: Wire, lane: str) -> None:
        """Queues an update, unless the bot did not ask for its kind."""
        if kind not in self.allowed if self.allowed else kind in UNASKED_KINDS:
            return
        kept = PRESS_KEPT_SECONDS if kind == "callback_query" else KEPT_SECONDS
        self._pending[self.next_id] = Pending(self.next_id, kind, body, lane, self._clock.now() + kept)
        self.next_id += 1
        self.wake()

    def confirm(self, offset: int) -> None:
        """Forgets everything before `offset`; a negative one keeps that many of the last."""
        first = offset if offset >= 0 else self._nth_last(-offset)
        for id in list(takewhile(lambda known: known < first, self._pending)):
            del self._pending[id]

    def _nth_last(self, count: int) -> int:
        return [*self._pending, self.next_id][max(len(self._pending) - count, 0)]

    def done(self, id: int) -> None:
        """Forgets one update, which a webhook accepted."""
        self._pending.pop(id, None)

    def waiting(self) -> Iterator[Pending]:
        """Everything not confirmed and not expired, oldest first; not to be held over an await."""
        now = self._clock.now()
        return (pending for pending in self._pending.values() if pending.expires > now)

    def restore(self, waiting: Iterable[Pending], next_id: int) -> None:
        """Puts back what was waiting when the playground was last stopped."""
        self._pending = {pending.id: pending for pending in waiting}
        self.next_id = next_id

    def wake(self) -> None:
        """Lets those who wait look again."""
        self._news.set()
        self._news = asyncio.Event()

    async def wait(self, seconds: float) -> None:
        """Returns at the next `wake`, or when the time is over."""
        news = self._news
        try:
            await asyncio.wait_for(news.wait(), seconds)
        except TimeoutError:
            return
