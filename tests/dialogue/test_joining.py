"""Joining: name and post, the dossier, the colleagues told, and practice that fills only blanks."""

import pytest

from bot.dialogue.errands import Tell
from bot.dialogue.events import Accepted, Fetched, Opened, Place
from bot.dialogue.person import Membership
from bot.dialogue.turn import Content
from content.answers import Chosen
from tests.dialogue.chat import Chat


def accepted(content: Content, person: str = "ana", *, focal_point: bool = True) -> Chat:
    return Chat.of(content, person).start().outcome(Accepted("05109", focal_point=focal_point))


def practised(content: Content, *labels: str) -> Chat:
    """Bea, who practised with these answers before being invited."""
    return Chat.of(content, "bea").start().press("Trabajo en municipalidad", "Practicar", *labels)


def test_name_and_post_make_a_member_and_a_dossier_on_the_current_edition(content: Content) -> None:
    chat = accepted(content).write("  Ana   Pérez ", "Trabajadora social, DIDECO")
    assert chat.person.membership == Membership("05109", "Ana Pérez", "Trabajadora social, DIDECO")
    assert chat.person.joining is None
    dossier = chat.state.municipal
    assert dossier is not None
    assert (dossier.key, dossier.edition) == ("05109", content.current.edition)
    assert [(each.name, each.focal_point) for each in dossier.members] == [("Ana Pérez", True)]
    assert chat.person.standing.place is Place.QUESTION


@pytest.mark.parametrize("typed", ["7", "A", "Ana 2", "x" * 61, "/comando", "ana@muni.cl"])
def test_what_is_no_name_is_asked_again(content: Content, typed: str) -> None:
    chat = accepted(content).write(typed)
    assert chat.person.joining is not None
    assert chat.person.joining.name == ""
    assert "No pudimos leer el nombre." in chat.text
    assert chat.write("李明").person.joining is not None
    assert "李明" in chat.text


@pytest.mark.parametrize("before", [(), ("Ana Pérez",)])
def test_a_rut_is_not_kept(content: Content, before: tuple[str, ...]) -> None:
    chat = accepted(content).write(*before, "Ana 12.345.678-5")
    assert "12.345.678-5" not in str(chat.state)
    assert "no lo guardamos" in chat.text


def test_a_wrong_name_can_be_changed_before_the_post(content: Content) -> None:
    chat = accepted(content).write("Ama Pérez").press("Cambiar nombre").write("Ana Pérez", "Asesora")
    assert chat.person.membership == Membership("05109", "Ana Pérez", "Asesora")


def test_what_it_is_for_and_who_sees_it_is_said_first(content: Content) -> None:
    assert "Sus colegas ven quién respondió cada pregunta." in accepted(content).text


def test_who_joins_reads_who_will_see_their_name(content: Content) -> None:
    told = accepted(content).text
    assert "Ven su nombre quienes llenan este expediente, y el equipo de apoyo si usted confirma o cambia un servicio." in told
    assert "El público ve solo el nombre de la municipalidad." in told


def test_colleagues_are_told_once(content: Content) -> None:
    ana = accepted(content).write("Ana Pérez", "Asesora")
    bea = accepted(content, "bea", focal_point=False).beside(ana).write("Bea Soto", "Secretaria")
    assert [(each.person, each.event) for each in bea.errands if isinstance(each, Tell)] == [("ana", Opened(Place.TEAM))]
    assert bea.state.municipal is not None
    assert [each.name for each in bea.state.municipal.members] == ["Ana Pérez", "Bea Soto"]
    again = bea.outcome(Accepted("05109"))
    assert len(again.errands) == 1
    assert "Usted ya es parte de este expediente." in again.text


def test_practice_fills_only_blanks_and_carries_the_new_name(content: Content) -> None:
    ana = accepted(content).write("Ana Pérez", "Asesora").press("No lo ha tenido")
    bea = practised(content, "No lo ha tenido", "Está en trámite")
    bea.outcome(Accepted("05109")).beside(ana).write("Bea Soto", "Secretaria")
    dossier = bea.state.municipal
    assert dossier is not None
    assert {id: given.by.name for id, given in dossier.answers.items()} == {"PF1": "Ana Pérez", "PF2": "Bea Soto"}
    assert bea.state.practice is None
    assert bea.person.standing.about == "PF3"


