"""Numbers in figures, as each language writes them beside Chilean bills and doors."""

from collections.abc import Mapping
from decimal import Decimal

NARROW_SPACE = "\u202f"
_CHILEAN = str.maketrans(",.", ".,")
_MARKS: Mapping[str, dict[int, int]] = {
    "es": _CHILEAN,
    "ht": _CHILEAN,
    "pt_BR": _CHILEAN,
    "fr": str.maketrans(",.", f"{NARROW_SPACE},"),
    "en": {},
    "zh_Hans": {},
}


def figures(number: int | Decimal, language: str) -> str:
    """`1.234,5` or as that language has it, with the decimals that the number has."""
    english = f"{number:,f}" if isinstance(number, Decimal) else f"{number:,}"
    return english.translate(_MARKS[language])
