"""The playground is not judged only by the bot it was made for: ordinary bots run on it, each in its own process."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.playground.loopback import listening_socket
from bot.playground.person import Person, Playground
from bot.playground.serving import TOKEN
from tests.playground.caller import Caller

BOTS = Path(__file__).parent / "bots"
PATIENCE = 30.0


@contextmanager
def bot_process(name: str, *arguments: str) -> Iterator[None]:
    process = subprocess.Popen([sys.executable, str(BOTS / name), *arguments], stderr=subprocess.PIPE, text=True)
    try:
        yield
    finally:
        process.send_signal(signal.SIGINT)
        _, complaints = process.communicate(timeout=PATIENCE)
    assert "Traceback" not in complaints, complaints


@pytest.fixture
def ana(playground: Playground) -> Person:
    return playground.person("ana", "Ana")


def test_a_conversation_in_python_telegram_bot(root: str, playground: Playground, ana: Person) -> None:
    with bot_process("survey_ptb.py", root, TOKEN):
        ana.say("/start")
        ana.wait_for("¿De qué comuna?", PATIENCE)
        ana.say("Ancud")
        ana.wait_for("¿Hay oficina?")
        press = ana.press("Sí")
        assert ana.wait_for_answer(press) == ""
        ana.wait_for("Oficina: yes. Mande un documento.")
        ana.send_file("política.pdf", b"%PDF-1.7")
        ana.wait_for("Ancud: 8 bytes")
        assert ana.screen().message["document"]["file_name"] == "copia.txt"
        ana.say("/start")
        ana.wait_for("¿De qué comuna?")
        ana.say("/cancel")
        ana.wait_for("Hasta luego.")
    assert [call for call in playground.calls() if call["refused"]] == []


def test_a_conversation_in_aiogram(root: str, playground: Playground, ana: Person) -> None:
    with bot_process("survey_aiogram.py", root, TOKEN):
        _answer_the_survey(ana)
    assert [call for call in playground.calls() if call["refused"]] == []


def test_the_same_over_a_webhook(root: str, playground: Playground, ana: Person) -> None:
    with listening_socket("127.0.0.1", 0) as free:
        port = free.getsockname()[1]
    with bot_process("survey_aiogram.py", root, TOKEN, str(port)):
        _answer_the_survey(ana)
        with Caller(root) as caller:
            assert caller.call("getWebhookInfo")["url"] == f"http://127.0.0.1:{port}/updates"
    assert [call for call in playground.calls() if call["refused"]] == []


def _answer_the_survey(ana: Person) -> None:
    ana.say("/start inv_1")
    ana.wait_for("Invitación inv_1", PATIENCE)
    ana.say("muchas")
    ana.wait_for("Escriba un número.")
    ana.say("12")
    ana.wait_for("12 personas")
    press = ana.press("Confirmar")
    assert ana.wait_for_answer(press) == "Listo"
    ana.wait_for("Quedó anotado: 12")
    album = [screen.message for screen in ana.screens() if "document" in screen.message]
    assert len(album) == 2
    assert len({message["media_group_id"] for message in album}) == 1
