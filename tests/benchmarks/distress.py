"""What the questions say of hearing danger: misses and false alarms, by file and language.

`own_seen` were before our eyes while the phrases were written, `own_unseen` were not; `own_hard` tell it in a roundabout way.
All are known by now, so that they keep what was reached. How much is still missed only questions say that nobody has tuned for:
the `unseen_topics`, of which topics.py tells.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from content.understanding import Understanding

QUESTIONS = Path(__file__).parent / "questions"
FILES = sorted(file for file in QUESTIONS.glob("*.jsonl") if not file.name.startswith("unseen_"))
EXCUSED = {"EMERGENCY", "GBV", "CHILD", "MENTAL"}
"""Where the examples file such questions, an alarm is not false."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One file of questions: how many there are of each kind, and those that were heard wrongly."""

    name: str
    distress: int
    missed: tuple[str, ...]
    others: int
    false: tuple[str, ...]

    def __str__(self) -> str:
        share = 100 * len(self.false) / self.others if self.others else 0
        return f"{len(self.missed)}/{self.distress}, {len(self.false)}/{self.others} ({share:.1f} %)"


def heard(understanding: Understanding) -> Iterator[Heard]:
    """Every file, in order."""
    return (heard_of(understanding, file) for file in FILES)


def heard_of(understanding: Understanding, file: Path) -> Heard:
    """One file."""
    rows = _rows(file)
    distress = [row["text"] for row in rows if row["kind"] == "distress"]
    others = [row["text"] for row in rows if row["kind"] != "distress" and row["category"] not in EXCUSED]
    missed = tuple(text for text in distress if understanding.distress(text) is None)
    false = tuple(text for text in others if understanding.distress(text) is not None)
    return Heard(file.stem, len(distress), missed, len(others), false)


def texts() -> list[str]:
    """Every question, of whatever kind."""
    return [row["text"] for file in FILES for row in _rows(file)]


def _rows(file: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
