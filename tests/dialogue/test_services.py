"""The services: a stub that says so, and where to ask meanwhile."""

from bot.dialogue.events import Opened, Place
from bot.dialogue.screen import Link
from bot.dialogue.turn import Content
from tests.dialogue.chat import Chat


def test_it_says_what_is_coming_and_where_to_ask_meanwhile(content: Content) -> None:
    chat = Chat.of(content).start().press("Buscar servicios")
    assert "Todavía no está listo." in chat.text
    assert "101" in chat.text
    assert chat.screen is not None
    links = [each.address for row in chat.screen.rows for each in row if isinstance(each, Link)]
    assert links == ["https://www.chileatiende.gob.cl", "https://serviciomigraciones.cl"]


def test_a_poster_opens_its_commune(content: Content) -> None:
    chat = Chat.of(content).start("com_05109")
    assert "Viña del Mar" in chat.text
    assert chat.person.standing.about == "05109"


def test_nothing_about_the_person_is_kept(content: Content) -> None:
    chat = Chat.of(content).start("com_05109").write("me duele la espalda")
    assert chat.person.commune == ""
    assert "espalda" not in str(chat.state)


def test_a_commune_that_is_none_is_no_obstacle(content: Content) -> None:
    assert Chat.of(content).happens(Opened(Place.SERVICES, "99999")).text.startswith("Buscar servicios")
    chat = Chat.of(content).start("com_99999")
    assert chat.person.standing.place is Place.HOME
    assert "No reconocimos ese enlace." in chat.text
    assert "No reconocimos" not in chat.start().text
