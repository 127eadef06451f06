"""The team: who fills the dossier, inviting colleagues, and leaving without losing anything."""

from datetime import UTC, datetime

import pytest

from bot.dialogue.case_events import MarkInherited, RemovedFromTeam
from bot.dialogue.errands import ForgetPerson, MakeInvitation, RemoveColleague, Tell
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
    assert {each.person for each in ana.errands if isinstance(each, Tell)} == {"bea"}
    assert RemoveColleague("ana", "05109") in ana.errands
    assert "Trabajo en municipalidad" in ana.buttons()
    assert "Ana Pérez" not in bea.beside(ana).happens(Opened(Place.TEAM)).text


def test_a_stale_press_does_not_leave(content: Content) -> None:
    ana = official(content).happens(Opened(Place.TEAM)).happens(Chose("leave"))
    assert ana.person.membership is not None


def test_who_practises_has_no_team(content: Content) -> None:
    chat = Chat.of(content).start().press("Trabajo en municipalidad", "Practicar").happens(Opened(Place.TEAM))
    assert "Está practicando." in chat.text
    assert chat.happens(Chose("invite")).errands == []


INHERITED = "Usted queda como contraparte de Viña del Mar. Ahora puede invitar y quitar colegas."


def words_to(chat: Chat, person: str) -> list[str]:
    """What a colleague is told by what this person did."""
    return [chat.word(each.text) for each in chat.errands if isinstance(each, Tell) and each.person == person]


def three(content: Content) -> Chat:
    """Ana, the focal point; then Carla accepted and then Bea, who was quicker to write her name."""
    ana = official(content)
    carla = Chat.of(content, "carla").beside(ana).start().outcome(Accepted("05109"))
    bea = Chat.of(content, "bea").beside(carla.beside(ana)).start().outcome(Accepted("05109")).write("Bea Soto", "Secretaria")
    return ana.beside(carla.beside(bea).write("Carla Ruiz", "Abogada"))


def test_whoever_inherits_from_somebody_long_absent_is_told_and_nothing_else_moves(content: Content) -> None:
    ana = three(content)
    before, shown = ana.state, ana.screen
    assert words_to(ana.outcome(MarkInherited("05109")), "ana") == [INHERITED]
    assert (ana.state, ana.screen) == (before, shown)
    bea = Chat.of(content, "bea").beside(ana)
    assert words_to(bea.outcome(MarkInherited("05109")), "bea") == []  # not the first, or no longer
    assert words_to(ana.outcome(MarkInherited("10109")), "ana") == [INHERITED]


@pytest.mark.parametrize("how", ["leaves", "is removed", "is forgotten", "goes elsewhere"])
def test_who_has_belonged_longest_becomes_the_focal_point_and_is_told(content: Content, how: str) -> None:
    ana = three(content)
    match how:
        case "leaves":
            ana.happens(Opened(Place.TEAM)).press("Salir del equipo", "Sí, salir del equipo")
        case "is removed":
            ana.outcome(RemovedFromTeam("05109"))
        case "is forgotten":
            ana.happens(Opened(Place.FORGETTING)).press("Sí, borrar todo")
        case "goes elsewhere":
            ana.outcome(Accepted("10109"))
    assert words_to(ana, "carla")[-1] == INHERITED
    assert INHERITED not in words_to(ana, "bea")
    if how != "is forgotten":
        dossier = ana.state.municipal
        assert dossier is not None
        assert [each.name for each in dossier.members if each.focal_point] == ["Carla Ruiz"]
        assert words_to(ana, "bea")
    told = RemoveColleague("ana", "05109") in ana.errands or ForgetPerson("ana") in ana.errands
    assert told == (how != "is removed"), "the api is told by who leaves, and has it already from staff"


def test_nobody_inherits_while_the_focal_point_stays(content: Content) -> None:
    ana, bea = two(content)
    bea.beside(ana).happens(Opened(Place.TEAM)).press("Salir del equipo", "Sí, salir del equipo")
    assert INHERITED not in words_to(bea, "ana")
    assert bea.state.municipal is not None
    assert [(each.name, each.focal_point) for each in bea.state.municipal.members] == [("Ana Pérez", True)]


def test_a_team_that_everybody_left_has_a_focal_point_again_with_the_first_who_comes(content: Content) -> None:
    ana = official(content).happens(Opened(Place.TEAM)).press("Salir del equipo", "Sí, salir del equipo")
    bea = Chat.of(content, "bea").start().outcome(Accepted("05109")).beside(ana).write("Bea Soto", "Secretaria")
    assert bea.state.municipal is not None
    assert [each.name for each in bea.state.municipal.members if each.focal_point] == ["Bea Soto"]


def test_the_first_by_the_api_is_the_focal_point_although_another_was_quicker_to_write_a_name(content: Content) -> None:
    ana = Chat.of(content, "ana").start().outcome(Accepted("05109", focal_point=True))
    bea = Chat.of(content, "bea").start().outcome(Accepted("05109")).write("Bea Soto", "Secretaria")
    ana.beside(bea).write("Ana Pérez", "Asesora")
    assert ana.state.municipal is not None
    assert [each.name for each in ana.state.municipal.members if each.focal_point] == ["Ana Pérez"]


def test_who_was_taken_out_and_is_invited_again_at_once_joins_again(content: Content) -> None:
    ana, beto = two(content)
    ana.happens(Opened(Place.TEAM))
    out = next(each.event for each in ana.presses() if isinstance(each.event, Opened) and each.event.about.startswith("out-"))
    ana.happens(out)
    ana.happens(next(each.event for each in ana.presses() if isinstance(each.event, Chose)))
    beto.beside(ana).outcome(Accepted("05109"))
    assert "¿Cómo se llama usted?" in beto.text
