"""The criteria changed overnight: what changed is said, and what can stay stays."""

from dataclasses import replace

from bot.dialogue.dossier import Receipt
from bot.dialogue.events import Accepted, Confirmed, Opened, Place
from bot.dialogue.turn import Content
from content.answers import Chosen
from content.kinds import OneOf
from content.programme import Programme, Question
from content.sentences import told
from tests.dialogue.chat import NOON, Chat


def reworded(question: Question) -> Question:
    return replace(question, text=told("Otra pregunta", "perfil"))


def without_option(question: Question, id: str) -> Question:
    assert isinstance(question.kind, OneOf)
    return replace(question, kind=OneOf(tuple(option for option in question.kind.options if option.id != id)))


def newer(content: Content) -> Content:
    """An edition where PF1 reads otherwise, PF3 has lost its last option, and PF9 is new."""
    old = content.current
    first, second, third, *rest = old.profile_questions
    questions = (reworded(first), second, without_option(third, "c"), *rest, replace(second, id="PF9"))
    new: Programme = replace(old, edition="9.0.0", profile_questions=questions)
    return replace(content, editions={**content.editions, new.edition: new}, current=new)


def overnight(content: Content) -> Chat:
    chat = Chat.of(content).start().outcome(Accepted("05109")).write("Ana", "Asesora").press("No lo ha tenido", "Sí", "No")
    chat.content = newer(content)
    return chat.happens(Opened(Place.EDITION))


def test_a_dossier_stays_on_its_edition_until_somebody_decides(content: Content) -> None:
    chat = overnight(content)
    assert chat.state.municipal is not None
    assert chat.state.municipal.edition == content.current.edition
    assert chat.press("Seguir como estaba").state.municipal.edition == content.current.edition  # type: ignore[union-attr]


def test_what_changed_what_is_new_and_what_stays_is_counted(content: Content) -> None:
    lines = overnight(content).text.splitlines()
    assert {
        "2 preguntas cambiaron.",
        "1 pregunta es nueva.",
        "2 respuestas siguen.",
        "Hay que responder de nuevo 1 pregunta.",
    } <= set(lines)
    assert "PF1: Otra pregunta" in lines


def test_taking_them_along_keeps_what_can_still_be_read(content: Content) -> None:
    chat = overnight(content).press("Pasar mis respuestas")
    dossier = chat.state.municipal
    assert dossier is not None
    assert dossier.edition == "9.0.0"
    assert dossier.said() == {"PF1": Chosen(("c",)), "PF2": Chosen(("a",))}
    assert dossier.answers["PF1"].by.name == "Ana"
    assert chat.person.standing.about == "PF3"


def test_what_was_handed_over_is_not_touched(content: Content) -> None:
    chat = overnight(content)
    assert chat.state.municipal is not None
    chat.state = replace(chat.state, municipal=replace(chat.state.municipal, receipts=(Receipt(1, "SM-1", NOON, "ab"),)))
    chat.happens(Confirmed("edition", 1))
    assert chat.state.municipal is not None
    assert chat.state.municipal.edition == content.current.edition
    assert "Pasar mis respuestas" not in chat.happens(Opened(Place.EDITION)).buttons()


def test_a_doubled_press_does_it_once(content: Content) -> None:
    chat = overnight(content).press("Pasar mis respuestas")
    before = chat.state.municipal
    assert chat.happens(Confirmed("edition", 1)).state.municipal == before
