"""Words that are fixed in every language, so that a thing has the same name everywhere."""

import csv
from collections.abc import Mapping
from pathlib import Path

from content.catalogues import LOCALES
from content.extraction.found import BUTTON, Key

# These rows are whole sentences of ours; the others are words that translators use inside sentences.
_WHOLE = {"dimension", "verdict", "band", "profile", "label", "sentence", BUTTON}


def fixed_words(language: str, file: Path = LOCALES / "glossary.csv") -> Mapping[Key, str]:
    """The translation of each sentence that the glossary fixes; a word on a button may differ from the same word in a text."""
    rows = (row for row in _rows(file) if row["context"] in _WHOLE)
    return {(BUTTON if row["context"] == BUTTON else None, row["es"]): row[language] for row in rows}


def glossary_words(language: str, file: Path = LOCALES / "glossary.csv") -> str:
    """Every cell of a language, among them the Spanish names that stay Spanish."""
    return "\n".join(row[language] for row in _rows(file))


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
