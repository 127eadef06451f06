"""A service as the cells of a spreadsheet, and back; several things in a cell are apart by `|`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from api.contract import HoursOnWire, PhoneOnWire, ServiceWritten, SpotOnWire
from api.directory.refusing import Places, RowRefused, nearest
from content.folding import folded
from content.local_services import Category, CategoryTold, Papers, ServiceStatus
from content.reading.help import WEEKDAYS
from content.reading.services import PAPERS

TEXTS = {
    "name": "nombre",
    "description": "descripcion",
    "who_may_use": "quien",
    "cost": "costo",
    "how": "como",
    "web": "web",
    "alert": "aviso",
}
STATUS = {
    "activo": ServiceStatus.ACTIVE,
    "cerrado por un tiempo": ServiceStatus.CLOSED_FOR_A_WHILE,
    "inactivo": ServiceStatus.INACTIVE,
    "terminado": ServiceStatus.DEFUNCT,
}
FLAGS = {"no": False, "si": True}
DAYS = tuple(WEEKDAYS)
_HOURS = re.compile(r"(?P<days>\D+?)\s+(?P<opens>[\d:.]+)\s*(?:-|–|a)\s*(?P<closes>[\d:.]+)")
_PLACED = re.compile(r"(?P<rest>.+?)\s*,\s*(?P<latitude>-?\d+\.\d+)\s*,\s*(?P<longitude>-?\d+\.\d+)", re.DOTALL)
_PHONE = re.compile(r"(?P<number>[^()]*?)\s*(?:\((?P<note>.*)\))?", re.DOTALL)
_Meant = TypeVar("_Meant")


@dataclass(frozen=True, slots=True)
class Cells:
    """Reads the cells of a row."""

    places: Places
    categories: Mapping[str, str]

    @classmethod
    def of(cls, places: Places, categories: Mapping[Category, CategoryTold]) -> "Cells":
        """A category is known by its code, its name and the words on its button."""
        named = {folded(name): each.value for each, told in categories.items() for name in (each.value, *_names(told))}
        return cls(places, named)

    def read(self, row: Mapping[str, str]) -> dict[str, Any]:
        """The service, not yet checked, with its id where the row gives one; RowRefused."""
        commune = self._commune(row.get("comuna", ""))
        return {
            **{field: row.get(column, "") for field, column in TEXTS.items()},
            "id": row.get("id", ""),
            "organization": self._organization(row, commune),
            "categories": [self.categories.get(folded(each), each) for each in _split(row.get("temas", ""))],
            "commune": commune,
            "papers": _word("papeles", row, PAPERS, Papers.ANY).value,
            "bring": _split(row.get("llevar", "")),
            "spots": [self._spot(each, commune) for each in _split(row.get("lugares", ""))],
            "hours": [_hours(each) for each in _split(row.get("horario", ""))],
            "phones": [_phone(each) for each in _split(row.get("telefonos", ""))],
            "languages": _split(row.get("idiomas", "")) or ["es"],
            "status": _word("estado", row, STATUS, ServiceStatus.ACTIVE).value,
            "example": _word("ejemplo", row, FLAGS, False),
            "checked": {
                "source": row.get("fuente", ""),
                "on": _day(row.get("revisado", "")),
                "by": row.get("reviso", ""),
                "expires_on": _day(row.get("vence", "")),
            },
        }

    def _organization(self, row: Mapping[str, str], commune: str | None) -> dict[str, str | None]:
        """Who gives it; a commune's own municipality where nobody else is named."""
        id, name, of = row.get("entrega_id", ""), row.get("entrega", ""), self._commune(row.get("entrega_comuna", ""))
        if commune and not name:
            name = f"Municipalidad de {self.places.name(commune)}"
        is_its_own = not id and folded(name).startswith("municipalidad")
        return {"id": id, "name": name, "commune": commune if is_its_own else of}

    def _commune(self, cell: str) -> str | None:
        return self.places.cut(cell) if cell else None

    def _spot(self, cell: str, commune: str | None) -> dict[str, Any]:
        placed = _PLACED.fullmatch(cell)
        degrees = (float(placed["latitude"]), float(placed["longitude"])) if placed else (None, None)
        address, comma, last = (placed["rest"] if placed else cell).rpartition(",")
        if comma and (commune is None or last.strip().isdecimal() or self.places.knows(last.strip())):
            commune = self.places.cut(last.strip())
        else:
            address = address + comma + last
        if commune is None:
            raise RowRefused(f"lugares: falta la comuna de «{cell[:60]}»; se escribe después de la dirección y una coma")
        return {"address": address.strip(), "commune": commune, "latitude": degrees[0], "longitude": degrees[1]}


