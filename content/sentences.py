"""A sentence is a value until somebody reads it: Spanish source plus the values that go in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from content.months import Month

Catalogue = Literal["bot", "content", "api"]


@dataclass(frozen=True, slots=True)
class Say:
    """One whole sentence in Spanish, found in a catalogue by source and context.

    `{name}` in the source stands for `values["name"]`. With `plural`, `values["count"]` chooses the form.
    """

    source: str
    catalogue: Catalogue
    plural: str | None = None
    context: str | None = None
    values: Mapping[str, "Value"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verbatim:
    """What a person typed, a name, a reference: shown as it is in every language."""

    written: str


Text = Say | Verbatim
Value = Text | str | int | Decimal | Month | date | datetime


@dataclass(frozen=True, slots=True)
class Voice:
    """Speaks out of one catalogue; each part of the program has its own."""

    catalogue: Catalogue

    def say(self, source: str, **values: Value) -> Say:
        """A sentence with its values."""
        return Say(source, self.catalogue, values=values)

    def say_n(self, one: str, many: str, *, count: int, **values: Value) -> Say:
        """A sentence that depends on a count; both forms keep `{count}`."""
        return Say(one, self.catalogue, plural=many, values={"count": count, **values})


def told(source: str, context: str) -> Say:
    """A sentence of the programme's own content, under the name it is translated by (`INS-1`, `perfil`, …)."""
    return Say(source, "content", context=context)
