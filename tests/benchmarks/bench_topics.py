"""Whether questions are understood, how long one takes, and what it costs to keep what was learnt."""

import statistics
import subprocess
import sys
import time

import pytest

from content.reading import read_communes, read_topics, read_understanding
from content.topics import Topics
from content.understanding import Understanding
from tests.benchmarks.distress import texts
from tests.benchmarks.figures import Figures, milliseconds
from tests.benchmarks.topics import SETS, understood

GOALS = {"first": "90 %", "three": "97 %", "refused": "90 %", "distress": "100 %", "alarms": "at most 2 %", "placed": "90 %"}
LOAD = """
import re, time
from pathlib import Path
from content.reading import read_communes, read_topics
resident = lambda: int(re.search(r"VmRSS:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
communes, before, start = read_communes(), resident(), time.perf_counter()
topics = read_topics(communes)
print(time.perf_counter() - start, resident() - before)
"""


@pytest.fixture(scope="module")
def topics() -> Topics:
    return read_topics(read_communes())


@pytest.fixture(scope="module")
def understanding(topics: Topics) -> Understanding:
    return read_understanding(ear=topics)


@pytest.mark.parametrize("name", SETS)
def test_what_is_understood(topics: Topics, understanding: Understanding, figures: Figures, name: str) -> None:
    for file in understood(topics, understanding, name):
        for what, goal in GOALS.items():
            figures.add(f"{what}: {file.name}", str(getattr(file, what)), f"goal: {goal}")
        figures.add(f"language: {file.name}", str(file.language))


def test_time(topics: Topics, understanding: Understanding, figures: Figures) -> None:
    taken = []
    for text in texts():
        start = time.thread_time()
        understanding.distress(text)
        topics.about(text)
        taken.append(time.thread_time() - start)
    figures.add("question understood, danger and topic", milliseconds(statistics.median(taken)))
    figures.add(
        "question understood, the slowest hundredth", milliseconds(statistics.quantiles(taken, n=100)[-1]), "goal: under 20 ms"
    )


def test_loading(topics: Topics, figures: Figures) -> None:
    done = subprocess.run([sys.executable, "-c", LOAD], check=True, capture_output=True, text=True)
    seconds, megabytes = map(float, done.stdout.split())
    figures.add("what was learnt, loaded", f"{seconds:.2f} s, {megabytes:.0f} MB", "goal: under 1 s")
