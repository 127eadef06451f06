"""How fast may be sent: to one chat about one message a second, to all together less than thirty."""

import asyncio
import time
from dataclasses import dataclass, field


@dataclass(slots=True)
class Pace:
    """`rate` a second on the average, up to `burst` at once."""

    rate: float
    burst: int
    _free_at: float = field(default=0.0)

    def wait(self, now: float) -> float:
        """Seconds to wait before the next one, which is thereby booked."""
        interval = 1 / self.rate
        self._free_at = max(self._free_at + interval, now - interval * (self.burst - 1))
        return max(0.0, self._free_at - now)

    def unbook(self) -> None:
        """Gives back the last booking, for whoever will not wait."""
        self._free_at -= 1 / self.rate

    def is_fresh(self, now: float) -> bool:
        """Whether the whole burst is free again, so that this need not be remembered."""
        return self._free_at + self.burst / self.rate < now


@dataclass(slots=True)
class Paces:
    """One pace for each chat and one for all of them."""

    per_chat: float = 1.0
    chat_burst: int = 5
    overall: Pace = field(default_factory=lambda: Pace(24.0, 5))
    _chats: dict[str, Pace] = field(default_factory=dict)

    async def take(self, chat: str) -> bool:
        """Returns when a message may go to this chat; whether it had to wait for that."""
        now = time.monotonic()
        pace = self._chats.setdefault(chat, Pace(self.per_chat, self.chat_burst))
        if own := pace.wait(now):
            await asyncio.sleep(own)
        if shared := self.overall.wait(time.monotonic()):
            await asyncio.sleep(shared)
        if len(self._chats) > 1000:
            self._chats = {name: each for name, each in self._chats.items() if not each.is_fresh(now)}
        return own + shared > 0
