"""The texts for people in danger, out of `peligro.yaml`."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from content.danger import CONFIRMED, Danger, DangerText, DangerTexts
from content.reading.complaints import Complaints
from content.reading.fields import LINE, Fields
from content.reading.nodes import read_sheet
from content.sentences import Say, Verbatim, told

FILE = "peligro.yaml"
KINDS: Mapping[str, Danger] = {
    "medica": Danger.MEDICAL,
    "autolesion": Danger.SELF_HARM,
    "trata": Danger.TRAFFICKING,
    "ninez": Danger.CHILD,
    "violencia": Danger.VIOLENCE,
    "peligro": Danger.GENERAL,
}
"""What each kind of danger is called in the files."""

_CONTEXT, _BUTTON, _LONGEST_BUTTON = "peligro", "button", 24
_MOST_LINES = 4
_LONGEST = 90
_SIGN = "🆘"
_NUMBER = re.compile(r"(?<![\d.:])\*?\d{3,}(?![\d:])")
_OTHER_EMOJI = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff]")


def read_danger_file(path: Path, shown: str, complaints: Complaints) -> DangerTexts:
    """The texts; worth nothing when a complaint was added."""
    sheet = read_sheet(path, shown, complaints)
    fields = Fields(sheet, complaints) if sheet else Fields.missing()
    buttons = fields.section("botones")
    short, leave = (told(buttons.text(key, _LONGEST_BUTTON), _BUTTON) for key in ("corta", "salir"))
    buttons.close()
    below = tuple(told(text, _CONTEXT) for text in fields.texts("corta", LINE))
    texts = DangerTexts(
        texts={danger: _text(fields.section(key), danger, below) for key, danger in KINDS.items()},
        offer=tuple(told(text, _CONTEXT) for text in fields.texts("persona")),
        watched=Say(fields.text("vigilancia", LINE, values=("boton",)), "content", context=_CONTEXT, values={"boton": short}),
        short_button=short,
        leave_button=leave,
    )
    fields.close()
    return texts


def _text(fields: Fields, danger: Danger, below: tuple[Say, ...]) -> DangerText:
    numbers = tuple(number for _, number in fields.codes("numeros"))
    lines = fields.texts("lineas", _LONGEST)
    for what, remedy in _faults(numbers, lines):
        fields.complain("lineas" if "lineas" in fields else "numeros", what, remedy)
    fields.close()
    first = Verbatim(numbers[0] if numbers else "")
    return DangerText(danger, tuple(told(line, _CONTEXT) for line in lines), numbers, (first, *below))


def _faults(numbers: tuple[str, ...], lines: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    said = " ".join(lines)
    for number in sorted({*numbers, *_NUMBER.findall(said)} - set(CONFIRMED)):
        yield f"El número {number} no está confirmado.", f"Use solo: {', '.join(CONFIRMED)}."
    for number in sorted(set(numbers) ^ (set(_NUMBER.findall(said)) & set(CONFIRMED))):
        yield f"El {number} está en «numeros» o en «lineas», pero no en ambos.", "Póngalo en los dos."
    if lines and not (lines[0].startswith(_SIGN) and numbers and numbers[0] in lines[0]):
        yield "La primera línea no dice el primer número.", f"Comience con «{_SIGN}» y el número que responde ahora."
    if len(lines) > _MOST_LINES:
        yield f"Hay {len(lines)} líneas.", f"Deje {_MOST_LINES}: tiene que caber en una pantalla."
    if "!" in said or "¡" in said:
        yield "Hay un signo de exclamación.", "Quítelo: se lee como un grito."
    if _OTHER_EMOJI.search(said.replace(_SIGN, "")) or said.count(_SIGN) > 1:
        yield f"Hay otro emoji, o «{_SIGN}» está más de una vez.", f"Deje solo «{_SIGN}», al comienzo."
