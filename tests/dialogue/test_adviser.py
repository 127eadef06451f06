"""A person to talk to: one case for many messages, nobody talking in between, two hats that never mix, and the truth."""

from dataclasses import replace

import pytest

from bot.dialogue.case_events import CaseAnswered, CaseClosed, CaseReopened, HelpOffered, NotAsked, Rated
from bot.dialogue.cases import CaseKind, CaseState, Enclosure, Hat, When
from bot.dialogue.errands import MendWords, Rate, Tell
from bot.dialogue.events import Accepted, Opened, Place, Wrote
from bot.dialogue.turn import Content
from tests.dialogue.cases import NEIGHBOUR, OFFICIAL, TOMORROW, asked, of_kind, opened, with_desk
from tests.dialogue.chat import Chat

ADVISER = "Hablar con una persona"


def member(content: Content) -> Chat:
    """A member of a municipality's dossier, at its first question after the profile."""
    chat = Chat.of(with_desk(content)).start().outcome(Accepted("05109", focal_point=True)).write("Ana Pérez", "Asesora")
    return chat.press("No lo ha tenido", "No", "No", "Continuar")


def neighbour(content: Content) -> Chat:
    return Chat.of(with_desk(content)).start().press(ADVISER)


def is_silent(chat: Chat) -> bool:
    assert chat.turn is not None
    return chat.turn.screen is None


def test_it_says_who_answers_and_when(content: Content) -> None:
    chat = neighbour(content)
    assert "de lunes a viernes, de 9:00 a 13:00 y de 14:00 a 18:00" in chat.text
    assert "Le responde una persona del equipo" in chat.text


def test_many_messages_of_any_kind_are_one_case_and_only_the_first_is_answered(content: Content) -> None:
    chat = neighbour(content).send_other("voice")
    assert "Recibimos su mensaje" in chat.text
    for again in (chat.write("hola"), chat.send("acta.pdf"), chat.send_other("location"), chat.write("otra cosa")):
        assert is_silent(again)
    assert len(chat.person.cases) == 1
    assert [each.enclosure.kind if each.enclosure else each.text for each in asked(chat)] == [
        "voice",
        "hola",
        "document",
        "location",
        "otra cosa",
    ]
    assert len({each.message for each in asked(chat)}) == 5
    assert "D-2026-0017" in opened(chat).text
    assert is_silent(chat.write("gracias"))
    assert asked(chat)[-1].case == "17"


@pytest.mark.parametrize(
    ("when", "said"),
    [(When.AFTER_HOURS, "fuera del horario"), (When.HOLIDAY, "feriado"), (When.WORKING_HOURS, "25 de noviembre de 2026, 12:30")],
)
def test_when_to_expect_an_answer(content: Content, when: When, said: str) -> None:
    chat = opened(neighbour(content).write("hola"), when=when)
    assert said in chat.text
    assert "25 de noviembre de 2026, 12:30" in chat.text


def test_the_truth_when_nobody_can_be_told(content: Content) -> None:
    chat = Chat.of(content).start().press(ADVISER)
    assert chat.word(content.help.no_desk) in chat.text
    chat.write("¿Hay alguien?")
    assert "Ahora no hay una persona conectada" in chat.text
    opened(chat, is_heard=False)
    assert "Ahora no hay una persona conectada" in chat.text
    assert "Esperamos responderle" not in chat.text
    assert all(channel.address in chat.text for channel in content.help.channels)


def test_what_goes_along_is_where_they_stood_and_no_file_and_no_rut(content: Content) -> None:
    chat = member(content).press("Nadie")
    question = chat.happens(Opened(Place.QUESTION, "INS-1.1")).person.standing.about
    assert question == "INS-1.1"
    chat.press(ADVISER).write("¿Qué hacemos?")
    [errand] = asked(chat)
    assert errand.stood is not None
    assert (errand.stood.place, errand.stood.question, errand.stood.said) == ("q", "INS-1.1", "Nadie")
    assert (errand.hat, errand.commune, errand.profile) == (Hat.OFFICIAL, "05109", "inicial")


