"""Forgetting: said first, done once, and only from its own screen."""

from dataclasses import replace

import pytest

from bot.dialogue.case_events import CaseClosed, CaseOpened
from bot.dialogue.cases import CaseKind, Hat, When
from bot.dialogue.dossier import Author
from bot.dialogue.errands import ForgetPerson
from bot.dialogue.events import Accepted, Confirmed, Opened, Place
from bot.dialogue.turn import Content
from tests.dialogue.chat import NOON, Chat


def member(content: Content) -> Chat:
    return Chat.of(content).start().outcome(Accepted("05109")).write("Ana Pérez", "Asesora").happens(Opened(Place.FORGETTING))


def test_what_goes_and_what_stays_is_said_first(content: Content) -> None:
    chat = member(content)
    assert all(chat.word(line) in chat.text for line in content.help.after_forgetting)
    assert "En el expediente de Viña del Mar quedará: Asesora." in chat.text
    assert chat.turn is not None
    assert chat.turn.state is not None


def test_the_last_yes_forgets(content: Content) -> None:
    chat = member(content).press("Sí, borrar todo")
    assert chat.turn is not None
    assert chat.turn.state is None
    assert chat.errands == [ForgetPerson("ana")]
    assert "Borramos lo que sabíamos de usted" in chat.text


def test_cancelling_keeps_everything(content: Content) -> None:
    chat = member(content)
    before = chat.state.municipal
    chat.press("Cancelar")
    assert chat.state.municipal == before
    assert chat.person.standing.place is not Place.FORGETTING


def test_a_stale_yes_forgets_nothing(content: Content) -> None:
    chat = member(content).press("Cancelar").happens(Confirmed("forget"))
    assert chat.person.membership is not None
    assert chat.errands == []
    assert chat.hint


def test_whose_answer_was_last_is_said_with_the_post_once_they_are_forgotten(content: Content) -> None:
    chat = Chat.of(content).start().outcome(Accepted("05109")).write("Ana Pérez", "Asesora")
    chat.press("No lo ha tenido", "Sí", "Sí, hace 2 años o más", "Continuar", "No se ha iniciado").happens(Opened(Place.TASKS))
    assert "Última respuesta: Ana Pérez, " in chat.text
    dossier = chat.state.municipal
    assert dossier is not None
    forgotten = {id: replace(given, by=Author("", "", given.by.post)) for id, given in dossier.answers.items()}
    chat.state = replace(chat.state, municipal=replace(dossier, answers=forgotten))
    assert "Última respuesta: Asesora, " in chat.happens(Opened(Place.TASKS)).text


def asked(content: Content) -> Chat:
    """Somebody with an open case."""
    chat = Chat.of(replace(content, has_desk=True)).start().happens(Opened(Place.ADVISER)).write("¿Sirve un oficio?")
    return chat.outcome(CaseOpened("1", "D-2026-AB12", Hat.NEIGHBOUR, CaseKind.QUESTION, NOON, When.WORKING_HOURS))


@pytest.mark.parametrize("place", [Place.FORGETTING, Place.MY_DATA])
def test_what_becomes_of_cases_is_said(content: Content, place: Place) -> None:
    chat = asked(content)
    assert "Tiene 1 caso abierto con el equipo." in chat.happens(Opened(place)).text
    chat.outcome(CaseClosed("1")).happens(Opened(place))
    assert "caso abierto" not in chat.text
    assert ("casos cerrados" if place is Place.FORGETTING else "el estado de sus casos") in chat.text
    assert "caso" not in Chat.of(content).start().happens(Opened(place)).text
