"""The playground as a program of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import httpx2

from bot.playground.loopback import listening_socket
from tests.playground.waiting import eventually

PROGRAM = [sys.executable, "-m", "bot.playground"]


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program, run to its end."""
    return subprocess.run(
        [*PROGRAM, *words], capture_output=True, text=True, timeout=30, env={**os.environ, **environment}, check=False
    )


def free_place() -> str:
    """A host and port where nobody listens."""
    with listening_socket("127.0.0.1", 0) as free:
        return f"127.0.0.1:{free.getsockname()[1]}"


@contextmanager
def program(*words: str, place: str = "") -> Iterator[str]:
    """The address of a running program, which must end well when it is asked to."""
    place = place or free_place()
    process = subprocess.Popen([*PROGRAM, "--listen", place, *words], stdout=subprocess.PIPE, text=True)
    try:
        eventually(lambda: answers(f"http://{place}/playground/state"), 30)
        yield f"http://{place}"
    finally:
        process.send_signal(signal.SIGTERM)
        said, _ = process.communicate(timeout=30)
    assert process.returncode == 0
    assert f"http://{place}/" in said


def answers(address: str) -> bool:
    try:
        return httpx2.get(address, trust_env=False).is_success
    except httpx2.TransportError:
        return False
