"""The conversation in a terminal, as `make chat` holds it."""

import subprocess
import sys

from bot.dialogue.events import Replied, Wrote
from bot.dialogue.person import State
from bot.terminal import Terminal
from tests import read


def test_a_conversation_is_held_with_numbers_words_and_commands() -> None:
    typed = "1\n/requisitos\n/idioma en\n/nosuch\n"
    said = subprocess.run(
        [sys.executable, "-m", "bot", "chat"], input=typed, capture_output=True, text=True, check=True, timeout=60
    )
    assert said.stderr == ""
    for words in ("Choose your language.", "¿Qué necesita hoy?", "[Inicio]", "[Home]"):
        assert words in said.stdout


def test_a_figure_is_an_answer_where_one_is_asked_for() -> None:
    terminal = Terminal(read.content())
    terminal.buttons = [Replied("?", "INS-2.1")]
    assert terminal.event("1") == Wrote("1")
    assert terminal.event("#1") == Replied("?", "INS-2.1")
    terminal.buttons = [Replied("yes", "INS-1.1"), Replied("?", "INS-1.1")]
    assert terminal.event("2") == Replied("?", "INS-1.1")
    assert isinstance(terminal.state, State)
