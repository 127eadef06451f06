"""What is asked of a service one thing at a time, and how what was typed is read."""

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.dialogue.naming import RUT_CAME
from bot.dialogue.proposals import Change
from bot.dialogue.typed import RUT
from bot.dialogue.voice import say
from content.sentences import Text
from content.typed_hours import HoursSlip, read_hours

NAME, WHAT, ADDRESS, HOURS, PHONE, BRING = "name", "what", "address", "hours", "phone", "bring"
_MOST: Mapping[str, int] = {NAME: 120, WHAT: 600, ADDRESS: 200, BRING: 600}
_PHONE = re.compile(r"[+*]?[0-9][0-9 ]{1,19}")
_HOURS_EXAMPLE = say("Por ejemplo: lunes a viernes 9 a 14 y 15 a 17.")

QUESTION: Mapping[str, Text] = {
    NAME: say("¿Cómo se llama el servicio?"),
    WHAT: say("¿Qué hace? Escríbalo en una o dos frases."),
    ADDRESS: say("¿Cuál es la dirección?"),
    HOURS: say("¿Qué días y a qué horas atiende?"),
    PHONE: say("¿Cuál es el teléfono?"),
    BRING: say("¿Qué hay que llevar? Escriba una cosa en cada línea."),
}
EXAMPLE: Mapping[str, Text] = {
    NAME: say("Por ejemplo: Oficina de Migrantes."),
    WHAT: say("Por ejemplo: orienta sobre visas y ayuda a pedir hora."),
    ADDRESS: say("Por ejemplo: Barros Luco 1881, piso 2."),
    HOURS: _HOURS_EXAMPLE,
    PHONE: say("Por ejemplo: +56 35 233 7205."),
    BRING: say("Por ejemplo: cédula o pasaporte."),
}


def read_field(field: str, text: str, told: Change) -> Change | Text:
    """What was told with this field in it, or why the text cannot be it."""
    if RUT.search(text):
        return RUT_CAME
    typed = " ".join(text.replace("\0", " ").split())
    if field == HOURS:
        return _hours(text, told)
    if field == PHONE:
        return _phone(typed, told)
    if not typed:
        return say("Escríbalo con palabras.")
    if len(typed) > _MOST[field]:
        return say("Es muy largo. Escríbalo en menos de {most} letras.", most=_MOST[field])
    return _with(field, typed, text, told)


def _with(field: str, typed: str, text: str, told: Change) -> Change:
    match field:
        case "name":
            return replace(told, name=typed)
        case "what":
            return replace(told, description=typed)
        case "address":
            return replace(told, address=typed)
    lines = (" ".join(line.replace("\0", " ").split()) for line in text.splitlines())
    return replace(told, bring=tuple(line[:200] for line in lines if line)[:20])


def _hours(text: str, told: Change) -> Change | Text:
    match read_hours(text):
        case HoursSlip("impossible"):
            return say(
                "Ese horario no puede ser: cierra antes de abrir, o dos tramos se cruzan. {example}", example=_HOURS_EXAMPLE
            )
        case HoursSlip():
            return say("No pudimos leer el horario. {example}", example=_HOURS_EXAMPLE)
        case hours:
            return replace(told, hours=hours)


def _phone(typed: str, told: Change) -> Change | Text:
    number = " ".join(re.sub(r"[().-]", " ", typed).split())
    if _PHONE.fullmatch(number):
        return replace(told, phone=number)
    return say("No pudimos leer el teléfono. Escriba solo el número, por ejemplo: +56 35 233 7205.")
