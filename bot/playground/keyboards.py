"""What may stand under a message."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from bot.playground.refusals import Refused, bad_request
from bot.playground.wire import Wire

MOST_BUTTONS = 100
MOST_IN_A_ROW = 8
_LABEL_ONLY = frozenset({"text", "style", "icon_custom_emoji_id"})


def inline(markup: Wire | None) -> Wire | None:
    """An inline keyboard as the server keeps it; None without one; refused when a button does nothing or two things."""
    if markup is None or "inline_keyboard" not in markup:
        return None
    rows = [row for row in markup["inline_keyboard"] if row]
    _measure(rows)
    for button in _buttons(rows):
        _check(button)
    return {"inline_keyboard": rows} if rows else None


def below_the_field(markup: Wire | None) -> Wire | None:
    """A reply keyboard, its removal or a forced reply; None for an inline keyboard and for nothing."""
    if markup is None or "inline_keyboard" in markup:
        return None
    if "keyboard" in markup:
        _measure([row for row in markup["keyboard"] if row])
    return markup


def _buttons(rows: list[list[Wire]]) -> Iterator[Wire]:
    return (button for row in rows for button in row)


def _measure(rows: list[list[Wire]]) -> None:
    if sum(len(row) for row in rows) > MOST_BUTTONS or any(len(row) > MOST_IN_A_ROW for row in rows):
        raise bad_request("reply markup is too long")


def _check(button: Wire) -> None:
    if not button["text"].strip():
        raise _cannot("Button text must be non-empty")
    does = [name for name in button if name not in _LABEL_ONLY and name != "disabled"]
    if not does:
        raise _cannot("Text buttons are unallowed in the inline keyboard")
    if len(does) > 1:
        raise _cannot(f"A button can do one thing only, this one has {' and '.join(does)}")
    if "url" in button:
        _check_address(button["url"])


def _check_address(url: str) -> None:
    parts = urlsplit(url if "://" in url else f"http://{url}")
    if parts.scheme not in ("http", "https", "tg", "ton") or not re.fullmatch(r"[\w.-]+", parts.hostname or ""):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _cannot(reason: str) -> Refused:
    return bad_request(f"can't parse inline keyboard button: {reason}")
