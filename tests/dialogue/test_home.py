"""Home: two doors for who is new, and where the work stands for who comes back."""

from dataclasses import replace

from bot.dialogue.events import Accepted, Opened, Place
from bot.dialogue.turn import Content
from tests.dialogue.chat import Chat


def joined(content: Content) -> Chat:
    """Ana, focal point of Viña del Mar."""
    return Chat.of(content).start().outcome(Accepted("05109", focal_point=True)).write("Ana Pérez", "Trabajadora social")


def test_two_doors_and_the_line_on_privacy(content: Content) -> None:
    chat = Chat.of(content).start()
    assert chat.buttons()[:2] == ["Trabajo en municipalidad", "Buscar servicios"]
    assert chat.word(content.help.privacy_line) in chat.text
    assert {"Idioma", "Hablar con una persona"} <= set(chat.buttons())


def test_practice_is_said_to_be_practice(content: Content) -> None:
    chat = Chat.of(content).start().press("Trabajo en municipalidad", "Practicar", "No lo ha tenido").start()
    assert chat.text.startswith("Modo de práctica")
    assert "Continuar" in chat.buttons()
    assert "Tengo una invitación" in chat.buttons()


def test_who_comes_back_reads_where_the_work_stands_and_who_was_last(content: Content) -> None:
    chat = joined(content).press("No lo ha tenido", "No", "No", "Continuar", "Nadie").start()
    assert chat.text.startswith("Municipalidad de Viña del Mar")
    assert "Última respuesta: Ana Pérez, 24 de noviembre de 2026." in chat.text
    assert "Quedó en:" in chat.text
    assert chat.press("Continuar").person.standing.place is Place.QUESTION


def test_an_accepted_invitation_without_a_name_is_not_forgotten(content: Content) -> None:
    chat = Chat.of(content).start().outcome(Accepted("05109", focal_point=False)).happens(Opened(Place.HOME))
    assert "Falta su nombre y su cargo." in chat.text
    assert chat.press("Continuar").person.standing.place is Place.JOINING


def test_a_role_is_said_plainly(content: Content) -> None:
    chat = Chat.of(content).start().outcome(Accepted(role="support"))
    assert "equipo de apoyo" in chat.text
    assert "Trabajo en municipalidad" in chat.buttons()


def test_a_new_edition_is_announced(content: Content) -> None:
    newer = replace(content.current, edition="9.0.0")
    chat = joined(content)
    chat.content = replace(content, editions={**content.editions, "9.0.0": newer}, current=newer)
    assert chat.start().press("Ver qué cambió").person.standing.place is Place.EDITION
