"""What was measured, kept until the end of the run and printed there as one table."""

import statistics
from collections.abc import Iterable
from dataclasses import dataclass, field

WIDTHS = (58, 22, 30)


@dataclass(frozen=True, slots=True)
class Figure:
    """One line: what was measured, what came out, and what it is to be held against."""

    name: str
    value: str
    against: str = ""


@dataclass(slots=True)
class Figures:
    """In the order in which they were measured."""

    all: list[Figure] = field(default_factory=list)

    def add(self, name: str, value: str, against: str = "") -> None:
        """One more line of the table, told at once, too: a run takes minutes."""
        print(f"\n{name}: {value}  {against}", flush=True)
        self.all.append(Figure(name, value, against))

    def table(self) -> list[str]:
        """As Markdown, to be copied into docs/benchmarks.md."""
        rows = [("figure", "median", "goal, or held against"), ("---", "---", "---")]
        rows += [(each.name, each.value, each.against) for each in self.all]
        return ["| " + " | ".join(cell.ljust(width) for cell, width in zip(row, WIDTHS, strict=True)) + " |" for row in rows]


def milliseconds(seconds: float) -> str:
    """Seconds, written as milliseconds."""
    return f"{seconds * 1000:.2f} ms"


def spread(values: Iterable[float]) -> str:
    """The median of rates, and the lowest and highest seen."""
    seen = sorted(values)
    return f"{statistics.median(seen):.0f}/s ({seen[0]:.0f}–{seen[-1]:.0f})"
