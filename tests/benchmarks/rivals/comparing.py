"""Runs the rivals in turns, each in processes of its own, and compares what they report."""

import json
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.benchmarks.figures import Figures, spread
from tests.benchmarks.processes import next_line
from tests.benchmarks.rivals.redis import LOSES_NOTHING, running_redis
from tests.machine import program

PATIENCE = 120.0
Report = dict[str, float]


@dataclass(slots=True)
class Rival:
    """One of those that are compared; `runs` are what its process reported, one after the other."""

    name: str
    run: Callable[[], Report]
    runs: list[Report] = field(default_factory=list)

    @property
    def rates(self) -> list[float]:
        """Updates per second, a run each."""
        return [each["rate"] for each in self.runs]

    def against(self, other: "Rival") -> str:
        """The median of the ratios within each round: what slows the machine down slows both."""
        ratios = [own / theirs for own, theirs in zip(self.rates, other.rates, strict=True)]
        return f"{statistics.median(ratios):.2f}"

    def processor_against(self, other: "Rival") -> str:
        """How many updates one gets for the processor time of one of the other's; the disk has no part in it."""
        own, theirs = (statistics.median(run["cpu"] for run in each.runs) for each in (self, other))
        return f"{theirs / own:.2f}"


def run_in_turns(rivals: Sequence[Rival], rounds: int) -> None:
    """So many rounds, in each of which everybody runs once."""
    for _ in range(rounds):
        for rival in rivals:
            rival.runs.append(rival.run())


def write_rates(figures: Figures, what: str, rivals: Sequence[Rival]) -> None:
    """A line for each, with the processor's time where it was measured."""
    for rival in rivals:
        own = [each["cpu"] for each in rival.runs if "cpu" in each]
        cpu = f"{statistics.median(own) * 1000:.2f} ms of processor each" if own else ""
        figures.add(f"{what}: {rival.name}", spread(rival.rates), cpu)


@contextmanager
def redises(folder: Path) -> Iterator[dict[str, str]]:
    """The URLs of a Redis as it comes and of one that loses nothing, by name; none, said aloud, where there is no Redis."""
    server = program("redis-server")
    if server is None:
        print("NOT MEASURED: aiogram, for want of redis-server")
        yield {}
        return
    with running_redis(server, folder / "a") as loose, running_redis(server, folder / "b", *LOSES_NOTHING) as durable:
        yield {"aiogram, Redis as it comes": loose, "aiogram, Redis that loses nothing": durable}


def fresh(folder: Path) -> str:
    """The folder, without any database in it."""
    for file in folder.glob("*.sqlite3*"):
        file.unlink()
    return str(folder)


def reported(rival: str, *given: str) -> Report:
    """What a rival's process prints last."""
    done = subprocess.run(_command(rival, *given), capture_output=True, text=True, check=False, timeout=PATIENCE)
    if done.returncode:
        pytest.fail(done.stderr[-2000:])
    report: Report = json.loads(done.stdout.splitlines()[-1])
    return report


def reported_over_http(people: str, presses: str, opening: str, rival: Callable[[str], Sequence[str]]) -> Report:
    """What a loopback Telegram measures while the rival, given its root, polls it."""
    words = _command("loopback", people, presses, opening)
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as telegram:
        assert telegram.stdout is not None
        polling = subprocess.Popen(_command(*rival(telegram.stdout.readline().strip())))
        try:
            return {"rate": json.loads(next_line(telegram, polling))["rate"]}
        finally:
            polling.kill()
            polling.wait()
            telegram.kill()


def _command(rival: str, *given: str) -> list[str]:
    return [sys.executable, "-m", f"tests.benchmarks.rivals.{rival}", *given]
