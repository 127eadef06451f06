"""An invitation by link or code: checked by the api; wrong, used or expired are told apart."""

import pytest

from bot.dialogue.errands import AcceptInvitation
from bot.dialogue.events import Accepted, Declined, Place
from bot.dialogue.turn import Content
from tests.dialogue.chat import Chat


def asking(content: Content) -> Chat:
    return Chat.of(content).start().press("Trabajo en municipalidad", "Tengo una invitación")


@pytest.mark.parametrize(
    ("typed", "payload"),
    [
        ("inv_Ab3-dE_9", "inv_Ab3-dE_9"),
        ("Le invito: https://t.me/sello_bot?start=inv_Ab3dE9 gracias", "inv_Ab3dE9"),
        ("/start inv_Ab3dE9", "inv_Ab3dE9"),
        (" Ab3dE9xyz ", "inv_Ab3dE9xyz"),
        ("rol_Ab3dE9", "rol_Ab3dE9"),
    ],
)
def test_a_code_is_read_however_it_was_pasted(content: Content, typed: str, payload: str) -> None:
    chat = asking(content).write(typed)
    assert chat.errands == [AcceptInvitation(payload)]
    assert "Estamos revisando la invitación." in chat.text


@pytest.mark.parametrize("typed", ["no tengo el código", "¿?", "inv_", "https://t.me/sello_bot"])
def test_what_is_no_code_is_not_asked_of_the_api(content: Content, typed: str) -> None:
    chat = asking(content).write(typed)
    assert chat.errands == []
    assert "No pudimos leer un código" in chat.text


def test_the_deep_link_does_the_same(content: Content) -> None:
    assert Chat.of(content).start("inv_Ab3dE9").errands == [AcceptInvitation("inv_Ab3dE9")]


@pytest.mark.parametrize(
    ("why", "said"), [("unknown", "No encontramos esa invitación."), ("used", "ya se usó"), ("expired", "venció")]
)
def test_which_of_the_three_and_how_to_get_another(content: Content, why: str, said: str) -> None:
    chat = asking(content).write("inv_Ab3dE9").outcome(Declined(why))
    assert said in chat.text
    assert "Pida otra" in chat.text
    assert chat.write("inv_Zz3dE9").errands[-1] == AcceptInvitation("inv_Zz3dE9")


def test_accepted_leads_to_name_and_post(content: Content) -> None:
    chat = asking(content).write("inv_Ab3dE9").outcome(Accepted("05109", focal_point=True))
    assert chat.person.standing.place is Place.JOINING


def test_looking_again_waits_on(content: Content) -> None:
    chat = asking(content).write("inv_Ab3dE9").press("Revisar de nuevo")
    assert chat.errands == [AcceptInvitation("inv_Ab3dE9")]
    assert "Estamos revisando" in chat.text