@pytest.mark.parametrize("text", ["mi RUT es 12.345.678-5", "12345678-k", "soy 1.234.567-8, ayuda"])
def test_a_rut_is_not_sent_and_that_is_said(content: Content, text: str) -> None:
    chat = neighbour(content).write(text)
    assert "RUT y no lo enviamos" in chat.text
    assert asked(chat) == []
    assert chat.person.cases == ()
    opened(chat.write("hola")).write(text)
    assert "RUT y no lo enviamos" in chat.text
    assert len(asked(chat)) == 1


def test_a_rut_below_a_photo_or_in_a_file_s_name_is_not_sent_either(content: Content) -> None:
    assert asked(neighbour(content).send("12.345.678-5.pdf")) == []


def test_two_hats_never_mix(content: Content) -> None:
    chat = member(content).press(ADVISER).write("de trabajo")
    opened(chat, "1", OFFICIAL)
    chat.happens(Opened(Place.SERVICES)).press(ADVISER).write("mía")
    opened(chat, "2", NEIGHBOUR)
    assert [(each.hat, each.commune, each.case) for each in asked(chat)] == [(OFFICIAL, "05109", ""), (NEIGHBOUR, "", "")]
    chat.press("Inicio", ADVISER).write("de trabajo otra vez")
    chat.happens(Opened(Place.ADVISER, "2")).write("mía otra vez")
    assert [(each.hat, each.case) for each in asked(chat)[2:]] == [(OFFICIAL, "1"), (NEIGHBOUR, "2")]
    assert asked(chat)[-1].commune == asked(chat)[-1].profile == ""


def test_an_answer_changes_no_screen_and_its_button_opens_that_case(content: Content) -> None:
    chat = opened(member(content).press(ADVISER).write("hola"), hat=OFFICIAL).press("Volver")
    before = chat.person.standing
    assert is_silent(chat.outcome(CaseAnswered("17")))
    assert chat.person.standing == before
    assert chat.person.cases[0].state is CaseState.ANSWERED
    assert "D-2026-0017" in chat.happens(Opened(Place.ADVISER, "17")).text
    assert chat.press("Volver").person.standing == before


def test_where_a_question_stands_words_answer_it(content: Content) -> None:
    chat = opened(member(content).press(ADVISER).write("hola"), hat=OFFICIAL).press("Volver").write("4")
    assert len(asked(chat)) == 1
    assert chat.state.dossier is not None
    assert "INS-1.1" in chat.state.dossier.answers


def test_elsewhere_nobody_believes_that_it_arrived(content: Content) -> None:
    chat = opened(neighbour(content).write("hola")).press("Inicio").write("¿y?")
    assert "no llegó al equipo" in chat.text
    assert "Esperando respuesta, folio D-2026-0017" in chat.text
    assert chat.press("Ver D-2026-0017").person.standing.about == "17"


def test_a_change_goes_where_the_message_went_wherever_the_person_is(content: Content) -> None:
    chat = opened(neighbour(content).write("hora lunes"))
    chat.press("Inicio").edit("hora martes", "ana:1")
    assert of_kind(chat, MendWords) == [MendWords("ana:1", "hora martes")]
    assert is_silent(chat)
    chat.edit("12.345.678-5", "ana:1")
    assert "RUT" in chat.text
    assert len(of_kind(chat, MendWords)) == 1


def test_a_change_of_a_message_that_went_to_a_person_answers_no_question(content: Content) -> None:
    chat = opened(member(content).press(ADVISER).write("hola"), hat=OFFICIAL).press("Volver").write("nada de esto")
    chat.edit("4", "ana:3")
    assert of_kind(chat, MendWords) == [MendWords("ana:3", "4")]
    assert chat.state.dossier is not None
    assert "INS-1.1" not in chat.state.dossier.answers


def test_what_is_changed_below_a_file_goes_where_the_file_went_and_answers_nothing(content: Content) -> None:
    chat = opened(member(content).press(ADVISER).write("hola"), hat=OFFICIAL)
    chat.happens(Wrote("", edited=True, message="ana:3", is_caption=True))
    assert of_kind(chat, MendWords) == [MendWords("ana:3", "")]
    chat.press("Volver").write("nada de esto").happens(Wrote("4", edited=True, message="ana:99", is_caption=True))
    assert is_silent(chat)
    assert len(of_kind(chat, MendWords)) == 1
    assert chat.state.dossier is not None
    assert "INS-1.1" not in chat.state.dossier.answers


