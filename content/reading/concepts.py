"""The vocabulary: which words stand for what, out of `servicios/vocabulario`, tables that a spreadsheet opens."""

import csv
from collections.abc import Iterator
from pathlib import Path

from content.concepts import Term
from content.hearing import plain, words_in
from content.reading.complaints import Complaints, Spot
from content.reading.examples import FOLDERS

_CONCEPT, _BETWEEN, _OPEN = "concepto", "|", "*"
_NEEDLESS = ("diario", "fuera", "peligro")
"""Everyday words, what no service answers, and the parts that sayings of danger are made of: nothing that people look for."""
_COLUMNS = [_CONCEPT, *FOLDERS]


def read_vocabulary_files(folder: Path, shown: str, complaints: Complaints) -> list[Term]:
    """Every term, always in the same order; worth nothing when a complaint was added."""
    owners: dict[str, str] = {}
    return [term for file in sorted(folder.glob("*.csv")) for term in _terms(file, f"{shown}/{file.name}", owners, complaints)]


def read_needs(folder: Path, shown: str, complaints: Complaints) -> list[Term]:
    """The terms of what people look for, without everyday words and those of danger and of what no service answers."""
    owners: dict[str, str] = {}
    files = (file for file in sorted(folder.glob("*.csv")) if not file.stem.startswith(_NEEDLESS))
    return [term for file in files for term in _terms(file, f"{shown}/{file.name}", owners, complaints)]


def _terms(file: Path, shown: str, owners: dict[str, str], complaints: Complaints) -> Iterator[Term]:
    try:
        header, *rows = csv.reader(file.read_text(encoding="utf-8-sig").splitlines(), delimiter=";")
    except (UnicodeDecodeError, ValueError):
        complaints.add(Spot(shown), "No se puede leer.", "Guárdelo como CSV UTF-8, separado por punto y coma.")
        return
    if header != _COLUMNS:
        complaints.add(Spot(shown), "Las columnas son otras.", f"La primera línea debe ser: {';'.join(_COLUMNS)}")
        return
    for line, row in enumerate(rows, start=2):
        spot = Spot(shown, line)
        if len(row) != len(_COLUMNS) or not all(cell.strip() for cell in row):
            complaints.add(spot, "Falta o sobra una celda.", "Cada concepto lleva palabras en todos los idiomas.")
        elif owners.setdefault(row[0], f"{shown}, línea {line}") != f"{shown}, línea {line}":
            complaints.add(spot, f"«{row[0]}» ya está en {owners[row[0]]}.", "Júntelos o dé otro nombre a uno.")
        else:
            yield from (_term(row[0], written) for cell in row[1:] for written in cell.split(_BETWEEN))


def _term(concept: str, written: str) -> Term:
    words = tuple(word.folded for word in words_in(plain(written)))
    return Term(words, written.strip().endswith(_OPEN), concept)
