"""The words that the programme does not use with people, and marks that no text may carry."""

import re
from collections.abc import Iterator

PLACEHOLDERS = ("NOMBRE DE LA INSTITUCIÓN", "CORREO", "DIRECCIÓN")
"""What a municipality or service must fill in before the texts of `ayuda` are shown to the public, as `[[CORREO]]`."""

_INSTEAD = {
    "ilegal(es)?|clandestin[oa]s?|indocumentad[oa]s?|sin papeles": "sin residencia vigente, y solo donde importa",
    "(el|la|los|las|un|una|unos|unas) extranjer[oa]s?|foráne[oa]s?|los haitianos": "persona migrante",
    "ola de|oleada|avalancha|crisis|carga (social|pública)": "lo que ocurre: «más personas llegaron»",
    "vulnerables?": "lo que ocurre, sin etiqueta",
    "beneficiari[oa]s?": "quien recibe la ayuda",
    "reprobad[oa]s?|rechazad[oa]s?|deficientes?|incumplimientos?": "aún no cumple, o falta…",
    "inputs?": "respuesta",
    "bots?": "el asistente",
    "tickets?|tokens?": "folio o código",
    "escalar": "derivar",
    "submit": "enviar",
    "feedback": "opinión",
    "error [0-9]{3}|sesión expirada|formato inválido": "lo que ocurrió, en palabras simples",
    "antecedentes": "documentos",
    "acredit(ar|e|a|an|en)": "mostrar",
    "dar curso": "hacer",
    "a la brevedad": "una fecha concreta",
    "tenga a bien|el suscrito|la suscrita": "nada: quítelo",
    "NNA": "niñas y niños",
    "hrs\\.?|L-V": "«de lunes a viernes, de 9:00 a 14:00»",
    "\\w+[oe]s?/as?": "una palabra que incluya a todas las personas",
}
_WORDS = tuple((re.compile(rf"(?<!\w)({words})(?!\w)", re.IGNORECASE), instead) for words, instead in _INSTEAD.items())
_MARKS = re.compile(r"</?[a-z][^>]*>|\*\*|__|\{[^}]*\}?|\}", re.IGNORECASE)
_HOLES = re.compile(r"\[\[(" + "|".join(map(re.escape, PLACEHOLDERS)) + r")\]\]")


def holes(text: str) -> tuple[str, ...]:
    """The names of the placeholders in a text, in order."""
    return tuple(_HOLES.findall(text))


def faults(text: str, *, placeholders: bool) -> Iterator[tuple[str, str]]:
    """What is wrong in a text and the remedy of each; `placeholders` where `[[NAME]]` is allowed."""
    for pattern, instead in _WORDS:
        found = pattern.search(text)
        if found:
            yield f"no usamos «{found[0]}».", f"Escriba {instead}."
    mark = _MARKS.search(text)
    if mark:
        yield f"hay una marca, «{mark[0]}».", "Los textos van sin marcas, llaves ni negritas: quítela."
    rest = _HOLES.sub("", text) if placeholders else text
    if "[[" in rest or "]]" in rest:
        names = ", ".join(f"[[{name}]]" for name in PLACEHOLDERS) if placeholders else "ninguno en este archivo"
        yield "hay un espacio por llenar que no conocemos.", f"Puede ser: {names}."
