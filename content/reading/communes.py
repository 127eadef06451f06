"""Communes out of `comunas/`: tables that a spreadsheet opens, with codes that it must not take for numbers."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from re import fullmatch

from content.cues import Before, Cues, run_of
from content.directory import Commune, Communes, Names
from content.folding import folded
from content.reading.complaints import Complaints, Spot

_COLUMNS = {
    "regiones.csv": ("codigo", "nombre", "tambien"),
    "comunas.csv": ("cut", "nombre", "provincia", "region", "municipalidad", "administrada_por", "poblacion_2024",
                    "dependencia_fcm_2023"),
    "nombres.csv": ("cut", "nombre"),
    "palabras.csv": ("escrito", "quiere_decir"),
    "en-frases.csv": ("palabra", "clase"),
    "sonidos-chinos.csv": ("sonido", "signos"),
}  # fmt: skip
_YES_NO = {"sí": True, "no": False}
_BEFORE = {"origen": Before.ORIGIN, "lugar": Before.PLACE, "institución": Before.INSTITUTION}
_ORDINARY = {"corriente": Before.PLACE, "muy corriente": Before.INSTITUTION}
_REGION, _ELSEWHERE = "region", "otro lugar"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a table and where it stands."""

    spot: Spot
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column].strip()


def read_commune_files(folder: Path, shown: str, complaints: Complaints) -> Communes:
    """The communes of a folder; worth nothing when a complaint was added."""
    tables = {name: list(_lines(folder / name, Spot(f"{shown}/{name}"), complaints)) for name in _COLUMNS}
    regions = {line["codigo"]: line for line in tables["regiones.csv"]}
    communes = [_commune(line, regions, complaints) for line in tables["comunas.csv"]]
    called = _also(tables["nombres.csv"], "cut")
    _check_codes(tables["comunas.csv"], complaints)
    _check_names(tables["comunas.csv"], tables["nombres.csv"], complaints)
    also = {line["nombre"]: tuple(line["tambien"].split("|")) for line in regions.values()}
    return Communes(communes, Names(called, also, _also(tables["palabras.csv"], "escrito", "quiere_decir")))


def read_cue_files(folder: Path, shown: str, complaints: Complaints) -> Cues:
    """How a commune is named inside a sentence; worth nothing when a complaint was added."""
    classes: dict[str, list[tuple[str, ...]]] = {each: [] for each in (*_BEFORE, *_ORDINARY, _REGION, _ELSEWHERE)}
    for line in _lines(folder / "en-frases.csv", Spot(f"{shown}/en-frases.csv"), complaints):
        if line["clase"] not in classes:
            complaints.unknown(line.spot, f"«clase» dice «{line['clase']}».", line["clase"], classes)
        classes.setdefault(line["clase"], []).append(run_of(line["palabra"]))
    meanings = _also(list(_lines(folder / "palabras.csv", Spot(f"{shown}/palabras.csv"), complaints)), "escrito", "quiere_decir")
    sounds = list(_lines(folder / "sonidos-chinos.csv", Spot(f"{shown}/sonidos-chinos.csv"), complaints))
    return Cues(
        before={run: before for each, before in _BEFORE.items() for run in classes[each]},
        regions=frozenset(classes[_REGION]),
        elsewhere=frozenset(classes[_ELSEWHERE]),
        ordinary={run: before for each, before in _ORDINARY.items() for run in classes[each]},
        sounds={sign: line["sonido"] for line in sounds for sign in line["signos"]},
        short={folded(word): tuple(filter(None, map(folded, meant))) for word, meant in meanings.items()},
    )


def _lines(file: Path, top: Spot, complaints: Complaints) -> Iterator[_Line]:
    if not file.is_file():
        complaints.add(top, "falta este archivo.", "Recupérelo de una versión anterior.")
        return
    try:
        rows = csv.reader(file.read_text(encoding="utf-8-sig").splitlines())
    except UnicodeDecodeError:
        complaints.add(top, "los acentos no se pueden leer.", "Guárdelo como CSV UTF-8.")
        return
    header = next(rows, [])
    missing = [column for column in _COLUMNS[file.name] if column not in header]
    if missing:
        complaints.add(top, f"faltan columnas: {', '.join(missing)}.", "La primera línea las nombra, separadas por coma.")
        return
    for number, row in enumerate(rows, start=2):
        if len(row) == len(header):
            yield _Line(Spot(top.file, number), dict(zip(header, row, strict=True)))
        else:
            complaints.add(Spot(top.file, number), f"hay {len(row)} celdas y deben ser {len(header)}.", "Revise las comas.")


