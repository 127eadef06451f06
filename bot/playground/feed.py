"""What happens, told to every page and test that watches."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass

from bot.playground.wire import Wire

REMEMBERED = 2000


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened; `number` only grows."""

    number: int
    kind: str
    what: Wire


class Feed:
    """Happenings in order, the last ones remembered so that a page may come back and miss nothing."""

    def __init__(self) -> None:
        self.number = 0
        self.is_over = False
        self._recent: deque[Happening] = deque(maxlen=REMEMBERED)
        self._news = asyncio.Event()

    def tell(self, kind: str, **what: object) -> None:
        """Adds a happening."""
        self.number += 1
        self._recent.append(Happening(self.number, kind, what))
        self._wake()

    def end(self) -> None:
        """Lets everybody who watches go home."""
        self.is_over = True
        self._wake()

    def after(self, number: int) -> list[Happening] | None:
        """What came after that number; None when some of it is already forgotten."""
        if number > self.number or (self._recent and number + 1 < self._recent[0].number):
            return None
        return [happening for happening in self._recent if happening.number > number]

    async def wait_after(self, number: int, seconds: float) -> None:
        """Returns as soon as something came after that number, or when the time is over."""
        news = self._news
        if self.number > number or self.is_over:
            return
        try:
            await asyncio.wait_for(news.wait(), seconds)
        except TimeoutError:
            return

    async def follow(self, number: int) -> AsyncIterator[Happening | None]:
        """Happenings after that number for as long as they come; None is a heart-beat."""
        while not self.is_over:
            await self.wait_after(number, 15)
            found = self.after(number) or []
            for happening in found:
                number = happening.number
                yield happening
            if not found:
                yield None

    def _wake(self) -> None:
        self._news.set()
        self._news = asyncio.Event()
