"""What the Seal is and what is required, for anybody to read."""

import pytest

from bot.dialogue.events import Accepted, Opened, Place
from bot.dialogue.turn import Content
from content.programme import Basis, Profile
from tests.dialogue.chat import Chat


def reading(content: Content, about: str = "") -> Chat:
    return Chat.of(content).happens(Opened(Place.REQUIREMENTS, about))


def test_every_criterion_is_two_presses_away(content: Content) -> None:
    for dimension in content.current.dimensions:
        codes = [criterion.code for criterion in dimension.criteria]
        chat = reading(content).press(dimension.id)
        assert [each for each in chat.buttons() if each in codes] == codes


def test_a_criterion_says_what_it_asks_means_and_where_that_was_read(content: Content) -> None:
    for criterion in content.current.criteria():
        chat = reading(content, criterion.code)
        for part in (
            criterion.must_exist,
            criterion.meaning,
            criterion.example,
            criterion.guidance[Profile.STARTING],
            criterion.signed_by,
        ):
            assert chat.word(part) in chat.text
        for source in criterion.sources:
            assert source.title in chat.text
            assert source.address is None or source.address in chat.text


@pytest.mark.parametrize("basis", Basis)
def test_what_is_asked_and_what_is_proposed_never_look_alike(content: Content, basis: Basis) -> None:
    said = {
        Basis.PUBLISHED: "Lo pide el programa",
        Basis.MIXED: "Lo pide el programa. El detalle es una propuesta, no requisito oficial.",
        Basis.PROPOSAL: "Propuesta, no requisito oficial",
    }
    criterion = next(each for each in content.current.criteria() if each.basis is basis)
    assert reading(content, criterion.code).text.splitlines()[1] == said[basis]


def test_examples_are_marked_as_proposals(content: Content) -> None:
    assert "son propuestas, no requisitos oficiales" in reading(content, "INS-1").text


def test_essential_is_said_where_it_is_and_only_there(content: Content) -> None:
    for criterion in content.current.criteria():
        assert ("Imprescindible" in reading(content, criterion.code).text) == criterion.essential


def test_the_way_there_is_the_one_for_their_profile(content: Content) -> None:
    chat = Chat.of(content).start().outcome(Accepted("05109")).write("Ana", "Asesora").press("Sí, vigente")
    chat.press("Sí").press("Sí, hace 2 años o más").write("diciembre de 2024").happens(Opened(Place.REQUIREMENTS, "INS-1"))
    assert chat.word(content.current.criterion("INS-1").guidance[Profile.REVALIDATION]) in chat.text
    assert chat.press("Ir a las preguntas").person.standing.about == "INS-1.1"


def test_nobody_else_is_sent_to_questions(content: Content) -> None:
    assert "Ir a las preguntas" not in reading(content, "INS-1").buttons()


def test_one_can_leaf_through_all_of_them_and_back(content: Content) -> None:
    codes = [each.code for each in content.current.criteria()]
    chat = reading(content, codes[0])
    assert "Anterior" not in chat.buttons()
    for code in codes[1:]:
        assert chat.press("Siguiente").person.standing.about == code
    assert "Siguiente" not in chat.buttons()
    assert chat.press("Anterior").person.standing.about == codes[-2]


def test_an_unknown_name_shows_them_all(content: Content) -> None:
    assert reading(content, "XYZ-9").text == reading(content).text


def test_what_the_seal_is_and_its_steps_carry_the_notice(content: Content) -> None:
    chat = Chat.of(content).happens(Opened(Place.ABOUT))
    assert chat.word(content.current.disclaimer) in chat.text
    assert all(chat.word(line) in chat.text for line in content.help.about)
    chat.press("Ver los pasos")
    assert all(chat.word(line) in chat.text for line in (*content.help.steps, content.help.steps_note))
