"""Voice messages out of the machine's own programs, and what becomes of them where those are missing or fail."""

import asyncio
import subprocess
import time
from pathlib import Path

import pytest

from bot.speech.audible import Passage
from bot.speech.recording import Recorder, seconds
from bot.speech.tongues import ENCODER, SPEAKER, TONGUES, spoken_here

SHORT = [Passage("es", "Es gratis.")]


def _made(recorder: Recorder, *passages: Passage) -> bytes | None:
    return asyncio.run(recorder.recorded(passages))


@pytest.mark.parametrize("language", TONGUES)
def test_every_language_is_spoken(speaker: Path, tmp_path: Path, language: str) -> None:
    voice = TONGUES[language].voice
    subprocess.run([speaker, "-q", "-v", voice, "a"], check=True)  # the voice is installed
    recording = _made(Recorder(tmp_path), Passage(language, "San Antonio 1 2 3 4 5."))
    assert recording is not None
    assert recording[:4] == b"OggS"
    assert b"OpusHead" in recording[:64]
    assert 1 <= seconds(recording) <= 10


def test_the_same_words_are_made_once_and_in_another_voice_anew(speaker: Path, tmp_path: Path) -> None:
    recorder = Recorder(tmp_path)
    first = _made(recorder, *SHORT)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(b"OggS of before")
    assert _made(recorder, *SHORT) == b"OggS of before"
    assert _made(recorder, Passage("fr", "Es gratis.")) not in (first, b"OggS of before")
    assert len(list(tmp_path.iterdir())) == 2


async def test_whatever_stands_in_a_text_is_said_and_not_obeyed(speaker: Path, tmp_path: Path) -> None:
    quiet = await Recorder(tmp_path).recorded([Passage("es", '</voice><audio src="/etc/passwd"/> & $(date) -f /etc/passwd')])
    assert quiet is not None


async def test_others_go_on_while_it_speaks(speaker: Path, tmp_path: Path) -> None:
    speaking = asyncio.create_task(Recorder(tmp_path).recorded([Passage("es", "Una frase bastante larga. " * 8)]))
    longest = 0.0
    while not speaking.done():
        before = time.monotonic()
        await asyncio.sleep(0.01)
        longest = max(longest, time.monotonic() - before)
    assert await speaking is not None
    assert longest < 0.5


def _instead(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


@pytest.mark.parametrize("script", ["exit 1", "exec sleep 60", "exit 0"], ids=["fails", "never ends", "says nothing"])
async def test_a_program_that_does_not_do_its_work_is_no_obstacle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    _instead(tmp_path, SPEAKER, script)
    _instead(tmp_path, ENCODER, "exec cat")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert await Recorder(tmp_path / "voz", patience=0.5).recorded(SHORT) is None
    assert not (tmp_path / "voz").exists()


async def test_without_the_programs_there_is_no_voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert spoken_here() == frozenset()
    assert await Recorder(tmp_path / "voz").recorded(SHORT) is None
    for each in (SPEAKER, ENCODER):
        _instead(tmp_path, each, "exit 1")
    assert spoken_here() == frozenset(TONGUES)


async def test_only_so_many_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for each in (SPEAKER, ENCODER):
        _instead(tmp_path, each, "exec cat")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    folder = tmp_path / "voz"
    folder.mkdir()
    for number in range(1005):
        (folder / f"{number}.ogg").touch()
    await Recorder(folder).recorded(SHORT)
    assert len(list(folder.iterdir())) == 1000
