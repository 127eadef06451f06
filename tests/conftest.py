"""What every test may ask for, and what none may do: reach beyond this machine."""

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.speech.tongues import ENCODER, SPEAKER
from tests.databases import PostgreSQL, running_postgresql
from tests.machine import LACKS, lack, program

# Where the environment forbids it, each of the hundred processes of a run would compile the project anew.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


class ReachedOut(AssertionError):
    """A test tried to connect to something that is not this machine."""


def _stay_home(event: str, arguments: tuple[object, ...]) -> None:
    """Python announces each connection before it is made; those that leave the machine end here."""
    if event not in ("socket.connect", "socket.sendto") or not isinstance(address := arguments[1], tuple):
        return
    host = str(address[0])
    if host not in ("localhost", "::1") and not host.startswith("127."):
        raise ReachedOut(f"tests stay on this machine: {host}")


sys.addaudithook(_stay_home)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    """A running PostgreSQL server, one for the whole run."""
    with running_postgresql() as server:
        yield server


@pytest.fixture
def postgresql_url(postgresql: PostgreSQL) -> Iterator[str]:
    """A new and empty PostgreSQL database, dropped afterwards."""
    url = postgresql.create()
    yield url
    postgresql.drop(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A new and empty database, the test run once on each kind: `sqlite:///…` and `postgresql://…`."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'sello.sqlite3'}"
    return str(request.getfixturevalue("postgresql_url"))


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser that a person would use."""
    found = program("chromium") or program("chromium-browser") or program("google-chrome")
    return found or lack("chromium", "install it")


@pytest.fixture(scope="session")
def speaker() -> Path:
    """The program that speaks; the one that encodes what it says is there, too."""
    if program(ENCODER) is None:
        lack(ENCODER, "install opus-tools")
    return program(SPEAKER) or lack(SPEAKER, "install it")


@pytest.fixture(scope="session")
def redis_server() -> Path:
    """Redis, which only the comparison with others needs."""
    return program("redis-server") or lack("redis", "install redis-server")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What may take long begins first, or one of several processes would be at it alone in the end."""
    marks = {item: item.get_closest_marker("timeout") for item in items}
    items.sort(key=lambda item: -mark.args[0] if (mark := marks[item]) else 0)


def pytest_collection_finish() -> None:
    """What was imported stays until the end: to look through all of it for what nobody needs took a tenth of a run."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says aloud what was not tested for want of something."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = [str(report.longrepr[-1]) for report in skipped if isinstance(report.longrepr, tuple)]
    for reason in sorted({reason for reason in reasons if LACKS in reason}):
        terminalreporter.write_line(f"NOT TESTED, {reasons.count(reason)} times: {reason.removeprefix('Skipped: ')}", yellow=True)
