"""Why a service of a file is not taken, in words that whoever keeps the file can act on."""

import difflib
from collections.abc import Iterable, Mapping
from typing import Any, get_args

from pydantic import ValidationError

from api.contract import CategoryId
from content.directory import Communes
from content.folding import folded

# The columns of the file, by the fields of the directory.
COLUMNS: Mapping[str, str] = {
    "id": "id",
    "name": "nombre",
    "organization.name": "entrega",
    "organization.id": "entrega_id",
    "organization.commune": "entrega_comuna",
    "categories": "temas",
    "commune": "comuna",
    "papers": "papeles",
    "description": "descripcion",
    "who_may_use": "quien",
    "bring": "llevar",
    "cost": "costo",
    "how": "como",
    "spots": "lugares",
    "hours": "horario",
    "phones": "telefonos",
    "languages": "idiomas",
    "web": "web",
    "status": "estado",
    "alert": "aviso",
    "example": "ejemplo",
    "checked.source": "fuente",
    "checked.on": "revisado",
    "checked.by": "reviso",
    "checked.expires_on": "vence",
}
_PLAIN: Mapping[str, str] = {
    "it closes before it opens": "cierra antes de abrir",
    "a day stands twice": "un día está dos veces",
    "a latitude and a longitude go together": "la latitud y la longitud van juntas",
    "a NUL character": "tiene un carácter que no se puede guardar",
    "a time on the wall there, in whole minutes": "las horas se escriben como 09:00",
    "an address of a page on the web": "no es la dirección de una página",
}
_SHAPES: Mapping[str, str] = {
    "phones": "no es un teléfono",
    "web": "no es la dirección de una página; empieza con https://",
    "languages": "no es un idioma; se escribe como «es» o «ht»",
    "id": "no es un identificador; déjelo vacío en un servicio nuevo",
    "organization.id": "no es un identificador; déjelo vacío",
    "commune": "no es una comuna",
}
_MOST = 3


class RowRefused(Exception):
    """One service is not taken; says why."""


class FileRefused(Exception):
    """Nothing (more) can be read from the file; says why, and what to do."""


class Places:
    """Finds communes as people write them in files."""

    def __init__(self, communes: Communes) -> None:
        self._communes = communes
        self._named = {folded(each.name): each.cut for each in communes.all()}

    def cut(self, written: str) -> str:
        """The CUT for a CUT (a spreadsheet may have eaten its zero) or a name; RowRefused, with what may have been meant."""
        code = written.zfill(5) if written.isdecimal() else self._named.get(folded(written), "")
        if self._communes.knows(code):
            return code
        if written.isdecimal():
            raise RowRefused(f"comuna: no existe ninguna con el código «{written}»")
        near = self._communes.find(written, 1)
        meant = f". ¿Quiso decir «{near[0].commune.name}»?" if near else ""
        raise RowRefused(f"comuna: no conocemos «{written[:60]}»{meant}")

    def name(self, cut: str) -> str:
        """The name of the commune of a CUT."""
        return self._communes.of(cut).name

    def knows(self, written: str) -> bool:
        """Whether it is the CUT or the name of a commune."""
        return self._communes.knows(written.zfill(5)) or folded(written) in self._named


def why(wrong: ValidationError) -> str:
    """What is wrong with a service, column by column."""
    said = dict.fromkeys(_said(each) for each in wrong.errors())
    return "; ".join(list(said)[:_MOST])


def nearest(written: str, known: Iterable[str]) -> str:
    """A question for what may have been meant; empty where nothing is near."""
    near = difflib.get_close_matches(written, list(known), n=1)
    return f". ¿Quiso decir «{near[0]}»?" if near else ""


def _said(error: Mapping[str, Any]) -> str:
    where = [str(part) for part in error["loc"] if not isinstance(part, int)]
    field = next((name for name in (".".join(where[:2]), where[0]) if name in COLUMNS), where[0])
    given = error["input"] if isinstance(error["input"], (str, int, float)) else ""
    return f"{COLUMNS.get(field, field)}: {_what(field, error, str(given)[:60])}"


def _what(field: str, error: Mapping[str, Any], given: str) -> str:
    limits = error.get("ctx", {})
    match error["type"]:
        case "value_error":
            return _PLAIN[str(limits["error"])]
        case "string_too_short" | "too_short" | "missing":
            return "falta"
        case "string_too_long":
            return f"tiene más de {limits['max_length']} letras"
        case "too_long":
            return f"tiene más de {limits['max_length']}"
        case "literal_error" if field == "categories":
            return f"no conocemos «{given}»{nearest(given.upper(), get_args(CategoryId))}"
        case "time_parsing" | "time_type":
            return f"«{given}» no es una hora; se escribe como 09:00"
        case "date_from_datetime_parsing" | "date_parsing" | "date_type":
            return f"«{given}» no es una fecha; se escribe como 2026-11-24"
        case "greater_than_equal" | "less_than_equal" if field == "spots":
            return f"«{given}» queda fuera de Chile"
        case _:
            return f"«{given}» {_SHAPES.get(field, 'no sirve')}"
