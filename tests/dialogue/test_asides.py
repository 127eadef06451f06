"""What one only looks at: help, privacy, one's data, a person to talk to. From each, back to where one was."""

import json
from typing import Any

import pytest

from bot.dialogue.events import Accepted, Opened, Place
from bot.dialogue.screen import DataFile
from bot.dialogue.turn import Content
from bot.telegram.buttons import write_button
from tests.dialogue.chat import Chat


def at_a_question(content: Content) -> Chat:
    chat = Chat.of(content).start().press("Trabajo en municipalidad", "Practicar", "No lo ha tenido", "No", "No")
    return chat.press("Continuar", "Ver un ejemplo")


@pytest.mark.parametrize("place", [Place.LANGUAGE, Place.ADVISER, Place.PRIVACY, Place.HELP, Place.MY_DATA])
def test_back_to_where_one_was(content: Content, place: Place) -> None:
    chat = at_a_question(content)
    before = chat.person
    chat.happens(Opened(place))
    assert chat.person.standing.place is place
    assert chat.press("Volver").person == before


def test_one_aside_after_another_still_leads_back(content: Content) -> None:
    chat = at_a_question(content)
    before = chat.person.standing
    chat.happens(Opened(Place.HELP)).press("Privacidad", "3", "Volver", "Ver mis datos", "Borrar mis datos", "Cancelar")
    assert chat.person.standing == before


def test_the_way_back_fits_into_a_button_whatever_was_typed_before(content: Content) -> None:
    chat = Chat.of(content).start().press("Trabajo en municipalidad", "Buscar mi municipalidad").write("ñuñoa | 市镇 " * 9)
    typed = chat.text
    chat.press("Idioma")
    assert all(write_button(press.event) for press in chat.presses())
    assert chat.press("Volver").text == typed


def test_from_home_there_is_only_home(content: Content) -> None:
    chat = Chat.of(content).start().press("Ayuda")
    assert "Volver" not in chat.buttons()
    assert chat.press("Inicio").person.standing.place is Place.HOME


def test_a_person_to_talk_to_says_that_no_desk_is_connected(content: Content) -> None:
    chat = at_a_question(content).press("Hablar con una persona")
    assert chat.word(content.help.no_desk) in chat.text
    assert all(channel.address in chat.text for channel in content.help.channels)


def test_the_languages_lead_back_to_the_aside_they_were_opened_from(content: Content) -> None:
    chat = at_a_question(content)
    before = chat.person.standing
    chat.press("Hablar con una persona", "Idioma", "Português (Brasil)")
    assert chat.person.standing.place is Place.ADVISER
    chat.press("Idioma", "Voltar")
    assert chat.person.standing.place is Place.ADVISER
    assert chat.press("Voltar").person.standing == before


def test_the_notice_in_full_says_everything(content: Content) -> None:
    chat = Chat.of(content).happens(Opened(Place.PRIVACY, "all"))
    for section in content.help.privacy:
        assert all(chat.word(text) in chat.text for text in (section.title, *section.paragraphs))


def test_the_notice_by_sections(content: Content) -> None:
    for number, section in enumerate(content.help.privacy, start=1):
        chat = Chat.of(content).happens(Opened(Place.PRIVACY)).press(str(number))
        assert [chat.word(text) in chat.text for text in section.paragraphs] == [True] * len(section.paragraphs)
        assert chat.press("Volver").person.standing.about == ""


def test_a_section_that_is_none_shows_the_contents(content: Content) -> None:
    assert Chat.of(content).happens(Opened(Place.PRIVACY, "99")).text == Chat.of(content).happens(Opened(Place.PRIVACY)).text


def test_help_names_the_commands(content: Content) -> None:
    lines = Chat.of(content).start().press("Ayuda").text.splitlines()
    named = {line.split(":")[0] for line in lines if line.startswith("/")}
    assert {
        "/requisitos",
        "/autoevaluacion",
        "/avance",
        "/estado",
        "/persona",
        "/privacidad",
        "/misdatos",
        "/borrar",
        "/idioma",
    } <= named


def data_of(chat: Chat) -> Any:
    chat.happens(Opened(Place.MY_DATA))
    assert chat.screen is not None
    [file] = chat.screen.attachments
    assert isinstance(file, DataFile)
    return json.loads(file.text)


def test_my_data_is_all_of_the_practice_in_words(content: Content) -> None:
    facts = data_of(at_a_question(content))
    assert facts["idioma"] == "Español"
    answers = facts["practica"]["respuestas"]
    assert list(answers) == ["PF1", "PF2", "PF3"]
    assert answers["PF1"]["respuesta"] == ["No lo ha tenido"]


def test_my_data_has_no_colleague_in_it(content: Content) -> None:
    ana = (
        Chat.of(content)
        .start()
        .outcome(Accepted("05109", focal_point=True))
        .write("Ana Pérez", "Asesora")
        .press("No lo ha tenido")
    )
    bea = Chat.of(content, "bea").start().outcome(Accepted("05109")).beside(ana).write("Bea Soto", "Secretaria").press("Sí")
    facts = data_of(bea)
    assert "Ana" not in json.dumps(facts, ensure_ascii=False)
    assert facts["municipalidad"]["nombre"] == "Bea Soto"
    assert list(facts["en_el_expediente"]["respuestas"]) == ["PF2"]
