"""Danger before anything else: the number first, in any place and language, with nothing behind it, and nothing lost."""

import pytest

from bot.dialogue.cases import CaseKind, Hat
from bot.dialogue.events import Accepted, Opened, Place, Sent
from bot.dialogue.screen import Link
from bot.dialogue.turn import Content
from content.danger import Danger
from content.kinds import Writing
from content.languages import LANGUAGES
from tests.dialogue.cases import asked, opened, with_desk
from tests.dialogue.chat import Chat

ADVISER = "Hablar con una persona"
CRY = "mi marido me quiere matar"


def is_shown(chat: Chat, danger: Danger = Danger.VIOLENCE) -> bool:
    text = chat.content.danger.texts[danger]
    lines = chat.text.splitlines()
    return chat.word(text.lines[0]) in lines[:2] and text.numbers[0] in chat.word(text.lines[0])


@pytest.mark.parametrize("place", [each for each in Place if each is not Place.ADVISER])
def test_in_every_place(content: Content, place: Place) -> None:
    chat = Chat.of(content).start().outcome(Accepted("05109", focal_point=True)).write("Ana Pérez", "Asesora")
    chat.happens(Opened(place))
    before = chat.state
    assert is_shown(chat.write(CRY))
    assert chat.state.dossier == before.dossier
    assert CRY not in str(chat.state)


def test_before_any_language_was_chosen(content: Content) -> None:
    chat = Chat.of(content, language="").start().write("mari m ap bat mwen")
    assert is_shown(chat)
    chat.press(ADVISER).write("estoy en el baño")
    assert asked(chat)[0].kind is CaseKind.DISTRESS


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_every_language_with_the_number_in_the_first_line(content: Content, language: str) -> None:
    for danger in Danger:
        chat = Chat.of(content, language=language).happens(Opened(Place.DANGER, danger))
        assert is_shown(chat, danger)
        assert all(number in chat.text for number in content.danger.texts[danger].numbers)


def test_below_a_photo(content: Content) -> None:
    chat = Chat.of(content).start().happens(Sent("ana:1", "f", "", "image/jpeg", 9, caption=CRY))
    assert is_shown(chat)


def test_whoever_says_no_more_is_shown_the_general_text(content: Content) -> None:
    for place in (Place.HOME, Place.SERVICES):
        assert is_shown(Chat.of(content).start().happens(Opened(place)).press("Estoy en peligro"), Danger.GENERAL)


def test_an_answer_in_words_is_kept(content: Content) -> None:
    question = next(each for each in content.current.questions() if isinstance(each.kind, Writing))
    chat = Chat.of(content).start().outcome(Accepted("05109", focal_point=True)).write("Ana Pérez", "Asesora")
    chat.press("No lo ha tenido", "No", "No")
    for _ in range(200):
        chat.happens(Opened(Place.QUESTION, question.id))
        if chat.person.standing.about == question.id:
            break
        _answer(chat)
    assert chat.person.standing.about == question.id
    assert is_shown(chat.write(f"{CRY}, dijo una vecina"))
    assert chat.state.dossier is not None
    assert question.id in chat.state.dossier.answers
    assert chat.press("Volver").person.standing.place in (Place.QUESTION, Place.VERDICT)


def test_a_number_s_question_keeps_nothing_of_it(content: Content) -> None:
    chat = Chat.of(content).start().press("Trabajo en municipalidad", "Practicar").write(CRY)
    assert is_shown(chat)
    assert "matar" not in str(chat.state)
    assert chat.press("Volver").person.standing.place is Place.QUESTION


def test_to_a_person_it_goes_as_the_first_thing_they_read(content: Content) -> None:
    chat = Chat.of(with_desk(content)).start().press(ADVISER).write(CRY)
    assert is_shown(chat)
    [errand] = asked(chat)
    assert (errand.kind, errand.text) == (CaseKind.DISTRESS, CRY)
    opened(chat, kind=CaseKind.DISTRESS)
    assert is_shown(chat), "the number stays on the screen"
    assert "D-2026-0017" in chat.text
    chat.write("estoy escondida")
    assert asked(chat)[-1].case == "17"
    chat.write(CRY)
    assert chat.turn is not None
    assert chat.turn.screen is None, "a person has it, and the numbers were shown"
    assert len(asked(chat)) == 3


def test_in_a_case_about_something_else_the_number_is_shown_and_the_words_go_on_to_the_person(content: Content) -> None:
    chat = opened(Chat.of(with_desk(content)).start().press(ADVISER).write("hola")).write("quiero matarme")
    assert is_shown(chat, Danger.SELF_HARM)
    assert [each.text for each in asked(chat)] == ["hola", "quiero matarme"]
    chat.write("estoy sola")
    assert [each.case for each in asked(chat)[1:]] == ["17", "17"]
    assert chat.person.standing.place is Place.ADVISER


def test_asking_for_a_person_from_there_is_one_s_own_matter_and_comes_first(content: Content) -> None:
    chat = Chat.of(with_desk(content)).start().outcome(Accepted("05109", focal_point=True)).write("Ana Pérez", "Asesora")
    chat.write(CRY).press(ADVISER).write("ayúdeme")
    [errand] = asked(chat)
    assert (errand.hat, errand.kind, errand.commune, errand.stood) == (Hat.NEIGHBOUR, CaseKind.DISTRESS, "", None)


def test_a_rut_does_not_keep_the_number_away(content: Content) -> None:
    chat = Chat.of(with_desk(content)).start().press(ADVISER).write(f"{CRY}, soy 12.345.678-5")
    assert is_shown(chat)
    assert asked(chat) == []


def test_a_short_screen_and_a_way_to_leave(content: Content) -> None:
    chat = Chat.of(content).start().write(CRY)
    short = content.danger.texts[Danger.VIOLENCE].short
    chat.press(chat.word(content.danger.short_button))
    assert chat.text.splitlines() == [chat.word(line) for line in short]
    assert chat.press(chat.word(content.danger.leave_button)).person.standing.place is Place.HOME


def test_another_language_shows_the_same_text_again(content: Content) -> None:
    chat = Chat.of(content).start().write(CRY).press("Idioma", "Kreyòl ayisyen")
    assert is_shown(chat)


@pytest.mark.parametrize("text", ["¿Dónde saco hora al médico?", "Quiero pedir el Sello", "4", "Sí"])
def test_other_words_are_not_taken_for_it(content: Content, text: str) -> None:
    assert Chat.of(content).start().write(text).person.standing.place is Place.HOME


def test_nothing_of_it_leads_out_of_the_chat(content: Content) -> None:
    chat = Chat.of(content).start().write(CRY)
    assert chat.screen is not None
    assert not [each for row in chat.screen.rows for each in row if isinstance(each, Link)]


def _answer(chat: Chat) -> None:
    chat.happens(Opened(Place.QUESTION))
    for label in ("Sí", "Lo adjunto después", "Aún no lo sé"):
        if label in chat.buttons():
            chat.press(label)
            return
    chat.happens(chat.presses()[0].event)
