"""Whether danger is heard, and how long that takes: before anything else is done with a message."""

import statistics
import time

from content.reading import read_understanding
from tests.benchmarks.distress import heard, texts
from tests.benchmarks.figures import Figures, milliseconds


def test_misses_and_false_alarms(figures: Figures) -> None:
    for file in heard(read_understanding()):
        figures.add(f"distress missed, false alarms: {file.name}", str(file), "goal: 0, at most 2 %")
        for text in (*file.missed, *file.false):
            print(f"{file.name}: {text}")


def test_time(figures: Figures) -> None:
    understanding, taken = read_understanding(), []
    for text in texts():
        start = time.thread_time()
        understanding.distress(text)
        taken.append(time.thread_time() - start)
    figures.add("distress, one message", milliseconds(statistics.median(taken)))
    figures.add("distress, the slowest hundredth", milliseconds(statistics.quantiles(taken, n=100)[-1]), "goal: under 2 ms")
