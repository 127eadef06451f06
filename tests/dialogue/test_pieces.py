"""What an evidence question says of the files under it."""

from bot.dialogue.events import NotFetched, Opened, Place, Sent
from bot.dialogue.turn import Content
from tests.dialogue.chat import Chat

TWO_ITEMS = "ADH-1.2"


def test_a_file_that_was_not_kept_is_not_asked_what_it_shows(content: Content) -> None:
    chat = _asked(content).send("acta.pdf")
    assert "¿Qué muestra «acta.pdf»?" in chat.text
    chat.outcome(NotFetched("ana:1", "type"))
    assert "«acta.pdf» no se guardó" in chat.text
    assert "¿Qué muestra" not in chat.text
    assert "Carta de Compromiso firmada" not in chat.buttons()


def test_photos_have_a_name_to_tell_them_apart(content: Content) -> None:
    chat = _asked(content)
    for number in (1, 2):
        chat.happens(Sent(f"ana:{number}", f"file{number}", "", "image/jpeg", 90_000))
    assert "📎 1. ADH-1.2-1.jpg: " in chat.text
    assert "📎 2. ADH-1.2-2.jpg: " in chat.text


def _asked(content: Content) -> Chat:
    chat = (
        Chat.of(content).start().press("Trabajo en municipalidad", "Practicar", "No lo ha tenido", "Sí", "Sí, hace 2 años o más")
    )
    return chat.happens(Opened(Place.QUESTION, TWO_ITEMS))
