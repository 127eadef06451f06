"""What somebody in danger reads first: confirmed numbers, on one screen, in every language."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from content.danger import CONFIRMED, Danger
from content.languages import LANGUAGES
from content.reading import CONTENT, ContentMistakes, read_danger, read_support
from content.sentences import Say, Text
from content.wording import Wording
from tests.content.desk import Desk

TEXTS = "apoyo/peligro.yaml"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    copytree(CONTENT / "apoyo", tmp_path / "apoyo")
    copytree(CONTENT / "ayuda", tmp_path / "ayuda")
    return Desk(tmp_path)


def test_each_danger_has_its_number_first() -> None:
    texts = read_danger().texts
    first = {danger: text.numbers[0] for danger, text in texts.items()}
    assert first == {
        Danger.MEDICAL: "131",
        Danger.SELF_HARM: "131",
        Danger.TRAFFICKING: "134",
        Danger.CHILD: "133",
        Danger.VIOLENCE: "133",
        Danger.GENERAL: "133",
    }
    assert {number for text in texts.values() for number in text.numbers} <= set(CONFIRMED)


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_every_language_the_number_comes_first_and_the_screen_is_calm(language: str) -> None:
    wording = Wording.load()
    for text in read_danger().texts.values():
        lines = [wording.word(line, language) for line in text.lines]
        assert lines[0].startswith("🆘")
        assert text.numbers[0] in lines[0]
        assert all(number in " ".join(lines) for number in text.numbers)
        assert not any(sign in " ".join(lines) for sign in "!¡！")
        assert wording.shortfall([*text.lines, *text.short], language) is None


def test_no_help_depends_on_papers_a_name_or_a_place() -> None:
    said = " ".join(line.source for text in read_danger().texts.values() for line in text.lines).lower()
    for asked in ("rut", "su nombre", "documento", "pasaporte", "dónde vive", "su dirección"):
        assert asked not in said


def test_the_short_screen_shows_the_number_and_no_danger() -> None:
    for text in read_danger().texts.values():
        first, *rest = text.short
        assert first != text.lines[0]
        assert _spanish(first) == text.numbers[0]
        assert not any("🆘" in _spanish(each) for each in rest)


def test_the_sentence_about_being_watched_names_its_button() -> None:
    texts = read_danger()
    assert texts.watched.values == {"boton": texts.short_button}


def _spanish(text: Text) -> str:
    return text.source if isinstance(text, Say) else text.written


@pytest.mark.parametrize(
    ("old", "new", "what", "remedy"),
    [
        ("¿Es otra persona? Llame al 131", "¿Es otra persona? Llame al *4141", "*4141 no está confirmado", "131, 133, 134, 1455"),
        ('"134", "133", "1455"', '"134", "133"', "El 1455 está en «numeros» o en «lineas»", "en los dos"),
        ('numeros: ["133", "1455", "131"]', 'numeros: ["1455", "133", "131"]', "no dice el primer número", "🆘"),
        ("Diga qué pasa.", "¡Diga qué pasa!", "signo de exclamación", "Quítelo"),
        ("Aleje lo que", "🏠 Aleje lo que", "otro emoji", "Deje solo"),
        ('- "Aleje lo que', '- "Respire."\n  - "Aleje lo que', "Hay 5 líneas", "una pantalla"),
        ("trata:", "tráfico:", "Falta «trata»", "Agregue"),
        ("Pulse «{boton}»", "Pulse «{botón}»", "llave que no conocemos", "{boton}"),
    ],
)
def test_a_slip_is_named(desk: Desk, old: str, new: str, what: str, remedy: str) -> None:
    desk.edit(TEXTS, old, new)
    assert any(what in each and remedy in each for each in _complaints(read_danger, desk.folder))


def test_replies_have_a_title_that_fits_and_the_hours_of_the_desk() -> None:
    replies = read_support().replies
    assert 10 <= len(replies) <= 15
    assert all(0 < len(reply.title) <= 24 and reply.paragraphs for reply in replies.values())
    hours = Wording.load().word(replies["horario"].paragraphs[0], "es")
    assert "de 9:00 a 18:00" in hours
    assert "de 13:00 a 14:00" in hours


@pytest.mark.parametrize("language", LANGUAGES)
def test_replies_are_translated(language: str) -> None:
    said = [paragraph for reply in read_support().replies.values() for paragraph in reply.paragraphs]
    assert Wording.load().shortfall(said, language) is None


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("id: corregir", "id: recibido", "«recibido» está dos veces"),
        ('"Vamos a averiguarlo"', '"Vamos a averiguarlo y le contamos"', "tiene 33 caracteres"),
        ('"Palabras de cierre"', '"Horario del equipo"', "«Horario del equipo» está dos veces"),
        ("{pausa_hasta}.", "{pausa_fin}.", "llave que no conocemos"),
    ],
)
def test_a_slip_in_the_replies_is_named(desk: Desk, old: str, new: str, what: str) -> None:
    desk.edit("apoyo/respuestas.yaml", old, new)
    assert any(what in each for each in _complaints(read_support, desk.folder))


def _complaints(read: Callable[[Path], object], folder: Path) -> list[str]:
    with pytest.raises(ContentMistakes) as mistakes:
        read(folder)
    return [str(each) for each in mistakes.value.complaints]
