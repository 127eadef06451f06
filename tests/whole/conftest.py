"""`make demo` as people start it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.whole.stage import free_port

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Demo:
    """A running demonstration in a folder of its own."""

    page: str
    environment: dict[str, str]
    folder: Path

    def invitation(self, commune: str) -> str:
        """`inv_<code>` for another municipality."""
        database = f"sqlite:///{self.folder}/var/demo-api.sqlite3"
        command = [sys.executable, "-m", "api", "invite", "--commune", commune]
        environment = self.environment | {"SELLO_API_DATABASE_URL": database}
        said = subprocess.run(command, env=environment, cwd=self.folder, capture_output=True, text=True, check=True).stdout
        return next(word for word in said.split() if word.startswith("inv_"))


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Demo]:
    """What `make demo` starts, on free ports; it ends cleanly on Ctrl-C."""
    page = f"127.0.0.1:{free_port()}"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SELLO_")} | {
        "PYTHONPATH": str(ROOT),
        "SELLO_API_LISTEN": f"127.0.0.1:{free_port()}",
        "SELLO_PLAYGROUND_LISTEN": page,
    }
    with (tmp_path / "demo.log").open("w") as log:
        running = subprocess.Popen([sys.executable, "-m", "bot", "demo"], cwd=tmp_path, env=environment, stdout=log, stderr=log)
    try:
        _await(tmp_path / "demo.log", f"http://{page}/")
        yield Demo(f"http://{page}/", environment, tmp_path)
        running.send_signal(signal.SIGINT)
        assert running.wait(30) == 0
    finally:
        running.kill()


def _await(log: Path, address: str) -> None:
    limit = time.monotonic() + 60
    while f"Abra esta página: {address}" not in log.read_text():
        assert time.monotonic() < limit, log.read_text()
        time.sleep(0.1)
