"""«Esto está mal», and what is counted of questions."""

from dataclasses import replace

import pytest

from bot.dialogue.errands import CountQuestion, DoubtService
from bot.dialogue.events import Opened, Place, Started
from bot.dialogue.known_data import known_data
from bot.dialogue.scene import Scene
from bot.dialogue.turn import Content
from content.offering import Directory
from tests.dialogue.chat import Chat
from tests.dialogue.test_services import _at_services, _service, _with

THANKS = "Gracias. Avisamos a quien puede corregirlo."
ALREADY = "Usted ya nos avisó de esto. Gracias: quien puede corregirlo ya lo sabe."


def _card(content: Content) -> Chat:
    return _at_services(_with(content, _service())).write("visa en San Antonio").press("Mapa y más opciones")


def test_one_press_and_a_few_words(content: Content) -> None:
    chat = _card(content).press("Esto está mal").write("ya no  atienden\nlos lunes")
    assert chat.errands == [DoubtService("0123456789abcdef", "es", "ya no atienden los lunes")]
    assert chat.text.splitlines()[:2] == [THANKS, "Programa Migrantes"]


def test_the_words_are_not_needed(content: Content) -> None:
    chat = _card(content).press("Esto está mal", "Enviar sin escribir")
    assert chat.errands == [DoubtService("0123456789abcdef", "es")]
    assert chat.person.standing.place is Place.SERVICE


@pytest.mark.parametrize(("typed", "says"), [("soy 12.345.678-9", "traía un RUT"), ("x" * 201, "Es muy largo.")])
def test_what_is_not_sent_is_said(content: Content, typed: str, says: str) -> None:
    chat = _card(content).press("Esto está mal").write(typed)
    assert says in chat.text
    assert chat.errands == []
    assert chat.person.standing.place is Place.DOUBTING


def test_one_person_says_it_once(content: Content) -> None:
    chat = _card(content).press("Esto está mal", "Enviar sin escribir", "Esto está mal")
    assert ALREADY in chat.text
    assert "Enviar sin escribir" not in chat.buttons()
    assert chat.write("sigue mal").text.splitlines()[0] == ALREADY
    assert len(chat.errands) == 1


def test_another_service_may_be_wrong_too_and_another_person_may_say_so(content: Content) -> None:
    chat = _card(content).press("Esto está mal", "Enviar sin escribir")
    other = replace(content, directory=Directory((_service(), _service(id="f" * 16)), content.communes))
    chat.content = other
    chat.happens(Opened(Place.DOUBTING, "f" * 13 + "f@@@")).press("Enviar sin escribir")
    assert len(chat.errands) == 2
    assert _card(content).press("Esto está mal", "Enviar sin escribir").errands == chat.errands[:1]


def test_what_somebody_found_wrong_is_shown_to_them(content: Content) -> None:
    chat = _card(content).press("Esto está mal", "Enviar sin escribir")
    assert '"servicios_que_dijo_que_estan_mal": [\n    "Programa Migrantes"' in known_data(
        Scene(chat.content, chat.state, chat.now)
    )


def test_whoever_thinks_better_of_it_sends_nothing(content: Content) -> None:
    chat = _card(content).press("Esto está mal", "Volver")
    assert (chat.errands, chat.person.standing.place) == ([], Place.SERVICE)


def test_a_service_that_is_gone_is_doubted_by_nobody(content: Content) -> None:
    chat = Chat.of(content).happens(Opened(Place.DOUBTING, "0000000000000f@HEALTH@@")).write("está mal")
    assert "ya no está en el directorio" in chat.text
    assert chat.errands == []


def _counts(chat: Chat) -> list[tuple[str, str, str]]:
    return [(each.commune, each.category, each.ending) for each in chat.counts]


def test_a_question_is_counted_by_how_it_ended(content: Content) -> None:
    chat = _at_services(_with(content, _service()), "ht").write("visa en San Antonio", "el horóscopo de hoy", "papeles")
    assert _counts(chat) == [("05601", "MIG-STATUS", "found"), ("05601", "", "none"), ("05601", "MIG-STATUS", "unsure")]
    assert chat.counts[0] == CountQuestion("2026-11", "05601", "MIG-STATUS", "ht", "found")


def test_what_found_no_good_answer_is_counted_in_our_own_terms_alone(content: Content) -> None:
    chat = _at_services(_with(content, _service())).write("visa y médico en San Antonio")
    chat.write("Soy Yuleisy Médicoli Quispe, RUT 12.345.678-5: el DOCTOR no me atiende, ni en urgensia ni en el kesfam 133")
    chat.write("papeles de xkqz Wislandia 987654321")
    assert [each.ending for each in chat.counts] == ["found", "none", "unsure"]
    assert [set(each.terms) for each in chat.counts] == [set(), {"médico", "cédula", "policía urgente"}, set()]
    assert {term for each in chat.counts for term in each.terms} <= content.asked_for.terms


def test_a_topic_without_a_service_is_not_found(content: Content) -> None:
    chat = _at_services(_with(content)).press("🏥 Salud")
    assert _counts(chat) == [("", "HEALTH", "none")]


def test_coming_back_asks_nothing_new(content: Content) -> None:
    chat = _at_services(_with(content, _service())).write("visa en San Antonio").press("Mapa y más opciones", "Volver")
    chat.press("Mapa y más opciones", "Esto está mal", "Enviar sin escribir", "Volver").press("Idioma", "English")
    assert len(chat.counts) == 1
    assert Chat.of(content).happens(Started()).happens(Opened(Place.SERVICES)).counts == []