def write(id: str, service: ServiceWritten) -> Mapping[str, str]:
    """The cells of a service, by column."""
    checked, organization = service.checked, service.organization
    return {
        **{column: str(getattr(service, field)) for field, column in TEXTS.items()},
        "id": id,
        "entrega": organization.name,
        "entrega_id": organization.id,
        "entrega_comuna": organization.commune or "",
        "temas": _joined(service.categories),
        "comuna": service.commune or "",
        "papeles": _named(PAPERS, Papers(service.papers)),
        "llevar": _joined(service.bring),
        "lugares": _joined(map(_spot_cell, service.spots)),
        "horario": _joined(map(_hours_cell, service.hours)),
        "telefonos": _joined(map(_phone_cell, service.phones)),
        "idiomas": _joined(service.languages),
        "estado": _named(STATUS, ServiceStatus(service.status)),
        "ejemplo": _named(FLAGS, service.example),
        "fuente": checked.source,
        "revisado": checked.on.isoformat() if checked.on else "",
        "reviso": checked.by,
        "vence": checked.expires_on.isoformat() if checked.expires_on else "",
    }


def _names(category: CategoryTold) -> tuple[str, str]:
    return category.label.source, category.short.source


def _split(cell: str) -> list[str]:
    parts = (each.replace(r"\|", "|").strip() for each in re.split(r"(?<!\\)\|", cell))
    return [each for each in parts if each]


def _joined(parts: Iterable[str]) -> str:
    return " | ".join(each.replace("|", r"\|") for each in parts)


def _word(column: str, row: Mapping[str, str], words: Mapping[str, _Meant], missing: _Meant) -> _Meant:
    written = folded(row.get(column, ""))
    if not written:
        return missing
    if written not in words:
        raise RowRefused(f"{column}: no conocemos «{written[:60]}»; se escribe {', '.join(f'«{each}»' for each in words)}")
    return words[written]


def _named(words: Mapping[str, _Meant], meant: _Meant) -> str:
    return next(word for word, each in words.items() if each == meant)


def _hours(cell: str) -> dict[str, Any]:
    found = _HOURS.fullmatch(cell)
    if found is None:
        raise RowRefused(f"horario: no entendemos «{cell[:60]}»; se escribe como «lunes a viernes 09:00-14:00»")
    runs = re.split(r"\s*,\s*|\s+y\s+", re.sub(r"\s+a\s+", "-", folded(found["days"])))
    days = [day for run in runs for day in _run(*map(_weekday, run.split("-", 1)))]
    return {"weekdays": days, "opens": _clock(found["opens"]), "closes": _clock(found["closes"])}


def _run(first: int, last: int | None = None) -> Iterable[int]:
    if last is not None and last < first:
        raise RowRefused(f"horario: «{DAYS[first]} a {DAYS[last]}» va al revés; nombre los días uno por uno")
    return range(first, (first if last is None else last) + 1)


def _weekday(written: str) -> int:
    found = [number for day, number in WEEKDAYS.items() if len(written.strip()) >= 2 and day.startswith(written.strip())]
    if len(found) != 1:
        raise RowRefused(f"horario: «{written[:60]}» no es un día{nearest(written, WEEKDAYS)}")
    return found[0]


def _clock(written: str) -> str:
    hours, _, minutes = written.replace(".", ":").partition(":")
    return f"{hours.zfill(2)}:{minutes or '00'}"


def _hours_cell(hours: HoursOnWire) -> str:
    days = hours.weekdays
    in_a_row = len(days) > 1 and days == list(range(days[0], days[-1] + 1))
    named = f"{DAYS[days[0]]} a {DAYS[days[-1]]}" if in_a_row else ", ".join(DAYS[day] for day in days)
    return f"{named} {hours.opens:%H:%M}-{hours.closes:%H:%M}"


def _phone(cell: str) -> dict[str, str]:
    found = _PHONE.fullmatch(cell)
    number, note = (found["number"], found["note"] or "") if found else (cell, "")
    return {"number": " ".join(re.sub("[-.]", " ", number).split()), "note": note}


def _phone_cell(phone: PhoneOnWire) -> str:
    return f"{phone.number} ({phone.note})" if phone.note else phone.number


def _spot_cell(spot: SpotOnWire) -> str:
    placed = "" if spot.latitude is None else f", {_degrees(spot.latitude)}, {_degrees(spot.longitude or 0.0)}"
    return f"{spot.address}, {spot.commune}{placed}"


def _degrees(value: float) -> str:
    return repr(value) if "e" not in repr(value) and "." in repr(value) else f"{value:.6f}"


def _day(written: str) -> str | None:
    """A date as it stands in the row; as 2026-11-24 also where it was written 24-11-2026 or 24/11/2026."""
    turned = re.fullmatch(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})", written)
    return f"{turned[3]}-{turned[2]:0>2}-{turned[1]:0>2}" if turned else written or None
