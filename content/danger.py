"""What is said first to somebody in danger: the number that answers now, and the offer of a person afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from content.sentences import Say, Text

CONFIRMED = ("131", "133", "134", "1455")
"""The only numbers that may be shown: a public source gives each. Any other waits until a person has checked it."""


class Danger(StrEnum):
    """Kinds of danger. Where a message shows several, the first of these is answered."""

    MEDICAL = "medical"
    SELF_HARM = "self_harm"
    TRAFFICKING = "trafficking"
    CHILD = "child"
    VIOLENCE = "violence"
    GENERAL = "general"


@dataclass(frozen=True, slots=True)
class DangerText:
    """One screen. The first of `numbers` stands in the first of `lines`; `short` is what to show where somebody may look on."""

    danger: Danger
    lines: tuple[Say, ...]
    numbers: tuple[str, ...]
    short: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class DangerTexts:
    """A text for every kind; `offer` and `watched` stand below each, the buttons open the short screen and leave it."""

    texts: Mapping[Danger, DangerText]
    offer: tuple[Say, ...]
    watched: Say
    short_button: Say
    leave_button: Say