def test_closed_in_front_of_the_person_it_asks_whether_it_helped_and_once(content: Content) -> None:
    chat = opened(neighbour(content).write("hola")).outcome(CaseClosed("17", "Le llamamos."))
    assert "«Le llamamos.»" in chat.text
    chat.press("No me sirvió")
    assert of_kind(chat, Rate) == [Rate("17", helped=False)]
    assert "Me sirvió" not in chat.buttons()
    assert chat.happens(Rated("17", helped=True)).hint
    assert len(of_kind(chat, Rate)) == 1


def test_closed_elsewhere_the_question_comes_as_a_message_of_its_own(content: Content) -> None:
    chat = opened(neighbour(content).write("hola")).press("Inicio").outcome(CaseClosed("17"))
    assert is_silent(chat)
    [tell] = of_kind(chat, Tell)
    assert [chat.word(each) for each in (tell.label, *(other.label for other in tell.others))] == ["Me sirvió", "No me sirvió"]
    chat.happens(tell.event)
    assert of_kind(chat, Rate) == [Rate("17", helped=True)]


def test_writing_to_a_closed_case_opens_it_again_and_asking_anew_does_not(content: Content) -> None:
    chat = opened(neighbour(content).write("hola")).outcome(CaseClosed("17")).write("algo más")
    assert asked(chat)[-1].case == "17"
    assert not is_silent(chat)
    chat.outcome(CaseReopened("17", TOMORROW, When.AFTER_HOURS))
    assert "fuera del horario" in chat.text
    chat.outcome(CaseClosed("17")).press("Inicio", ADVISER).write("otra cosa")
    assert asked(chat)[-1].case == ""


def test_what_could_not_be_brought_to_anybody_is_said(content: Content) -> None:
    chat = neighbour(content).write("hola").outcome(NotAsked(NEIGHBOUR, CaseKind.QUESTION))
    assert "No pudimos llevar su mensaje" in chat.text
    assert chat.person.cases == ()
    assert not is_silent(chat.write("hola"))


def test_a_case_that_this_chat_does_not_know_is_not_spoken_of(content: Content) -> None:
    chat = Chat.of(content).start()
    before = chat.person
    for event in (CaseAnswered("9"), CaseClosed("9"), CaseReopened("9"), NotAsked(NEIGHBOUR, CaseKind.QUESTION)):
        assert is_silent(chat.outcome(event))
    assert is_silent(opened(chat, "9"))
    assert chat.person == before
    assert chat.errands == []


def test_help_is_offered_once_and_can_be_declined(content: Content) -> None:
    chat = member(content)
    chat.reports.clear()
    chat.outcome(HelpOffered())
    [offer] = of_kind(chat, Tell)
    chat.happens(offer.others[0].event)
    assert "No volveremos a ofrecerla" in chat.text
    assert [each.kind for each in chat.reports] == ["help_offered", "help_declined"]
    assert is_silent(chat.outcome(HelpOffered()))
    assert len(of_kind(chat, Tell)) == 1


def test_help_is_offered_to_no_neighbour(content: Content) -> None:
    assert Chat.of(content).start().outcome(HelpOffered()).errands == []


def test_a_photo_says_that_it_is_one(content: Content) -> None:
    chat = neighbour(content)
    chat.send("", size=9)
    assert asked(chat)[0].enclosure == Enclosure("photo", size=9)


def test_words_of_nothing_but_blanks_open_no_case(content: Content) -> None:
    chat = neighbour(content).happens(Wrote("   ", message="ana:1"))
    assert asked(chat) == []
    assert chat.person.cases == ()


def test_only_the_last_closed_cases_are_kept(content: Content) -> None:
    chat = neighbour(content)
    for number in range(10, 20):
        opened(chat.press("Inicio", ADVISER).write("hola"), str(number)).outcome(CaseClosed(str(number)))
    assert [each.id for each in chat.person.cases][-1] == "19"
    assert len(chat.person.cases) <= 6
    assert chat.content == replace(content, has_desk=True)
