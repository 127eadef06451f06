"""A spreadsheet (CSV): comma or semicolon, its rows numbered as the spreadsheet shows them."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TextIO

from api.directory.refusing import COLUMNS, FileRefused, RowRefused, nearest
from content.folding import folded

_NEEDED = ("nombre", "temas")
# What a spreadsheet would run as a formula is written, and read, behind an apostrophe.
_FORMULA = re.compile(r"'?[=+\-@\t\r]")


def read_rows(file: TextIO) -> Iterator[tuple[str, Mapping[str, str] | RowRefused]]:
    """Each row, by column; FileRefused where the columns are not ours."""
    first = file.readline()
    file.seek(0)
    rows = csv.reader(file, delimiter=";" if first.count(";") > first.count(",") else ",")
    number, columns = 1, _columns(_next(rows))
    while (row := _next(rows)) is not None:
        number += 1
        read = _row(columns, row)
        if isinstance(read, RowRefused) or any(read.values()):
            yield f"Fila {number}", read


def write_rows(file: TextIO, rows: Iterable[Mapping[str, str]]) -> None:
    """Writes them under our columns, as a spreadsheet in Chile opens them: apart by semicolons."""
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS.values())
    writer.writerows([_guarded(row[column]) for column in COLUMNS.values()] for row in rows)


def _next(rows: Iterator[list[str]]) -> list[str] | RowRefused | None:
    try:
        return next(rows, None)
    except csv.Error:
        return RowRefused("no se puede leer: tiene un carácter dañado, o unas comillas que no se cierran")


def _columns(header: list[str] | RowRefused | None) -> list[str]:
    if not header or isinstance(header, RowRefused):
        raise FileRefused("El archivo no tiene ninguna fila que se pueda leer.")
    columns = [folded(each) for each in header]
    for each in columns:
        if each not in COLUMNS.values():
            known = ", ".join(COLUMNS.values())
            raise FileRefused(
                f"No conocemos la columna «{each[:60]}»{nearest(each, COLUMNS.values())} Las columnas son: {known}."
            )
    for needed in _NEEDED:
        if needed not in columns:
            raise FileRefused(f"Falta la columna «{needed}».")
    return columns


def _row(columns: list[str], row: list[str] | RowRefused) -> Mapping[str, str] | RowRefused:
    if isinstance(row, RowRefused):
        return row
    if len(row) > len(columns):
        return RowRefused("tiene más celdas que columnas: ¿hay un separador dentro de un texto sin comillas?")
    return dict(zip(columns, (_bare(each.strip()) for each in row), strict=False))


def _guarded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _bare(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell
