"""Files under a question: kept at once, named when they cannot be, and one screen for an album."""

import pytest

from bot.dialogue.dossier import Piece, PieceState
from bot.dialogue.turn import Content
from bot.memory import dossiers
from bot.playground.person import Person, Playground
from tests.playground.waiting import eventually
from tests.telegram.conftest import Bot
from tests.telegram.seeding import CUT, asked_for_evidence

PDF = b"%PDF-1.4\n%%EOF"
TWENTY_MB = 20 * 1024 * 1024


@pytest.fixture
def ana(marta: Person, bot: Bot, content: Content) -> Person:
    """Marta, grown into an official who stands before a question that asks for evidence."""
    question = asked_for_evidence(bot.memory, content, marta.id)
    marta.press_data(marta.screen().message_id, f"o|q|{question}")
    marta.wait_for("Envíe aquí archivos")
    return marta


def pieces(bot: Bot) -> tuple[Piece, ...]:
    with bot.memory.engine.begin() as connection:
        return dossiers.load(connection, CUT)[CUT].pieces


def test_a_file_is_kept_while_the_api_is_away(ana: Person, bot: Bot) -> None:
    ana.send_file("carta.pdf", PDF)
    ana.wait_for("guardado")
    (piece,) = pieces(bot)
    assert (piece.state, piece.name, piece.media_type, piece.size) == (PieceState.KEPT, "carta.pdf", "application/pdf", len(PDF))
    assert (bot.settings.spool_dir / piece.sha256).read_bytes() == PDF


def test_an_album_is_kept_whole_and_answered_once(ana: Person, bot: Bot, playground: Playground) -> None:
    before = len(ana.screens())
    ana.send_files({f"{n}.pdf": PDF + bytes([n]) for n in range(10)})
    eventually(lambda: [piece.state for piece in pieces(bot)] == [PieceState.KEPT] * 10, 20)
    ana.wait_for("10. ")
    sent = [call for call in playground.calls("sendMessage") if call["parameters"]["chat_id"] == ana.id]
    assert len(ana.screens()) == before + 1, sent


def test_a_file_sent_twice_by_telegram_is_kept_once(ana: Person, bot: Bot, playground: Playground) -> None:
    playground.fault("duplicate", times=5)
    ana.send_file("carta.pdf", PDF)
    ana.wait_for("guardado")
    assert len(pieces(bot)) == 1


@pytest.mark.parametrize(
    ("name", "made_of", "size", "said"),
    [
        ("virus.exe", b"MZ\x90", None, "PDF"),
        ("plan.pdf", b"MZ\x90", None, "PDF"),
        ("vacío.pdf", b"", None, "vacío"),
        ("plano.pdf", PDF, TWENTY_MB + 1, "20 MB"),
    ],
    ids=["wrong type", "renamed", "empty", "a byte too large"],
)
def test_what_cannot_be_kept_is_said_and_the_question_stays(
    ana: Person, bot: Bot, name: str, made_of: bytes, size: int | None, said: str
) -> None:
    ana.send_file(name, made_of, size=size)
    screen = ana.wait_for(said)
    eventually(lambda: all(piece.state is PieceState.LOST for piece in pieces(bot)))
    assert "Envíe aquí archivos" in screen.text


def test_twenty_megabytes_are_not_too_large(ana: Person, bot: Bot) -> None:
    ana.send_file("plano.pdf", PDF, size=TWENTY_MB)
    ana.wait_for("guardado")


def test_what_telegram_gives_no_more_is_asked_for_again(ana: Person, bot: Bot, playground: Playground) -> None:
    playground.fault("no_file")
    ana.send_file("carta.pdf", PDF)
    eventually(lambda: [piece.state for piece in pieces(bot)] in ([], [PieceState.LOST]))
    ana.wait_for("carta.pdf")
    ana.send_file("carta.pdf", PDF)
    ana.wait_for("guardado")
