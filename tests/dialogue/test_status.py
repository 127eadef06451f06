"""Where the dossier is: nothing ever says that the State decided."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.dialogue.dossier import Author, Receipt, Sending
from bot.dialogue.events import Accepted, Opened, Place
from bot.dialogue.turn import Content
from tests.dialogue.chat import NOON, Chat


def official(content: Content) -> Chat:
    return Chat.of(content).start().outcome(Accepted("05109")).write("Ana Pérez", "Asesora").press("No lo ha tenido", "No", "No")


def asking(chat: Chat) -> Chat:
    return chat.happens(Opened(Place.STATUS))


def handed_over(chat: Chat, *receipts: Receipt, round: int) -> Chat:
    assert chat.state.municipal is not None
    chat.state = replace(chat.state, municipal=replace(chat.state.municipal, receipts=receipts, round=round))
    return chat


FIRST = Receipt(1, "SM-0001", datetime(2026, 11, 20, 15, tzinfo=UTC), "ab" * 32)
SECOND = Receipt(2, "SM-0002", datetime(2026, 11, 22, 15, tzinfo=UTC), "cd" * 32, replaces="SM-0001")


def test_before_there_is_a_dossier(content: Content) -> None:
    chat = asking(Chat.of(content))
    assert "Aquí aún no hay un expediente." in chat.text
    assert chat.press("Empezar").person.standing.place is Place.OFFICIAL


def test_while_it_is_filled_in(content: Content) -> None:
    chat = asking(official(content))
    assert "La prepostulación aún no se entrega." in chat.text
    assert "Quedó en:" in chat.text
    assert chat.word(content.current.disclaimer) in chat.text


def test_while_it_is_on_its_way(content: Content) -> None:
    chat = official(content)
    assert chat.state.municipal is not None
    sending = Sending(Author("ana", "Ana Pérez", "Asesora"), NOON, "es")
    chat.state = replace(chat.state, municipal=replace(chat.state.municipal, sending=sending))
    assert "va en camino" in asking(chat).text
    for place in (Place.STATUS, Place.HOME, Place.REVIEW):
        buttons = chat.happens(Opened(place)).buttons()
        assert "Ver si llegó" in buttons
        assert "Ver comprobante" not in buttons, "there is none yet"
    assert "Ver si llegó" in chat.press("Ver si llegó").buttons()


def test_once_it_is_handed_over(content: Content) -> None:
    chat = asking(handed_over(official(content), FIRST, round=1))
    assert "Folio SM-0001, recibida el 20 de noviembre de 2026" in chat.text
    assert all(chat.word(line) in chat.text for line in content.help.after_handing_over)
    assert chat.press("Ver comprobante").person.standing.place is Place.RECEIPT


def test_while_it_is_corrected_and_afterwards_each_round_is_listed_newest_first(content: Content) -> None:
    chat = asking(handed_over(official(content), FIRST, round=2))
    assert "Está corrigiendo la entrega SM-0001." in chat.text
    lines = asking(handed_over(chat, FIRST, SECOND, round=2)).text.splitlines()
    folios = [line for line in lines if line.startswith("Folio")]
    assert [line.split(",")[0] for line in folios] == ["Folio SM-0002", "Folio SM-0001"]
    assert folios[0].endswith("Reemplaza a SM-0001.")
