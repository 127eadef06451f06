"""How well questions are understood, by language: what is right first, among three, refused, heard as danger, and placed.

`unseen_topics` were written by others than the examples and are never tuned for (`seen_places` were among them until those who
tune had looked at them); `examples` are the ones we were given.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from content.topics import About, Outcome, Topics
from content.understanding import Understanding
from tests.benchmarks.distress import EXCUSED

QUESTIONS = Path(__file__).parent / "questions"
SETS = ("unseen_topics", "examples")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    right: int
    all: int

    @classmethod
    def of(cls, rows: list[Row], is_right: Callable[[Row], bool]) -> "Share":
        """How many of these are right."""
        return cls(sum(map(is_right, rows)), len(rows))

    @property
    def percent(self) -> float:
        """100 where there is nothing to get wrong."""
        return 100 * self.right / self.all if self.all else 100.0

    def __str__(self) -> str:
        return f"{self.percent:.0f} % of {self.all}"


@dataclass(frozen=True, slots=True)
class Understood:
    """One file of questions. `first` and `three` also count an answer that the file accepts beside its own."""

    name: str
    first: Share
    three: Share
    refused: Share
    distress: Share
    alarms: Share
    placed: Share
    language: Share


def understood(topics: Topics, understanding: Understanding, name: str) -> Iterator[Understood]:
    """Every language of a set, the one with the fewest right first answers first."""
    files = sorted(QUESTIONS.glob(f"{name}.*.jsonl"))
    yield from sorted((_heard(topics, understanding, file) for file in files), key=lambda each: each.first.percent)


def rows_of(file: Path) -> list[Row]:
    """The questions of a file."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def _heard(topics: Topics, understanding: Understanding, file: Path) -> Understood:
    rows = rows_of(file)
    said = {row["text"]: topics.about(row["text"]) for row in rows}
    kinds = {kind: [row for row in rows if row["kind"] == kind] for kind in ("service", "out_of_scope", "distress", "place")}
    calm = [row for row in rows if row["kind"] != "distress" and row["category"] not in EXCUSED]
    spoken = [row for row in rows if row["kind"] != "place"]
    return Understood(
        file.stem,
        Share.of(kinds["service"], lambda row: _is_among(said[row["text"]], row, 1)),
        Share.of(kinds["service"], lambda row: _is_among(said[row["text"]], row, 3)),
        Share.of(kinds["out_of_scope"], lambda row: said[row["text"]].outcome is Outcome.NONE),
        Share.of(kinds["distress"], lambda row: understanding.distress(row["text"]) is not None),
        Share.of(calm, lambda row: understanding.distress(row["text"]) is not None),
        Share.of([row for row in rows if row.get("cut")], lambda row: said[row["text"]].commune == row["cut"]),
        Share.of(spoken, lambda row: said[row["text"]].language.startswith(row["lang"])),
    )


def _is_among(about: About, row: Row, how_many: int) -> bool:
    right = {row["category"], *row.get("also_ok", ())}
    return any(topic.category in right for topic in about.topics[:how_many])
