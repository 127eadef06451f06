"""Looking at a screen from outside: what can be pressed, which question stands, what it claims."""

from collections.abc import Iterator
from functools import cache

from bot.dialogue import events as e
from bot.dialogue.screen import Press, Screen
from bot.telegram.buttons import LIMIT, read_button, write_button
from content.sentences import Say, Text
from content.wording import Wording
from tests.dialogue.books import Book
from tests.oracle.assessment import assess
from tests.oracle.edition import Node


def presses(screen: Screen) -> tuple[Press, ...]:
    """The buttons that act in the conversation."""
    return tuple(each for row in screen.rows for each in row if isinstance(each, Press))


def question_on(screen: Screen) -> str | None:
    """The question that a screen asks: each has a button that explains why."""
    return next((each.event.to for each in presses(screen) if isinstance(each.event, e.Asked)), None)


def ticked(screen: Screen) -> tuple[str, ...]:
    """The options that are ticked: pressing them would clear them."""
    return tuple(each.event.option for each in presses(screen) if isinstance(each.event, e.Marked) and not each.event.on)


def is_option(event: e.Event) -> bool:
    """Whether pressing this is what typing its words is; a ticked option's words carry the tick."""
    return isinstance(event, e.Replied) or (isinstance(event, e.Marked) and event.on)


def says(screen: Screen, source: str) -> Iterator[Say]:
    """The sentences of a screen that were written so in Spanish."""
    return (each for each in screen.texts() if each.source == source)


def check_ways_out(screen: Screen, words: Wording, language: str) -> None:
    """Never a dead end: home, another language, a person to talk to; each button readable, and short enough for Telegram."""
    events = [each.event for each in presses(screen)]
    assert events, "a dead end"
    assert any(isinstance(each, e.Spoke) or (isinstance(each, e.Opened) and each.place is e.Place.LANGUAGE) for each in events)
    places = {each.place for each in events if isinstance(each, e.Opened)}
    if language:
        assert e.Place.ADVISER in places
        assert {e.Place.HOME, e.Place.HELP} & places
    assert all(is_readable(each.event) for each in presses(screen))
    lines = [*(each.label for each in presses(screen)), *(line for block in screen.blocks for line in block.lines)]
    assert all(words.word(line, language or "es").strip() for line in lines)


@cache
def is_readable(event: e.Pressable) -> bool:
    """Whether Telegram can carry a button that means this, and brings it back as it was."""
    written = write_button(event)
    return len(written.encode()) <= LIMIT and read_button(written) == event


def check_verdict(screen: Screen, book: Book, as_of: str) -> bool:
    """Whether a criterion's verdict is on the screen; it is the one of the dossier's own edition."""
    for found in says(screen, "Orientación: {verdict}"):
        code = next(str(title.values["code"]) for title in says(screen, "{code} · {name}"))
        profile = book.profile()
        assert profile is not None
        came_to = assess(book.edition, profile, book.said(), as_of).criteria[code][0]
        assert _source(found.values["verdict"]) == _label(book.edition.settings["resultados"], came_to)
        return True
    return False


def check_result(screen: Screen, book: Book, as_of: str) -> bool:
    """Whether the result is on the screen; it is the one of the dossier's own edition."""
    for found in says(screen, "Orientación: {band}"):
        profile = book.profile()
        assert profile is not None
        sheet = assess(book.edition, profile, book.said(), as_of)
        assert _source(found.values["band"]) == next(
            each["nombre"] for each in book.edition.settings["bandas"] if each["id"] == sheet.band
        )
        overall = next(says(screen, "Índice general: {percent} %"))
        assert overall.values["percent"] == int(sheet.overall * 100)
        return True
    return False


def check_progress(screen: Screen, book: Book, as_of: str) -> bool:
    """Whether a screen says how far the work is; it counts what is on the journey."""
    for found in says(screen, "Respuestas: {count} de {total}"):
        journey = book.journey(as_of)
        answered = sum(each in book.answers for each in journey)
        assert (found.values["count"], found.values["total"]) == (answered, len(journey))
        return True
    return False


def _source(text: object) -> str:
    assert isinstance(text, Text)
    return text.source if isinstance(text, Say) else text.written


def _label(labels: Node, verdict: str) -> str:
    words = {"meets": "cumple", "partly": "en_parte", "not_met": "aun_no", "pending": "falta", "not_applicable": "no_aplica"}
    return str(labels[words[verdict]])