def test_practised_files_come_along_even_those_still_on_their_way(content: Content) -> None:
    ana = accepted(content).write("Ana Pérez", "Asesora")
    bea = practised(content, "No lo ha tenido", "No", "No", "Continuar", "Oficina o programa propio").send("decreto.pdf")
    bea.outcome(Accepted("05109")).beside(ana).write("Bea Soto", "Secretaria")
    assert bea.state.municipal is not None
    [piece] = bea.state.municipal.pieces
    bea.outcome(Fetched(piece.id, "ab" * 32, "application/pdf", 120_000))
    [kept] = bea.state.municipal.pieces
    assert (kept.state, kept.by.name, kept.question) == ("kept", "Bea Soto", "INS-1.2")


def in_conflict(content: Content) -> tuple[Chat, Chat]:
    """Ana's dossier and Bea's practice say different things to two questions."""
    ana = accepted(content).write("Ana Pérez", "Asesora").press("No lo ha tenido", "Sí")
    bea = practised(content, "Lo tuvo y venció", "No")
    return ana, bea.outcome(Accepted("05109")).beside(ana).write("Bea Soto", "Secretaria")


def test_conflicts_are_shown_one_by_one_with_who_and_when(content: Content) -> None:
    _, bea = in_conflict(content)
    assert bea.person.standing.place is Place.MERGING
    assert "¿Su municipalidad tiene hoy el Sello Migrante?" in bea.text
    assert {"No lo ha tenido", "Lo tuvo y venció"} <= set(bea.text.splitlines())
    assert "Respondió Ana Pérez (Asesora) el 24 de noviembre de 2026." in bea.text
    assert "¿La municipalidad firmó la Carta de Compromiso?" in bea.press("Dejar la del expediente").text


def test_each_choice_holds_and_the_colleague_hears_of_a_change(content: Content) -> None:
    _, bea = in_conflict(content)
    told = len(bea.errands)
    bea.press("Dejar la del expediente")
    assert len(bea.errands) == told
    bea.press("Usar la mía")
    assert [each.person for each in bea.errands[told:] if isinstance(each, Tell)] == ["ana"]
    dossier = bea.state.municipal
    assert dossier is not None
    assert (dossier.said()["PF1"], dossier.said()["PF2"]) == (Chosen(("c",)), Chosen(("c",)))
    assert dossier.answers["PF2"].revision == 2
    assert bea.state.practice is None
    assert bea.person.standing.place is Place.QUESTION


def test_a_stale_choice_changes_nothing(content: Content) -> None:
    _, bea = in_conflict(content)
    first = next(press for press in bea.presses() if bea.word(press.label) == "Usar la mía")
    bea.press("Dejar la del expediente")
    before = bea.state
    bea.happens(first.event)
    assert bea.state == before
    assert bea.hint


def test_choosing_can_wait_and_home_leads_back_to_it(content: Content) -> None:
    _, bea = in_conflict(content)
    assert bea.press("Inicio", "Elegir respuestas").person.standing.place is Place.MERGING


def test_a_file_under_a_question_still_to_be_chosen_is_not_lost(content: Content) -> None:
    profile = ("No lo ha tenido", "No", "No", "Continuar", "Oficina o programa propio")
    ana = accepted(content).write("Ana Pérez", "Asesora").press(*profile, "No lo tengo")
    bea = practised(content, *profile).send("decreto.pdf")
    bea.outcome(Accepted("05109")).beside(ana).write("Bea Soto", "Secretaria")
    assert bea.person.standing.place is Place.MERGING
    assert bea.state.practice is not None
    bea.outcome(Fetched(bea.state.practice.pieces[0].id, "ab" * 32, "application/pdf", 120_000)).press("Usar la mía")
    assert bea.state.municipal is not None
    assert [(each.state, each.by.name) for each in bea.state.municipal.pieces] == [("kept", "Bea Soto")]
