"""The playground's time: the machine's, moved forward when somebody wants to see what grows old."""

import time


class Clock:
    """Seconds since 1970, never going back."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def now(self) -> float:
        """This moment."""
        return time.time() + self._ahead

    def advance(self, seconds: float) -> None:
        """From here on everything is that much older."""
        self._ahead += max(seconds, 0.0)
