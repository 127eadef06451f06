"""What a button means, in the 64 bytes that Telegram lets it carry; an old or odd one means "show where I am"."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from typing import Any, get_args, get_type_hints

from bot.dialogue.case_events import Rated
from bot.dialogue.events import (
    Asked,
    Chose,
    Confirmed,
    Finished,
    Labelled,
    Looked,
    Marked,
    Opened,
    Place,
    Pressable,
    Removed,
    Replied,
    Spoke,
    Started,
    WentBack,
)

LIMIT = 64
_BETWEEN = "|"
_TAGS: Mapping[type[Pressable], str] = {
    Started: "s",
    Opened: "o",
    Spoke: "l",
    Replied: "r",
    Marked: "m",
    Finished: "f",
    Labelled: "i",
    Removed: "x",
    WentBack: "b",
    Asked: "a",
    Chose: "c",
    Confirmed: "y",
    Looked: "k",
    Rated: "h",
}
_KINDS = {tag: kind for kind, tag in _TAGS.items()}
_HINTS = {kind: get_type_hints(kind) for kind in get_args(Pressable)}


class ButtonTooLong(ValueError):
    """The event does not fit into a button: a mistake of whoever drew the screen."""


def write_button(event: Pressable) -> str:
    """The event in at most 64 bytes; ButtonTooLong."""
    written = [_TAGS[type(event)]]
    for field in fields(event):
        value = getattr(event, field.name)
        written.append("" if value == field.default else _write(value))
    data = _BETWEEN.join(written).rstrip(_BETWEEN)
    if len(data.encode()) > LIMIT:
        raise ButtonTooLong(data)
    return data


def read_button(data: str) -> Pressable:
    """The event that was written, Looked for anything else."""
    tag, *written = data.split(_BETWEEN)
    kind = _KINDS.get(tag, Looked)
    try:
        return _read(kind, written)
    except ValueError:
        return Looked()


def _read(kind: type[Pressable], written: list[str]) -> Pressable:
    slots = fields(kind)
    if len(written) > len(slots):
        raise ValueError("too many fields")
    values: dict[str, Any] = {}
    for field, value in zip(slots, written + [""] * (len(slots) - len(written)), strict=True):
        if value:
            values[field.name] = _READERS[_HINTS[kind][field.name]](value)
        elif field.default is MISSING:
            raise ValueError(f"{field.name} is missing")
    return kind(**values)


def _write(value: str | int | bool | Place) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    if _BETWEEN in str(value):
        raise ButtonTooLong(f"{value!r} contains the mark between fields")
    return str(value)


_READERS: Mapping[Any, Callable[[str], Any]] = {str: str, int: int, bool: "1".__eq__, Place: Place}
