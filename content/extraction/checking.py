"""The whole check of the catalogues: every mistake, with its file, its line and its remedy."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from content.catalogues import CataloguesBroken, forms, read_catalogue, source_of
from content.extraction.found import Found, Key
from content.extraction.glossary import fixed_words, glossary_words
from content.extraction.keeping import PLURAL_FORMS
from content.extraction.spelling import misspellings
from content.extraction.translations import button_faults, faults_in
from content.reading.complaints import Complaint
from content.reading.style import faults as spanish_faults
from content.wording import PLACEHOLDER

_UPDATE = "Ejecute: python -m content.extraction update"


def check_source(found: Iterable[Found]) -> Iterator[Complaint]:
    """What is wrong with the Spanish sentences of the code; the content's own are read elsewhere."""
    for each in found:
        for text in [each.source] if each.plural is None else [each.source, each.plural]:
            bare = PLACEHOLDER.sub("x", text)
            wrong = [*spanish_faults(bare), *misspellings(bare, "", "es"), *_spacing(bare)]
            for what, remedy in [*wrong, *(button_faults(text, 24) if each.is_button else ())]:
                yield Complaint(each.places[0], each.line, f"«{text}»: {what}", remedy)
        if each.plural is not None and not all("{count}" in form for form in (each.source, each.plural)):
            yield Complaint(each.places[0], each.line, f"«{each.source}»: falta {{count}} en una forma.", "Póngalo en las dos.")


def _spacing(text: str) -> Iterator[tuple[str, str]]:
    if not text.strip():
        yield "la frase está vacía.", "Escríbala."
    elif text != " ".join(text.split()):
        yield "hay un espacio de más.", "Quítelo."


def check_catalogue(po: Path, shown: str, language: str, found: Iterable[Found], *, complete: bool) -> Iterator[Complaint]:
    """What is wrong with one catalogue; with `complete`, also what is not translated or has to be revised."""
    try:
        catalog = read_catalogue(po)
    except CataloguesBroken as trouble:
        yield Complaint(shown, 1, str(trouble), "")
        return
    fixed, known = fixed_words(language), glossary_words(language)
    yield from _header(catalog, shown, language)
    yield from _stale(catalog, shown, found)
    for message in catalog:
        if message.id:
            yield from _message(message, shown, language, fixed, known)
            if complete and (message.fuzzy or not all(forms(message))):
                what = "hay que revisarla: cambió el español." if message.fuzzy else "falta traducirla."
                yield _about(message, shown, what, "Tradúzcala y quite la línea «#, fuzzy», si la tiene.")


def _header(catalog: Catalog, shown: str, language: str) -> Iterator[Complaint]:
    if catalog.fuzzy:
        yield Complaint(shown, 1, "el encabezado está marcado «fuzzy» y otros programas se saltarían todo el idioma.", _UPDATE)
    if catalog.plural_forms != PLURAL_FORMS[language].removesuffix(";") and catalog.plural_forms != PLURAL_FORMS[language]:
        yield Complaint(shown, 1, f"el encabezado debe decir Plural-Forms: {PLURAL_FORMS[language]}", _UPDATE)


def _stale(catalog: Catalog, shown: str, found: Iterable[Found]) -> Iterator[Complaint]:
    here = {(message.context, *source_of(message)) for message in catalog if message.id}
    wanted = {(each.context, each.source, each.plural) for each in found}
    for _, source, _ in sorted(wanted - here, key=str):
        yield Complaint(shown, 1, f"falta la frase «{source}».", _UPDATE)
    for _, source, _ in sorted(here - wanted, key=str):
        yield Complaint(shown, 1, f"la frase «{source}» ya no se usa.", _UPDATE)


def _message(message: Message, shown: str, language: str, fixed: Mapping[Key, str], known: str) -> Iterator[Complaint]:
    for what, remedy in faults_in(message, language, fixed):
        yield _about(message, shown, what, remedy)
    source = " ".join(filter(None, source_of(message)))
    for form in filter(None, forms(message)):
        for what, remedy in misspellings(form, source, language, known):
            yield _about(message, shown, f"{what} Dice «{form}».", remedy)


def _about(message: Message, shown: str, what: str, remedy: str) -> Complaint:
    return Complaint(shown, message.lineno or 1, f"«{source_of(message)[0]}»: {what}", remedy)
