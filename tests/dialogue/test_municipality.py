"""The municipality by typing: offered, never guessed."""

import pytest

from bot.dialogue.events import Opened, Place
from bot.dialogue.turn import Content
from tests.dialogue.chat import Chat


def asking(content: Content) -> Chat:
    return Chat.of(content).start().press("Trabajo en municipalidad", "Buscar mi municipalidad")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("vina del mar", "Viña del Mar"),
        ("Sn Pedro d la paz", "San Pedro de la Paz"),
        ("paiguano", "Paihuano"),
        ("Ñuñoa", "Ñuñoa"),
    ],
)
def test_what_was_typed_leads_to_a_list_and_picks_nothing(content: Content, typed: str, name: str) -> None:
    chat = asking(content).write(typed)
    assert name in chat.buttons()
    assert typed in chat.text
    assert chat.person.commune == ""


def test_the_one_picked_is_the_one_kept(content: Content) -> None:
    chat = asking(content).write("viña").press("Viña del Mar")
    assert chat.person.commune == "05109"
    assert chat.text.startswith("Municipalidad de Viña del Mar")
    assert chat.press("Practicar").person.standing.place is Place.QUESTION


def test_without_a_match_the_typed_words_stay_visible_beside_how_to_write_it(content: Content) -> None:
    chat = asking(content).write("xqzwv")
    assert "xqzwv" in chat.text
    assert "San Pedro de la Paz" in chat.text
    assert chat.write("viña").buttons()[0] == "Viña del Mar"


def test_a_commune_without_a_municipality_names_the_one_that_administers_it(content: Content) -> None:
    chat = asking(content).write("antartica").press("Antártica")
    assert "La administra la municipalidad de Cabo de Hornos." in chat.text
    assert "Practicar" not in chat.buttons()
    assert chat.press("Cabo de Hornos").person.commune == "12201"


def test_a_rut_is_neither_kept_nor_repeated(content: Content) -> None:
    chat = asking(content).write("soy 12.345.678-5 de viña")
    assert "12.345.678-5" not in chat.text
    assert "12.345.678-5" not in str(chat.state)
    assert "RUT" in chat.text


def test_a_pick_from_an_older_list_is_taken_only_here(content: Content) -> None:
    chat = asking(content).write("viña")
    stale = next(press for press in chat.presses() if chat.word(press.label) == "Viña del Mar")
    chat.happens(Opened(Place.HOME)).happens(stale.event)
    assert chat.person.commune == ""
    assert chat.hint
