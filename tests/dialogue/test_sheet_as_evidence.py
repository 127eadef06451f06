"""The month's sheet as evidence in the dossier: where it may go, once, and like any other file."""

from dataclasses import replace

import pytest

from bot.dialogue.dossier import Author, Dossier, PieceState, Sending
from bot.dialogue.errands import FileSheet, Tell
from bot.dialogue.events import Accepted, Chose, Fetched, NotFetched, Opened, Place
from bot.dialogue.turn import Content
from bot.dialogue.upkeep import MonthSheet, MunicipalSheet, Upkeep
from content.answers import Attached, Chosen
from content.journey import profile_journey
from content.kinds import EvidenceStatus, OneOf
from content.months import Month
from tests.dialogue.chat import NOON, Chat
from tests.dialogue.test_services import SAN_ANTONIO, _service, _with

ATTACH = "Adjuntar como evidencia"
COUNTS = MonthSheet(Month(2026, 10), 40, 7)
BETO = Author("beto", "Beto", "OMIL")


def _with_profile(content: Content, dossier: Dossier) -> Dossier:
    for question in profile_journey(content.current, {}):
        assert isinstance(question.kind, OneOf)
        dossier = dossier.answered(question.id, Chosen((question.kind.options[-1].id,)), BETO, NOON)
    return dossier


def _official(content: Content, *shows: str, counts: MonthSheet = COUNTS) -> Chat:
    known = replace(_with(content, _service()), upkeep=Upkeep(sheets={SAN_ANTONIO: counts}), sheet_shows=shows)
    chat = Chat.of(known).start().outcome(Accepted(SAN_ANTONIO, focal_point=True)).write("Ana Pérez", "DIDECO")
    assert chat.state.municipal is not None
    chat.state = replace(chat.state, municipal=_with_profile(known, chat.state.municipal))
    return chat.happens(Opened(Place.SHEET))


def _dossier(chat: Chat) -> Dossier:
    assert chat.state.municipal is not None
    return chat.state.municipal


def test_where_several_questions_fit_the_official_chooses(content: Content) -> None:
    chat = _official(content, "INS-3.3", "INS-5.2").press(ATTACH)
    assert "INS-3 · Diagnóstico comunal" in chat.text
    assert "no lo reemplaza" in chat.text
    chat.press("INS-5 · Seguimiento y evaluación del plan")
    assert (chat.person.standing.place, chat.person.standing.about) == (Place.QUESTION, "INS-5.2")
    assert "📎 1. servicios-05601-2026-10.pdf" in chat.text
    (piece,) = _dossier(chat).pieces
    oldest = _service().checked.on
    sheet = MunicipalSheet(SAN_ANTONIO, "San Antonio", COUNTS, "Programa Migrantes", oldest)
    assert chat.errands[-1] == FileSheet(piece.id, sheet)
    assert _dossier(chat).answers["INS-5.2"].answer == Attached(EvidenceStatus.ATTACHED)


def test_where_one_question_fits_one_press_is_enough(content: Content) -> None:
    chat = _official(content, "INS-3.3", "ADH-4.2", "NADA-1").press(ATTACH)  # the last two are not on this journey
    assert chat.person.standing.about == "INS-3.3"
    chat.outcome(Fetched(_dossier(chat).pieces[0].id, "ab", "application/pdf", 900))
    (piece,) = _dossier(chat).pieces
    assert (piece.state, piece.sha256, piece.question) == (PieceState.KEPT, "ab", "INS-3.3")


def test_the_same_sheet_is_attached_once_and_again_after_it_was_taken_out(content: Content) -> None:
    chat = _official(content, "INS-3.3").press(ATTACH).happens(Opened(Place.SHEET)).press(ATTACH)
    assert "Esa hoja ya está adjunta." in chat.text
    assert len(_dossier(chat).pieces) == 1
    chat.press("Quitar archivo").happens(Opened(Place.SHEET)).press(ATTACH)
    assert len(_dossier(chat).pieces) == 1
    assert sum(isinstance(each, FileSheet) for each in chat.errands) == 2


def test_what_got_lost_can_be_attached_again(content: Content) -> None:
    chat = _official(content, "INS-3.3").press(ATTACH)
    chat.outcome(NotFetched(_dossier(chat).pieces[0].id, "gone")).happens(Opened(Place.SHEET)).press(ATTACH)
    assert [each.state for each in _dossier(chat).pieces] == [PieceState.COMING]


def test_a_colleague_whose_answer_it_replaces_is_told(content: Content) -> None:
    chat = _official(content, "INS-3.3")
    later = _dossier(chat).answered("INS-3.3", Attached(EvidenceStatus.LATER), BETO, NOON)
    chat.state = replace(chat.state, municipal=later)
    chat.press(ATTACH)
    assert [each.person for each in chat.errands if isinstance(each, Tell)] == ["beto"]


@pytest.mark.parametrize("counts", [MonthSheet(Month(2026, 10)), MonthSheet(Month(2026, 9), 40)])
def test_a_sheet_without_numbers_is_evidence_of_nothing(content: Content, counts: MonthSheet) -> None:
    assert ATTACH not in _official(content, "INS-3.3", counts=counts).buttons()


def test_where_nothing_fits_nothing_is_offered(content: Content) -> None:
    assert ATTACH not in _official(content).buttons()
    chat = _official(content, "INS-3.3").happens(Chose("INS-1.2"))
    assert _dossier(chat).pieces == ()


def test_what_was_handed_over_is_not_changed(content: Content) -> None:
    chat = _official(content, "INS-3.3")
    chat.state = replace(chat.state, municipal=replace(_dossier(chat), sending=Sending(BETO, NOON, "es")))
    chat.happens(Chose("INS-3.3"))
    assert (_dossier(chat).pieces, chat.errands) == ((), [])
    assert "El expediente ya se entregó." in chat.text
