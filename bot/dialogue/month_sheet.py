"""The month's sheet of a municipality in words, on the screen and as a paper."""

from collections.abc import Mapping

from bot.dialogue.screen import Block, Paper, para, strong
from bot.dialogue.upkeep import MonthSheet, MunicipalSheet
from bot.dialogue.voice import say
from content.languages import ENDONYMS, offered
from content.local_services import Category, CategoryTold
from content.sentences import Text, Verbatim

Categories = Mapping[Category, CategoryTold]
_MOST_TERMS = 8
NOTICE = say("No incluye nombres ni lo que escribió cada persona. Un número menor que cinco no se muestra.")


def paper_of(sheet: MunicipalSheet, categories: Categories) -> Paper:
    """The sheet to keep."""
    return Paper(sheet.name, heading_of(sheet), blocks_of(sheet, categories), NOTICE)


def heading_of(sheet: MunicipalSheet) -> Text:
    """Where and when."""
    return say("Servicios en {municipality}, {month}", municipality=sheet.municipality, month=sheet.counts.month)


def blocks_of(sheet: MunicipalSheet, categories: Categories) -> tuple[Block, ...]:
    """What was asked, what was not found, and what nobody has confirmed for longest."""
    return (*_asked(sheet.counts, categories), *_oldest(sheet))


def _asked(counts: MonthSheet, categories: Categories) -> tuple[Block, ...]:
    if counts.asked is None:
        return (para(say("Hubo menos de cinco preguntas. Por eso no mostramos números.")),)
    lines: list[Text] = [say("Preguntas: {number}", number=counts.asked)]
    if counts.unanswered is None:
        lines.append(say("Sin buena respuesta: menos de cinco"))
    else:
        lines.append(say("Sin buena respuesta: {number}", number=counts.unanswered))
    blocks = [para(*lines)]
    if counts.languages:
        blocks.append(para(say("Idiomas:"), *(_line(_language(each), number) for each, number in counts.languages)))
    if counts.topics:
        topics = (_line(_topic(categories, each), number) for each, number in counts.topics)
        blocks.append(para(say("Lo que no se encontró:"), *topics))
    if counts.terms:
        # In the vocabulary's own words, which are Spanish: whoever reads the sheet works with it.
        terms = (_line(Verbatim(each), number) for each, number in counts.terms[:_MOST_TERMS])
        blocks.append(para(say("Lo que más se buscó sin respuesta:"), *terms))
    return tuple(blocks)


def _line(what: Text, number: int) -> Text:
    return say("• {what}: {number}", what=what, number=number)


def _language(tag: str) -> Text:
    known = offered(tag)
    return Verbatim(ENDONYMS[known] if known else tag)


def _topic(categories: Categories, category: str) -> Text:
    return categories[Category(category)].label if category else say("Otro tema")


def _oldest(sheet: MunicipalSheet) -> tuple[Block, ...]:
    if not sheet.oldest:
        return ()
    if sheet.oldest_on is None:
        return (strong(say("Sin confirmar nunca: {name}", name=sheet.oldest)),)
    words = say("El que lleva más tiempo sin confirmar: {name}, desde el {day}", name=sheet.oldest, day=sheet.oldest_on)
    return (strong(words),)