def _commune(line: _Line, regions: Mapping[str, _Line], complaints: Complaints) -> Commune:
    region = regions.get(line["region"])
    if region is None:
        complaints.unknown(line.spot, f"no hay región «{line['region']}».", line["region"], regions)
    elif not line["cut"].startswith(line["region"]) and len(line["cut"]) == 5:
        complaints.add(line.spot, f"el código {line['cut']} no es de la región {line['region']}.", "Corrija uno de los dos.")
    if line["municipalidad"] not in _YES_NO:
        complaints.unknown(line.spot, f"«municipalidad» dice «{line['municipalidad']}».", line["municipalidad"], _YES_NO)
    return Commune(
        cut=line["cut"],
        name=line["nombre"],
        province=line["provincia"],
        region=region["nombre"] if region else "",
        has_municipality=_YES_NO.get(line["municipalidad"], True),
        administered_by=line["administrada_por"] or None,
        population=int(_number(line, "poblacion_2024", complaints) or 0),
        fcm_dependency=_number(line, "dependencia_fcm_2023", complaints),
    )


def _number(line: _Line, column: str, complaints: Complaints) -> Decimal | None:
    try:
        number = Decimal(line[column]) if line[column] else None
    except InvalidOperation:
        number = Decimal(-1)
    if number is not None and (not number.is_finite() or number < 0):
        complaints.add(line.spot, f"«{column}» no es un número: «{line[column]}».", "Escríbalo en cifras, con punto decimal.")
        return None
    return number


def _check_codes(communes: list[_Line], complaints: Complaints) -> None:
    known: dict[str, int] = {}
    for line in communes:
        cut = line["cut"]
        if fullmatch("[0-9]{4}", cut):
            _lost_zero(line, complaints)
        elif not fullmatch("[0-9]{5}", cut):
            complaints.add(line.spot, f"«{cut}» no es un código de comuna.", "Son cinco cifras.")
        elif cut in known:
            complaints.add(line.spot, f"el código {cut} ya está en la línea {known[cut]}.", "Deje uno de los dos.")
        known.setdefault(cut, line.spot.line)
    for line in communes:
        by = line["administrada_por"]
        if by and by not in known:
            complaints.unknown(line.spot, f"la administra «{by}», que no es una comuna.", by, known)
        if (line["municipalidad"] == "no") != bool(by):
            complaints.add(line.spot, "«municipalidad» y «administrada_por» no calzan.", "Va el código solo donde dice «no».")


def _lost_zero(line: _Line, complaints: Complaints) -> None:
    complaints.add(line.spot, f"el código «{line['cut']}» perdió el cero inicial.", f"Escriba 0{line['cut']}, como texto.")


def _check_names(communes: list[_Line], others: list[_Line], complaints: Complaints) -> None:
    cuts = {line["cut"] for line in communes}
    owners: dict[str, str] = {}
    for line in (*communes, *others):
        if f"0{line['cut']}" in cuts:
            _lost_zero(line, complaints)
        elif line["cut"] not in cuts:
            complaints.unknown(line.spot, f"no hay comuna «{line['cut']}».", line["cut"], cuts)
        if not line["nombre"]:
            complaints.add(line.spot, "falta el nombre.", "Escríbalo.")
        owner = owners.setdefault(folded(line["nombre"]), line["cut"])
        if owner != line["cut"]:
            complaints.add(line.spot, f"«{line['nombre']}» ya nombra a la comuna {owner}.", "Un nombre es de una sola comuna.")


def _also(lines: list[_Line], key: str, value: str = "nombre") -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in lines:
        found[line[key]] = (*found.get(line[key], ()), line[value])
    return found
