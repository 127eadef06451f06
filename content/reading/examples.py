"""Example questions, out of `servicios/ejemplos`: a folder for each language, a file for each label, a line for each question."""

from collections.abc import Iterator
from pathlib import Path

from content.danger import Danger
from content.examples import DANGER, OUT_OF_SCOPE, Example
from content.languages import LANGUAGES
from content.local_services import Category
from content.reading.complaints import Complaints, Spot

FOLDERS = {language.partition("_")[0]: language for language in LANGUAGES}
LABELS = (*Category, OUT_OF_SCOPE, *(f"{DANGER}-{each.name}" for each in Danger if each is not Danger.GENERAL))


def read_example_files(folder: Path, shown: str, complaints: Complaints) -> list[Example]:
    """Every question, always in the same order; worth nothing when a complaint was added."""
    for path in sorted(folder.glob("*/*")):
        if path.parent.name not in FOLDERS or path.suffix != ".txt" or path.stem not in LABELS:
            spot = Spot(f"{shown}/{path.parent.name}/{path.name}")
            complaints.add(spot, "No conocemos este archivo.", "Sáquelo de aquí o nómbrelo como los otros.")
    return [
        Example(line, label, language)
        for code, language in FOLDERS.items()
        for label in LABELS
        for line in _lines(folder / code / f"{label}.txt", f"{shown}/{code}/{label}.txt", complaints)
    ]


def _lines(file: Path, shown: str, complaints: Complaints) -> Iterator[str]:
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        complaints.add(Spot(shown), "Falta este archivo.", "Recupérelo de una versión anterior.")
    except UnicodeDecodeError:
        complaints.add(Spot(shown), "Los acentos no se pueden leer.", "Guárdelo como texto UTF-8.")
    else:
        yield from dict.fromkeys(line.strip() for line in text.splitlines() if line.strip())
