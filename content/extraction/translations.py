"""What a translation must not do in any language: lose a value, carry markup, be half done, or not fit."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from babel.messages.catalog import Message

from content.catalogues import forms, source_of
from content.extraction.found import BUTTON, Key
from content.extraction.keeping import button_limit, plural_count
from content.wording import PLACEHOLDER

Fault = tuple[str, str]

_HOLE = re.compile(r"\[\[[^\]]*\]\]")
_MARKUP = re.compile(r"</?[a-zA-Z!][^>]*>|&(?:#?\w+);|\*\*|__|`|\]\(")
_STRAY_SPACE = re.compile(r"^\s|\s$|  |[\t\n\r\u200b\ufeff]")


def faults_in(message: Message, language: str, fixed: Mapping[Key, str]) -> Iterator[Fault]:
    """What is wrong in a translated message and the remedy of each; nothing for one that is not translated yet."""
    said = forms(message)
    if not any(said):
        return
    yield from _forms(message, said, language)
    for form in filter(None, said):
        yield from _values(message, form)
        yield from _marks(form)
        yield from _length(message, form, language)
    yield from _fixed(message, said[0], fixed)


def _forms(message: Message, said: tuple[str, ...], language: str) -> Iterator[Fault]:
    expected = 1 if source_of(message)[1] is None else plural_count(language)
    if len(said) != expected or not all(said):
        yield "falta una forma del plural o hay un texto vacío.", f"Complete {expected} formas, o déjelas todas vacías."


def _values(message: Message, form: str) -> Iterator[Fault]:
    source, plural = source_of(message)
    wanted, given = (Counter(PLACEHOLDER.findall(text) + _HOLE.findall(text)) for text in (plural or source, form))
    for name in wanted - given:
        yield f"falta {_shown(name)}.", "Escríbalo tal como está en español."
    for name in given - wanted:
        yield f"sobra {_shown(name)}.", "Quítelo, o escríbalo como está en español."
    if re.search(r"[{}]", PLACEHOLDER.sub("", form)):
        yield "hay una llave suelta.", "Los valores se escriben {asi}, sin espacios ni acentos."


def _shown(name: str) -> str:
    return name if name.startswith("[[") else f"{{{name}}}"


def _marks(form: str) -> Iterator[Fault]:
    if found := _MARKUP.search(form):
        yield f"hay una marca, «{found[0]}».", "Los textos van sin HTML ni marcas: quítela."
    if _STRAY_SPACE.search(form):
        yield "hay un espacio o salto de línea de más.", "Quítelo del comienzo, del final o de entre las palabras."


def _length(message: Message, form: str, language: str) -> Iterator[Fault]:
    if message.context == BUTTON:
        yield from button_faults(form, button_limit(language))


def button_faults(label: str, limit: int) -> Iterator[Fault]:
    """What keeps a label from being one: more characters than fit, or a full stop."""
    if len(label) > limit:
        yield f"el botón tiene {len(label)} caracteres.", f"Caben {limit}: acórtelo."
    if label.endswith((".", "。")):
        yield "el botón termina en punto.", "Quítelo."


def _fixed(message: Message, form: str, fixed: Mapping[Key, str]) -> Iterator[Fault]:
    source, plural = source_of(message)
    word = fixed.get((BUTTON if message.context == BUTTON else None, source))
    if plural is None and word is not None and form != word:
        yield f"el glosario dice «{word}».", "Úselo tal cual, o cambie locales/glossary.csv."
