"""Language first, by its own name; changed anywhere with nothing lost."""

import pytest

from bot.dialogue.events import Opened, Place, Spoke
from bot.dialogue.turn import Content
from content.languages import ENDONYMS
from tests.dialogue.chat import Chat


def test_the_first_screen_is_the_languages_and_nothing_else(content: Content) -> None:
    chat = Chat.of(content, language="").start()
    assert chat.buttons() == list(ENDONYMS.values())
    assert [press.event for press in chat.presses()] == [Spoke(code) for code in ENDONYMS]


def test_each_language_is_asked_for_in_itself(content: Content) -> None:
    lines = Chat.of(content, language="").start().text.splitlines()
    assert len(lines) == len(set(lines)) == len(ENDONYMS)


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("kreyòl", "ht"),
        ("KREYOL AYISYEN", "ht"),
        ("English", "en"),
        ("portugues", "pt_BR"),
        ("中文", ""),
        ("简体中文", "zh_Hans"),
        ("zh-CN", "zh_Hans"),
        ("ay", ""),
    ],
)
def test_a_language_may_be_typed_before_one_is_chosen(content: Content, typed: str, language: str) -> None:
    assert Chat.of(content, language="").start().write(typed).person.language == language


def test_what_a_link_was_for_waits_behind_the_language(content: Content) -> None:
    chat = Chat.of(content, language="").start("inv_ABCD1234").press("Español")
    assert chat.person.standing.place is Place.INVITATION


def test_a_switch_in_the_middle_of_a_question_comes_back_to_it(content: Content) -> None:
    chat = Chat.of(content).start().press("Trabajo en municipalidad", "Practicar", "Por qué preguntamos")
    stood = chat.person.standing
    chat.press("Idioma", "Kreyòl ayisyen")
    assert (chat.person.standing, chat.person.language, chat.person.left) == (stood, "ht", None)


def test_looking_at_the_languages_and_going_back_changes_nothing(content: Content) -> None:
    chat = Chat.of(content).start().press("Trabajo en municipalidad", "Practicar").write("no sé qué poner")
    before = chat.person
    chat.press("Idioma")
    assert "Volver" in chat.buttons()
    assert chat.press("Volver").person == before


def test_a_language_that_is_not_offered_is_said_and_the_six_are_offered(content: Content) -> None:
    chat = Chat.of(content).start().happens(Opened(Place.LANGUAGE, "ay"))
    assert chat.text.startswith("Todavía no hablamos ese idioma.")
    assert set(ENDONYMS.values()) <= set(chat.buttons())
    assert chat.person.language == "es"
