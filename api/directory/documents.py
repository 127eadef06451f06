"""Services of HSDS out of a file of any size: one, a page of a list, or an array. What is null is taken as not there."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO, get_args

import ijson

from api.contract import CategoryId, PapersId
from api.directory.publishing import DAYS, SCHEME
from api.directory.refusing import FileRefused, Places, RowRefused
from api.directory.terms import TERMS

Part = Mapping[str, Any]
_MARK = b"\xef\xbb\xbf"
_CLOCK = re.compile(r"(?P<clock>[^Z+-]*)(Z|[+-]\d{2}:?\d{2})?")
_CODES = (*get_args(CategoryId), *get_args(PapersId))


def read_documents(file: BinaryIO) -> Iterator[tuple[str, Part | RowRefused]]:
    """Each service of the file, with its number in it; FileRefused at the place where it is no JSON."""
    number = 0
    try:
        for found in _found(file):
            number += 1
            refused = RowRefused("no es un servicio de HSDS")
            yield f"Servicio {number}", found if isinstance(found, dict) else refused
    except (ijson.JSONError, json.JSONDecodeError, UnicodeDecodeError):
        raise FileRefused(f"El archivo no es JSON después del servicio {number}. Se guardó lo que venía antes.") from None


def _found(file: BinaryIO) -> Iterator[object]:
    start = len(_MARK) if file.read(len(_MARK)) == _MARK else 0
    file.seek(start)
    first = file.read(1024).lstrip()[:1]
    file.seek(start)
    if first == b"[":
        yield from ijson.items(file, "item", use_float=True)
        return
    is_page = any((where, what, value) == ("", "map_key", "contents") for where, what, value in ijson.parse(file))
    file.seek(start)
    if is_page:
        yield from ijson.items(file, "contents.item", use_float=True)
    else:
        yield json.loads(file.read())


@dataclass(frozen=True, slots=True)
class Documents:
    """Reads what a document says."""

    places: Places

    def read(self, document: Part) -> dict[str, Any]:
        """The service, not yet checked, with its id where the document gives one; RowRefused."""
        spots = [*_parts(document, "service_at_locations")]
        codes, remarks = _codes(document), _remarks(document)
        organization = self._organization(document)
        return {
            "id": _text(document, "id"),
            "name": _text(document, "name"),
            "organization": organization,
            "description": _text(document, "description"),
            "categories": [each for each in codes if each in get_args(CategoryId)],
            "commune": self._commune(document, organization["commune"]),
            "papers": next((each for each in codes if each in get_args(PapersId)), "any"),
            "who_may_use": _text(document, "eligibility_description"),
            "bring": [each for part in _parts(document, "required_documents") if (each := _text(part, "document"))],
            "cost": _text(document, "fees_description"),
            "how": _text(document, "application_process"),
            "spots": [spot for each in spots for spot in self._spots(each)],
            "hours": [_hours(each) for each in _own_or(document, spots, "schedules") if _text(each, "byday")],
            "phones": [_phone(each) for each in _own_or(document, spots, "phones") if _text(each, "number")],
            "languages": [_text(each, "note") or _text(each, "code") for each in _parts(document, "languages")] or ["es"],
            "web": _text(document, "url"),
            "status": _text(document, "status") or "active",
            "alert": _text(document, "alert"),
            "example": remarks.get("example") == "true",
            "checked": {
                "source": remarks.get("source", ""),
                "on": _text(document, "assured_date")[:10] or None,
                "by": remarks.get("checked_by", ""),
                "expires_on": remarks.get("expires_on"),
            },
        }

    def _organization(self, document: Part) -> dict[str, Any]:
        organization = _part(document, "organization")
        cuts = (each for each in _parts(organization, "organization_identifiers") if each.get("identifier_scheme") == SCHEME)
        cut = next((_text(each, "identifier") for each in cuts), "")
        return {
            "id": _text(organization, "id") or _text(document, "organization_id"),
            "name": _text(organization, "name"),
            "commune": self.places.cut(cut) if cut else None,
        }

    def _commune(self, document: Part, of_organization: str | None) -> str | None:
        """The one that it is for; where no area is told, the municipality's own."""
        areas = [*_parts(document, "service_areas")]
        for each in areas:
            if _text(each, "extent_type") == "text" and (extent := _text(each, "extent")):
                return self.places.cut(extent)
            if self.places.knows(_text(each, "name")):
                return self.places.cut(_text(each, "name"))
        return None if areas else of_organization

    def _spots(self, at_location: Part) -> Iterator[dict[str, Any]]:
        location = _part(at_location, "location")
        for address in [*_parts(location, "addresses")][:1]:
            code, city = _text(address, "postal_code"), _text(address, "city")
            yield {
                "address": _text(address, "address_1"),
                "commune": self.places.cut(code if self.places.knows(code) else city),
                "latitude": _number(location, "latitude"),
                "longitude": _number(location, "longitude"),
            }


