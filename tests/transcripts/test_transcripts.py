"""Golden conversations. `make golden` writes them anew; the difference is the review."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from bot.dialogue.turn import Content
from tests.transcripts.playing import Play
from tests.transcripts.world import World

SCRIPTS = sorted(Path(__file__).parent.glob("*.txt"))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_conversation_goes_as_written(path: Path, content: Content) -> None:
    written = path.read_text(encoding="utf-8")
    played = "\n".join(Play(World(replace(content, has_desk=True))).played(written)) + "\n"
    if os.environ.get("SELLO_TEST_RECORD"):
        path.write_text(played, encoding="utf-8")
        return
    assert played == written
