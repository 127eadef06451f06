"""A Redis of its own for a run, as it comes or made to lose nothing."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 10.0
LOSES_NOTHING = ("--appendonly", "yes", "--appendfsync", "always")


@contextmanager
def running_redis(server: Path, folder: Path, *options: str) -> Iterator[str]:
    """Its URL; it speaks over a socket in the folder, which is the faster way."""
    folder.mkdir(parents=True, exist_ok=True)
    socket = folder / "socket"
    words = [str(server), "--port", "0", "--unixsocket", str(socket), "--dir", str(folder), *options]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    try:
        limit = time.monotonic() + PATIENCE
        while not socket.exists():
            assert process.poll() is None, "Redis did not start"
            assert time.monotonic() < limit, "Redis does not listen"
            time.sleep(0.02)
        yield f"unix://{socket}"
    finally:
        process.kill()
        process.wait()