def _codes(document: Part) -> list[str]:
    """What the service is about and which papers it asks for, by our codes; RowRefused where no category is ours."""
    attributes = [*_parts(document, "attributes")]
    terms = [(_part(each, "taxonomy_term"), _text(each, "taxonomy_term_id")) for each in attributes]
    named = [_text(term, "code") or _ours(id or _text(term, "id")) for term, id in terms]
    if not any(each in get_args(CategoryId) for each in named):
        unknown = next((each for each in named if each and each not in _CODES), "")
        raise RowRefused(f"temas: no conocemos «{unknown[:60]}»" if unknown else "temas: falta")
    return [each for each in dict.fromkeys(named) if each in _CODES]


def _ours(term: str) -> str:
    return next(iter(TERMS.get(term, {}).values()), "")


def _remarks(document: Part) -> dict[str, str]:
    return {_text(each, "link_type"): _text(each, "value") for each in _parts(document, "attributes") if _text(each, "value")}


def _own_or(document: Part, at_locations: list[Part], what: str) -> list[Part]:
    """Those of the service; where it has none, those of its first place."""
    for holder in (document, *(part for each in at_locations for part in (each, _part(each, "location")))):
        if parts := [*_parts(holder, what)]:
            return parts
    return []


def _hours(schedule: Part) -> dict[str, Any]:
    if _text(schedule, "freq") not in ("WEEKLY", ""):
        raise RowRefused("horario: solo guardamos horarios que se repiten cada semana")
    days = [each.strip() for each in _text(schedule, "byday").split(",")]
    for each in days:
        if each not in DAYS:
            raise RowRefused(f"horario: «{each[:60]}» no es un día; se escribe MO, TU, WE, TH, FR, SA o SU")
    opens, closes = (_clock(_text(schedule, each)) for each in ("opens_at", "closes_at"))
    return {"weekdays": [DAYS.index(each) for each in days], "opens": opens, "closes": closes}


def _clock(written: str) -> str:
    # The offset is the one of some day; the clock on the wall keeps its hours all year.
    found = _CLOCK.fullmatch(written)
    return found["clock"] if found else written


def _phone(phone: Part) -> dict[str, str]:
    number = " ".join(re.sub(r"[().\-]", " ", _text(phone, "number")).split())
    return {"number": number, "note": _text(phone, "description")}


def _text(part: Part, name: str) -> str:
    value = part.get(name)
    return "" if value is None else str(value)


def _number(part: Part, name: str) -> float | None:
    try:
        return None if part.get(name) in (None, "") else float(part[name])
    except (TypeError, ValueError, OverflowError):
        raise RowRefused(f"lugares: «{_text(part, name)[:60]}» no es un número") from None


def _part(part: Part, name: str) -> Part:
    value = part.get(name)
    return value if isinstance(value, dict) else {}


def _parts(part: Part, name: str) -> Iterator[Part]:
    value = part.get(name)
    yield from (each for each in value if isinstance(each, dict)) if isinstance(value, list) else ()
