"""Telegram's flood control: a message a second in a chat, twenty a minute in a group, thirty a second in all."""

from collections import defaultdict, deque
from math import ceil

from bot.playground.clock import Clock

# Seconds and how many messages they hold. A few at once are let pass in a chat, as Telegram does.
IN_A_CHAT = (3.0, 3)
IN_A_GROUP = (60.0, 20)
IN_ALL = (1.0, 30)


class Pace:
    """Who was written to lately."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._sent: dict[int, deque[float]] = defaultdict(deque)

    def refuses(self, chat: int) -> int:
        """How many seconds to wait before writing there; 0 lets the message pass, and counts it."""
        window, most = IN_A_CHAT if chat > 0 else IN_A_GROUP
        wait = max(self._wait(chat, window, most), self._wait(0, *IN_ALL))
        if wait == 0:
            self._sent[chat].append(self._clock.now())
            self._sent[0].append(self._clock.now())
        return wait

    def _wait(self, key: int, window: float, most: int) -> int:
        sent, now = self._sent[key], self._clock.now()
        while sent and sent[0] <= now - window:
            sent.popleft()
        return ceil(sent[0] + window - now) if len(sent) >= most else 0
