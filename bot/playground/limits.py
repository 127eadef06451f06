"""How long, how many, which ones: the bounds the Bot API writes beside a field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Bounds = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing wrong: where (`reply_markup.inline_keyboard[0][1].text`), and a word for its kind."""

    where: str
    problem: str
    detail: str

    @property
    def field(self) -> str:
        """The last name of where it is: `text`."""
        return self.where.rsplit(".", 1)[-1].split("[")[0]


@dataclass(frozen=True, slots=True)
class Limits:
    """Inclusive bounds; `visible` counts UTF-16 units after entities are parsed and is judged where they are."""

    chars: Bounds | None = None
    visible: Bounds | None = None
    bytes: Bounds | None = None
    items: Bounds | None = None
    range: Bounds | None = None
    enum: tuple[str, ...] = ()

    @classmethod
    def of(cls, written: Mapping[str, Any]) -> "Limits":
        """As written in the data file: a list for each bound."""
        return cls(**{name: tuple(bound) for name, bound in written.items()})


def units(text: str) -> int:
    """A text's length as Telegram counts it: in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def breaches(where: str, value: Any, limits: Limits) -> Iterator[Complaint]:
    """Every bound that a decoded value does not keep."""
    if isinstance(value, str):
        yield from _outside(where, "chars", len(value), limits.chars)
        yield from _outside(where, "bytes", len(value.encode()), limits.bytes)
        if limits.enum and value not in limits.enum:
            yield Complaint(where, "enum", f"must be one of {', '.join(limits.enum)}")
    if isinstance(value, list):
        yield from _outside(where, "items", len(value), limits.items)
    if isinstance(value, int):
        yield from _outside(where, "range", value, limits.range)


def _outside(where: str, problem: str, measured: int, bounds: Bounds | None) -> Iterator[Complaint]:
    if bounds and not bounds[0] <= measured <= bounds[1]:
        yield Complaint(where, problem, f"{measured} is outside {bounds[0]} to {bounds[1]}")
