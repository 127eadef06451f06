"""Example questions, as values: what people write, what it is about, and in which language."""

from dataclasses import dataclass

OUT_OF_SCOPE = "FUERA"
"""The label of what no service answers."""
DANGER = "PELIGRO"
"""The label of all danger; that of each kind has its name behind a hyphen."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question as somebody writes it; `label` is a category, OUT_OF_SCOPE or a kind of danger; `language` one of LANGUAGES."""

    text: str
    label: str
    language: str
