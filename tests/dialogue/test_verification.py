"""Asking for an invitation: approved, or refused with a reason and asked again; no RUT, no address refused for its kind."""

import pytest

from bot.dialogue.addresses import address_in, is_institutional
from bot.dialogue.case_events import Approved, Refused
from bot.dialogue.cases import Applicant, CaseKind, Hat, Refusal
from bot.dialogue.errands import AcceptInvitation, Tell
from bot.dialogue.events import Accepted, Chose, Opened, Place
from bot.dialogue.turn import Content
from tests.dialogue.cases import asked, of_kind, opened, with_desk
from tests.dialogue.chat import Chat


def applying(content: Content, email: str = "ana@munivina.cl") -> Chat:
    chat = Chat.of(with_desk(content)).start().press("Trabajo en municipalidad", "Pedir una invitación")
    chat.write("Viña del Mar").press("Viña del Mar", "Pedir una invitación")
    return chat.write("Ana Pérez", "Asesora", email)


def test_commune_name_post_and_address_go_to_the_team(content: Content) -> None:
    chat = applying(content).press("Enviar solicitud")
    [errand] = asked(chat)
    assert (errand.hat, errand.kind, errand.commune) == (Hat.OFFICIAL, CaseKind.VERIFICATION, "05109")
    assert errand.applicant == Applicant("Ana Pérez", "Asesora", "ana@munivina.cl")
    assert (errand.text, errand.message, errand.enclosure) == ("", "", None)


def test_sent_once(content: Content) -> None:
    chat = applying(content).press("Enviar solicitud").happens(Chose("send"))
    assert len(asked(chat)) == 1
    assert "Va en camino" in chat.text


def test_any_municipality_without_one_picked_leads_to_picking(content: Content) -> None:
    chat = Chat.of(content).start().happens(Opened(Place.VERIFICATION))
    assert chat.person.standing.place is Place.MUNICIPALITY
    chat.write("Antártica").press("Antártica").happens(Opened(Place.VERIFICATION))
    assert chat.person.standing.place is Place.MUNICIPALITY


def test_a_member_needs_none(content: Content) -> None:
    chat = Chat.of(content).start().outcome(Accepted("05109")).write("Ana Pérez", "Asesora")
    assert chat.happens(Opened(Place.VERIFICATION)).person.standing.place is Place.OFFICIAL


def test_an_address_that_anybody_can_have_is_pointed_out_and_sent_all_the_same(content: Content) -> None:
    chat = applying(content, "ana@gmail.com")
    assert "No parece un correo institucional" in chat.text
    assert asked(chat.press("Enviar solicitud"))
    assert "No parece" not in applying(content).text


@pytest.mark.parametrize("typed", ["ana", "ana@", "a@b.cl y c@d.cl", "", "@munivina.cl"])
def test_what_is_no_address_is_asked_again(content: Content, typed: str) -> None:
    chat = applying(content, typed)
    assert "¿Cuál es su correo institucional?" in chat.text
    assert "Enviar solicitud" not in chat.buttons()


def test_a_rut_is_not_kept(content: Content) -> None:
    chat = Chat.of(with_desk(content)).start().press("Trabajo en municipalidad", "Pedir una invitación")
    chat.write("Viña del Mar").press("Viña del Mar", "Pedir una invitación").write("12.345.678-5")
    assert "RUT" in chat.text
    assert "12.345.678-5" not in str(chat.person)


@pytest.mark.parametrize("code", ["inv_ABC123", "ABC123"])
def test_approval_is_joined_with_one_press(content: Content, code: str) -> None:
    chat = opened(applying(content).press("Enviar solicitud"), hat=Hat.OFFICIAL, kind=CaseKind.VERIFICATION)
    chat.outcome(Approved("17", code))
    [tell] = of_kind(chat, Tell)
    chat.happens(tell.event)
    assert of_kind(chat, AcceptInvitation) == [AcceptInvitation("inv_ABC123")]
    assert not any(each.is_open for each in chat.person.cases)


@pytest.mark.parametrize("reason", Refusal)
def test_refusal_gives_a_reason_and_can_be_asked_again(content: Content, reason: Refusal) -> None:
    chat = opened(applying(content).press("Enviar solicitud"), hat=Hat.OFFICIAL, kind=CaseKind.VERIFICATION)
    chat.outcome(Refused("17", reason))
    [tell] = of_kind(chat, Tell)
    assert chat.word(tell.text).count(".") >= 1
    chat.happens(tell.others[0].event).write("Ana Pérez", "Asesora", "ana@munivina.cl").press("Enviar solicitud")
    assert len(asked(chat)) == 2


def test_each_refusal_reads_differently(content: Content) -> None:
    said = set()
    for reason in Refusal:
        chat = opened(applying(content).press("Enviar solicitud"), hat=Hat.OFFICIAL, kind=CaseKind.VERIFICATION)
        said.add(chat.word(of_kind(chat.outcome(Refused("17", reason)), Tell)[0].text))
    assert len(said) == len(Refusal)


@pytest.mark.parametrize("address", ["a@gmail.com", "a@hotmail.cl", "a@yahoo.es", "a@mail.yahoo.com.br", "A@Outlook.com"])
def test_mail_that_anybody_can_have(address: str) -> None:
    assert not is_institutional(address)


@pytest.mark.parametrize("address", ["a@quilicura.cl", "a@municipalidadgmailito.cl", "a@imvina.gob.cl", "gmail@muni.cl"])
def test_an_institution_s_mail(address: str) -> None:
    assert is_institutional(address)


def test_the_address_is_found_among_words() -> None:
    assert address_in("es Ana.Perez@MuniVina.cl.") == "ana.perez@munivina.cl"
