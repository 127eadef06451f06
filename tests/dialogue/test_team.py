"""The team: who fills the dossier, inviting colleagues, and leaving without losing anything."""

from datetime import UTC, datetime

from bot.dialogue.errands import MakeInvitation, Tell
from bot.dialogue.events import Accepted, Chose, Invited, NotInvited, Opened, Place
from bot.dialogue.turn import Content
from tests.dialogue.chat import Chat


def official(content: Content, person: str = "ana", name: str = "Ana Pérez") -> Chat:
    return Chat.of(content, person).start().outcome(Accepted("05109", focal_point=person == "ana")).write(name, "Asesora")


def two(content: Content) -> tuple[Chat, Chat]:
    ana = official(content).press("No lo ha tenido")
    bea = Chat.of(content, "bea").start().outcome(Accepted("05109")).beside(ana).write("Bea Soto", "Secretaria")
    return ana.beside(bea), bea


def test_members_with_post_and_who_is_the_focal_point(content: Content) -> None:
    ana, _ = two(content)
    lines = ana.happens(Opened(Place.TEAM)).text.splitlines()
    assert "Ana Pérez, Asesora, contraparte, desde el 24 de noviembre de 2026" in lines
    assert "Bea Soto, Secretaria, desde el 24 de noviembre de 2026" in lines


def test_an_invitation_is_made_by_errand_and_comes_as_a_text_to_forward(content: Content) -> None:
    ana = official(content).happens(Opened(Place.TEAM)).press("Invitar a mi equipo")
    assert ana.errands == [MakeInvitation("05109")]
    link = "https://t.me/sello_bot?start=inv_Ab3dE9"
    ana.outcome(Invited("Ab3dE9", link, datetime(2026, 12, 1, 15, tzinfo=UTC)))
    assert link in ana.text.splitlines()
    assert "1 de diciembre de 2026" in ana.text


def test_without_the_right_to_invite_it_is_said_who_can(content: Content) -> None:
    ana = official(content).happens(Opened(Place.TEAM)).press("Invitar a mi equipo").outcome(NotInvited())
    assert "No pudimos crear la invitación." in ana.text


def test_leaving_asks_once_more_and_loses_nothing(content: Content) -> None:
    ana, bea = two(content)
    ana.happens(Opened(Place.TEAM)).press("Salir del equipo", "Cancelar")
    assert "Invitar a mi equipo" in ana.buttons()
    ana.press("Salir del equipo", "Sí, salir del equipo")
    dossier = ana.state.municipal
    assert dossier is not None
    assert [each.name for each in dossier.members] == ["Bea Soto"]
    assert dossier.answers["PF1"].by.name == "Ana Pérez"
    assert ana.person.membership is None
    assert [each.person for each in ana.errands if isinstance(each, Tell)] == ["bea"]
    assert "Trabajo en municipalidad" in ana.buttons()
    assert "Ana Pérez" not in bea.beside(ana).happens(Opened(Place.TEAM)).text


def test_a_stale_press_does_not_leave(content: Content) -> None:
    ana = official(content).happens(Opened(Place.TEAM)).happens(Chose("leave"))
    assert ana.person.membership is not None


def test_who_practises_has_no_team(content: Content) -> None:
    chat = Chat.of(content).start().press("Trabajo en municipalidad", "Practicar").happens(Opened(Place.TEAM))
    assert "Está practicando." in chat.text
    assert chat.happens(Chose("invite")).errands == []
