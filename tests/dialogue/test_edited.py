"""A message that is edited later: it mends what could not be read, and never answers another question."""

from decimal import Decimal

from bot.dialogue.events import Accepted, Opened, Place, Wrote
from bot.dialogue.turn import Content
from content.answers import Counted
from tests.dialogue.chat import Chat


def practising(content: Content) -> Chat:
    chat = Chat.of(content).start().press("Trabajo en municipalidad", "Practicar")
    return chat.press("No lo ha tenido", "Sí", "Sí, hace 2 años o más")


def answers(chat: Chat) -> dict[str, object]:
    assert chat.state.practice is not None
    return {id: given.answer for id, given in chat.state.practice.answers.items()}


def test_an_edited_message_does_not_answer_the_question_that_stands_now(content: Content) -> None:
    chat = practising(content).happens(Opened(Place.QUESTION, "ASO-3.1")).write("20")
    before = answers(chat)
    assert before["ASO-3.1"] == Counted(Decimal(20))
    for question in ("ASO-4.1", "ASO-3.1"):
        chat.happens(Opened(Place.QUESTION, question)).happens(Wrote("25", edited=True))
        assert answers(chat) == before
        assert "Ese mensaje ya es su respuesta" in chat.text


def test_what_could_not_be_read_is_mended_by_editing_it(content: Content) -> None:
    chat = practising(content).happens(Opened(Place.QUESTION, "ASO-3.1")).write("unas cuantas")
    assert "Usted escribió: «unas cuantas»." in chat.text
    chat.happens(Wrote("20", edited=True))
    assert answers(chat)["ASO-3.1"] == Counted(Decimal(20))


def test_an_edited_name_is_the_name_and_not_the_post(content: Content) -> None:
    chat = Chat.of(content).start().outcome(Accepted("05109")).write("Ana Peres")
    chat.happens(Wrote("Ana Pérez", edited=True))
    assert "Nombre: Ana Pérez" in chat.text
    assert chat.person.membership is None
