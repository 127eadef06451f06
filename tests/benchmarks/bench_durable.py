"""Durable updates per second on one core, from the inbox to Telegram: ours, a bare prototype, and aiogram, in turns."""

import json
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.benchmarks.figures import Figures, milliseconds, spread
from tests.benchmarks.rivals.redis import LOSES_NOTHING, running_redis
from tests.machine import program

ROUNDS = 5
PEOPLE = 20
PRESSES = 1500
Run = Callable[[], dict[str, float]]


@dataclass(slots=True)
class Rival:
    """One of those that are compared; `runs` are what its process reported, one after the other."""

    name: str
    run: Run
    runs: list[dict[str, float]] = field(default_factory=list)

    @property
    def rates(self) -> list[float]:
        """Updates per second, a run each."""
        return [each["rate"] for each in self.runs]


def test_durable_updates(tmp_path: Path, figures: Figures) -> None:
    bare = Rival("a bare prototype", lambda: _reported("prototype", _fresh(tmp_path)))
    form = Rival("ours, the same form", lambda: _reported("ours", "form", "-", _fresh(tmp_path)))
    real = Rival("ours, the whole dialogue", lambda: _reported("ours", "programme", "-", _fresh(tmp_path)))
    with _aiograms(tmp_path) as aiograms:
        everyone = [bare, form, *aiograms, real]
        for _ in range(ROUNDS):
            for rival in everyone:
                rival.runs.append(rival.run())
    for rival in everyone:
        cpu = milliseconds(statistics.median(each["cpu"] for each in rival.runs))
        figures.add(f"durable updates: {rival.name}", spread(rival.rates), f"{cpu} of processor each")
    figures.add("ours : prototype", f"{_ratio(form, bare):.2f}", "goal: at least 0.65")
    for each in aiograms:
        figures.add(f"ours : {each.name}", f"{_ratio(form, each):.2f}", "goal: at least 1.5")


def _ratio(one: Rival, other: Rival) -> float:
    """The median of the ratios within each round: what slows the machine down slows both."""
    return statistics.median(own / theirs for own, theirs in zip(one.rates, other.rates, strict=True))


@contextmanager
def _aiograms(folder: Path) -> Iterator[list[Rival]]:
    server = program("redis-server")
    if server is None:
        print("NOT MEASURED: aiogram, for want of redis-server")
        yield []
        return
    with running_redis(server, folder / "a") as loose, running_redis(server, folder / "b", *LOSES_NOTHING) as durable:
        yield [
            Rival("aiogram, Redis as it comes", lambda: _reported("aiogram_form", loose, "-")),
            Rival("aiogram, Redis that loses nothing", lambda: _reported("aiogram_form", durable, "-")),
        ]


def _fresh(folder: Path) -> str:
    for file in folder.glob("*.sqlite3*"):
        file.unlink()
    return str(folder)


def _reported(rival: str, *given: str) -> dict[str, float]:
    command = [sys.executable, "-m", f"tests.benchmarks.rivals.{rival}", *given, str(PEOPLE), str(PRESSES)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    if done.returncode:
        pytest.fail(done.stderr[-2000:])
    report: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return report
