"""What a button of a card means, in the 64 bytes that Telegram lets it carry."""

from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

_MARK = "R"
IN_WORDS = "in-words"
"""The reason of a refusal that staff write themselves."""


OUT, SURE, STAY = "out", "out-sure", "out-not"
"""Taking an official out of a team: `case` is the municipality then, `detail` the official's mark."""

APPROVE, REFUSE = "svc-yes", "svc-no"
"""Deciding what an official proposed of a service: `case` is the proposal's number then."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """An act on a case; `detail` says which of several."""

    act: str
    case: str
    detail: str = ""


def key(label: str, pressed: Pressed) -> InlineKeyboardButton:
    """A button that says so."""
    parts = (_MARK, pressed.act, pressed.case, pressed.detail)
    return InlineKeyboardButton(label, callback_data="|".join(parts).rstrip("|"))


def rows(*rows: list[InlineKeyboardButton]) -> InlineKeyboardMarkup:
    """A keyboard of those rows that have buttons."""
    return InlineKeyboardMarkup([row for row in rows if row])


def read(data: str) -> Pressed | None:
    """What was pressed; None for a button of another kind."""
    mark, *parts = data.split("|")
    if mark != _MARK or not 2 <= len(parts) <= 3:
        return None
    return Pressed(*parts)
