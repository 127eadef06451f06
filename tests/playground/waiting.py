"""Waiting for what another thread or process does."""

import time
from collections.abc import Callable


def eventually(holds: Callable[[], bool], seconds: float = 10) -> None:
    """Returns once it holds; fails when it does not in that time."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it never came to hold"
        time.sleep(0.02)
