"""Sentences in the programme's content, found by walking its values, with the place where each stands."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from content.extraction.found import Found
from content.sentences import Say

# What a translator reads as the place of a sentence: the Spanish word of the content files for each field.
_FIELD_NAMES: Mapping[str, str] = {
    "name": "nombre", "text": "texto", "why": "por qué preguntamos", "example": "ejemplo", "label": "opción",
    "must_exist": "qué debe existir", "signed_by": "quién firma", "meaning": "qué significa", "guidance": "orientación",
    "hide": "qué tapar", "items": "documento", "unit": "unidad", "none_label": "opción «todavía no»", "disclaimer": "aviso",
    "verdicts": "resultado", "profiles": "perfil", "basis_labels": "base", "note": "nota", "bands": "banda",
    "contradictions": "contradicción", "validity_reason": "por qué esa vigencia", "reason": "motivo", "title": "título",
    "paragraphs": "párrafo", "about": "qué es el Sello", "steps": "pasos del programa", "steps_note": "pasos del programa",
    "practice": "modo de práctica", "privacy_line": "privacidad en una línea", "privacy": "aviso de privacidad",
    "after_forgetting": "después de /borrar", "no_desk": "sin equipo de apoyo", "channels": "canal oficial",
    "regional_offices": "oficinas regionales", "declaration": "declaración", "after_handing_over": "después de entregar",
    "retention": "plazo en que se guarda", "texts": "peligro", "lines": "línea", "short": "pantalla corta",
    "offer": "ofrecer una persona", "watched": "si alguien mira",
    "short_button": "botón", "leave_button": "botón", "replies": "respuesta lista",
}  # fmt: skip


def told_in(value: object, place: str = "") -> Iterator[Found]:
    """Every sentence inside a value of the content, in its order."""
    match value:
        case Say():
            yield Found.at(value, place)
            yield from told_in(list(value.values.values()), place)  # a button that a sentence names
        case Mapping():
            for key, inside in value.items():
                yield from told_in(inside, _within(place, str(key.value if isinstance(key, Enum) else key)))
        case tuple() | list():
            for inside in value:
                yield from told_in(inside, place)
        case _ if is_dataclass(value) and not isinstance(value, type):
            yield from _told_in_fields(value, place)


def _told_in_fields(value: Any, place: str) -> Iterator[Found]:
    here = getattr(value, "code", None) or getattr(value, "id", None)
    at = _within(place, here) if isinstance(here, str) else place
    for field in fields(value):
        inside = getattr(value, field.name)
        name = _FIELD_NAMES.get(field.name, field.name if isinstance(inside, Say) else None)
        yield from told_in(inside, _within(at, name) if name else at)


def _within(place: str, name: str) -> str:
    # `INS-1.1` says by itself that it is in INS-1, which is in INS.
    above = place.rpartition(" · ")[2]
    if above and name.startswith(above):
        return place[: len(place) - len(above)] + name
    return f"{place} · {name}" if place else name
