"""Example questions, as values: what people write, what it is about, and in which language."""

from dataclasses import dataclass

OUT_OF_SCOPE = "FUERA"
"""The label of what no service answers."""
DANGER = "PELIGRO-"
"""Begins the label of each kind of danger; its name follows."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question as somebody writes it; `label` is a category, OUT_OF_SCOPE or a danger; `language` one of LANGUAGES."""

    text: str
    label: str
    language: str
