"""An answer as a voice message: it comes before the screen, and the screen comes whether it can be made or not."""

import time
from dataclasses import replace
from pathlib import Path

import httpx2
import pytest

from bot.dialogue.turn import Content
from bot.playground.person import Person, Playground
from bot.speech.tongues import SPEAKER
from tests.playground.waiting import eventually
from tests.telegram.conftest import Bot

LISTEN = "🔊 Escuchar"


@pytest.fixture
def content(content: Content) -> Content:
    """A machine that says it speaks Spanish."""
    return replace(content, can_speak=frozenset({"es"}))


@pytest.fixture
def asking(marta: Person) -> Person:
    """Marta before an answer about health."""
    marta.say("mi hijo está enfermo")
    assert LISTEN in marta.wait_for("🏥 Salud").labels
    return marta


def _voices(person: Person) -> list[dict[str, object]]:
    return [each.message["voice"] for each in person.screens() if "voice" in each.message]


def test_the_answer_is_heard_and_stands_below(speaker: Path, asking: Person, playground: Playground, bot: Bot) -> None:
    before = asking.screen()
    asking.press(LISTEN)
    eventually(lambda: len(_voices(asking)) == 1 and asking.screen().message_id > before.message_id, 20)
    (voice,) = _voices(asking)
    assert int(str(voice["duration"])) > 10
    file = httpx2.get(f"{playground.url}/playground/files/{voice['file_id']}")
    assert (file.content[:4], file.headers["content-type"]) == (b"OggS", "audio/ogg")
    assert asking.screen().text == before.text
    assert [screen.message_id for screen in asking.screens() if screen.buttons] == [asking.screen().message_id]
    assert [each.suffix for each in (bot.settings.spool_dir.parent / "voz").iterdir()] == [".ogg"]


def test_without_the_programs_the_screen_comes_all_the_same(
    asking: Person, playground: Playground, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    before = asking.screen()
    asking.press(LISTEN)
    eventually(lambda: asking.screen().message_id > before.message_id)
    assert asking.screen().text == before.text
    assert playground.calls("sendVoice") == []


def test_a_voice_that_takes_long_keeps_nobody_else_waiting(
    asking: Person, playground: Playground, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    slow = tmp_path / SPEAKER
    slow.write_text("#!/bin/sh\nsleep 4\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    asking.press(LISTEN)
    jean = playground.person("jean", "Jean", "fr")
    began = time.monotonic()
    jean.say("/start")
    jean.wait_for("Choose your language")
    assert time.monotonic() - began < 2.5
