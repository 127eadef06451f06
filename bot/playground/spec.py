"""The Bot API as it is written down: every method, every type, every limit, and what a call gets wrong."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

from bot.playground.limits import Complaint, Limits, breaches
from bot.playground.scalars import SCALARS, NotThat, json_of

Fields = Mapping[str, "Field"]


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter or a member: its type, written as `Integer`, `[Message]` or `A|B`, and what bounds it."""

    shape: str
    required: bool
    limits: Limits


@dataclass(frozen=True, slots=True)
class Read:
    """A value as the server understands it, with everything that is wrong with it."""

    value: Any
    complaints: tuple[Complaint, ...] = ()


class Spec:
    """One version of the Bot API."""

    def __init__(self, written: Mapping[str, Any]) -> None:
        self.version = str(written["version"])
        self.methods = {name: _fields(fields) for name, fields in written["methods"].items()}
        self._unions = {name: tuple(kinds) for name, kinds in written["types"].items() if isinstance(kinds, list)}
        self._objects = {name: _fields(fields) for name, fields in written["types"].items() if isinstance(fields, dict)}
        self._names = {name.lower(): name for name in self.methods}

    def method(self, name: str) -> str | None:
        """The method's proper name, whatever its case; None when there is none."""
        return self._names.get(name.lower())

    def read_call(self, method: str, wire: Mapping[str, Any], uploads: frozenset[str] = frozenset()) -> Read:
        """The parameters of a call, decoded from forms or JSON; an empty one counts as left out."""
        fields = self.methods[method]
        given = {name: value for name, value in wire.items() if value is not None and value != ""}
        unknown = tuple(Complaint(name, "unknown", f"{method} has no such parameter") for name in given if name not in fields)
        reads = {name: self._member(name, field, given.get(name), uploads) for name, field in fields.items()}
        values = {name: read.value for name, read in reads.items() if read.value is not None}
        return Read(values, unknown + tuple(each for read in reads.values() for each in read.complaints))

    def must_say(self, kind: str, shape: str) -> list[str]:
        """The members of that shape that an object of that kind cannot leave out."""
        return [name for name, field in self._objects[kind].items() if field.required and field.shape == shape]

    def check(self, shape: str, value: object) -> tuple[Complaint, ...]:
        """What is wrong with a value that should be of that type; for what the server itself hands out."""
        return self._read(shape, shape, value, Limits()).complaints

    def _member(self, name: str, field: Field, value: Any, uploads: frozenset[str]) -> Read:
        if name in uploads and value is None:
            return Read(None)
        if value is None:
            return Read(None, (Complaint(name, "required", ""),) if field.required else ())
        return self._read(name, field.shape, value, field.limits)

    def _read(self, where: str, shape: str, value: Any, limits: Limits) -> Read:
        if shape.startswith("[") and shape.endswith("]"):
            return self._array(where, shape[1:-1], value, limits)
        if "|" in shape:
            return self._one_of(where, tuple(shape.split("|")), value, limits)
        if shape in SCALARS:
            return _scalar(where, shape, value, limits)
        return self._object(where, shape, value)

    def _array(self, where: str, of: str, value: Any, limits: Limits) -> Read:
        value = json_of(value)
        if not isinstance(value, list):
            return Read(value, (Complaint(where, "type", "an array is expected"),))
        reads = [self._read(f"{where}[{index}]", of, each, Limits()) for index, each in enumerate(value)]
        wrong = tuple(breaches(where, value, limits)) + tuple(each for read in reads for each in read.complaints)
        return Read([read.value for read in reads], wrong)

    def _one_of(self, where: str, shapes: tuple[str, ...], value: Any, limits: Limits) -> Read:
        tried: list[Read] = []
        for shape in shapes:
            read = self._read(where, shape, value, limits)
            if not read.complaints:
                return read
            tried.append(read)
        return min(tried, key=lambda read: len(read.complaints))

    def _object(self, where: str, name: str, value: Any) -> Read:
        value = json_of(value)
        if name in self._unions:
            return self._one_of(where, self._unions[name], value, Limits())
        if not isinstance(value, dict):
            return Read(value, (Complaint(where, "type", f"{name} is expected"),))
        return self._members(where, self._objects[name], value)

    def _members(self, where: str, fields: Fields, value: Mapping[str, Any]) -> Read:
        wrong = [Complaint(f"{where}.{name}", "unknown", "no such member") for name in value if name not in fields]
        values: dict[str, Any] = {}
        for name, field in fields.items():
            read = self._member(f"{where}.{name}", field, value.get(name), frozenset())
            wrong += read.complaints
            if read.value is not None:
                values[name] = read.value
        return Read(values, tuple(wrong))


def _scalar(where: str, shape: str, value: Any, limits: Limits) -> Read:
    try:
        understood = SCALARS[shape](value)
    except NotThat as error:
        return Read(value, (Complaint(where, "type", str(error)),))
    return Read(understood, tuple(breaches(where, understood, limits)))


def _fields(written: Mapping[str, Any]) -> Fields:
    return dict(_each_field(written))


def _each_field(written: Mapping[str, Any]) -> Iterator[tuple[str, Field]]:
    for name, field in written.items():
        shape, limits = (field, {}) if isinstance(field, str) else field
        yield name, Field(shape.removesuffix("!"), shape.endswith("!"), Limits.of(limits))


@cache
def read_spec() -> Spec:
    """The version that is written down beside this file."""
    file = Path(__file__).with_name("botapi-10.3.json")
    return Spec(cast(Mapping[str, Any], json.loads(file.read_text(encoding="utf-8"))))
