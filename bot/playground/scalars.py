"""Plain values as clients put them on the wire: `"5"` is an integer, `"true"` a truth, JSON may come inside a string."""

import json
from collections.abc import Callable, Mapping
from typing import Any


class NotThat(ValueError):
    """The value cannot be read as what it should be; says what was expected."""


def json_of(value: Any) -> Any:
    """What a string says in JSON; anything else, and a string that is not JSON, as it is."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _integer(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise NotThat("an integer is expected")
    try:
        return int(value)
    except ValueError:
        raise NotThat("an integer is expected") from None


def _number(value: Any) -> float:
    if isinstance(value, bool):
        raise NotThat("a number is expected")
    try:
        return float(value)
    except (TypeError, ValueError):
        raise NotThat("a number is expected") from None


def _truth(value: Any) -> bool:
    match str(value).lower():
        case "true" | "1":
            return True
        case "false" | "0":
            return False
    raise NotThat("a boolean is expected")


def _certainty(value: Any) -> bool:
    if not _truth(value):
        raise NotThat("only true can stand here")
    return True


def _string(value: Any) -> str:
    if isinstance(value, dict | list | bool):
        raise NotThat("a string is expected")
    return str(value)


SCALARS: Mapping[str, Callable[[Any], Any]] = {
    "Integer": _integer,
    "Float": _number,
    "Boolean": _truth,
    "True": _certainty,
    "String": _string,
    "InputFile": _string,
}
