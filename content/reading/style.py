"""The words that the programme does not use with people, and marks that no text may carry."""

import re
from collections.abc import Collection, Iterator

TO_FILL = ("NOMBRE DE LA INSTITUCIÓN", "CORREO", "DIRECCIÓN")
"""What a municipality or service must fill in before anybody uses this, as `[[CORREO]]`."""

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
_MARKS = re.compile(r"</?[a-z][^>]*>|\*\*|__", re.IGNORECASE)
_TO_FILL = re.compile(r"\[\[(" + "|".join(map(re.escape, TO_FILL)) + r")\]\]")


def faults(text: str, values: Collection[str] = (), *, to_fill: bool = False) -> Iterator[tuple[str, str]]:
    """What is wrong in a text and the remedy of each. `values` may stand in it as `{name}`; `to_fill` allows `[[CORREO]]`."""
    for pattern, instead in _WORDS:
        found = pattern.search(text)
        if found:
            yield f"no usamos «{found[0]}».", f"Escriba {instead}."
    mark = _MARKS.search(text)
    if mark:
        yield f"hay una marca, «{mark[0]}».", "Los textos van sin negritas ni etiquetas: quítela."
    rest = re.sub(r"\{(\w+)\}", lambda found: "" if found[1] in values else found[0], text)
    if "{" in rest or "}" in rest:
        names = ", ".join(f"{{{name}}}" for name in values)
        yield "hay una llave que no conocemos.", f"Puede ser: {names}." if names else "Este texto va sin llaves: quítela."
    rest = _TO_FILL.sub("", text) if to_fill else text
    if "[[" in rest or "]]" in rest:
        names = ", ".join(f"[[{name}]]" for name in TO_FILL)
        yield "hay un espacio por llenar que no conocemos.", f"Puede ser: {names}." if to_fill else "Escriba aquí el dato."
