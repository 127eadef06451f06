"""The fonts that travel with the program: all that is said can be printed with them, on a machine that has none."""

import subprocess
import sys
from itertools import chain

import pytest
from fontTools.ttLib import TTFont

from bot.pictures.typesetting import FONTS
from content.languages import LANGUAGES
from content.reading import CONTENT
from tests.pictures.fonts import chinese, used_in

ACCENTS = {
    "es": "áéíóúüñÁÉÍÓÚÜÑ¿¡«»",
    "ht": "àèòÀÈÒ“”",
    "en": "“”’–",
    "pt_BR": "áâãàçéêíóôõúÁÂÃÀÇÉÊÍÓÔÕÚ“”",
    "fr": "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ«»’\u202f\u00a0",
    "zh_Hans": "，。？！：；（）“”、《》%·",
}
# Pictures beside sentences of the chat; no paper shows them.
EMOJI = {*range(0x1F000, 0x20000), *map(ord, "✅➡☎⏸ℹ⚖⚠\ufe0f")}


def covered(*names: str) -> set[int]:
    return set(chain.from_iterable(TTFont(FONTS / name).getBestCmap() for name in names))


LATIN = covered("NotoSans-Regular.ttf") & covered("NotoSans-Bold.ttf")
PRINTED = LATIN | covered("NotoSansCJKsc-Regular.otf")


def lacking(characters: set[int], fonts: set[int]) -> str:
    return "".join(map(chr, sorted(characters - fonts)))


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_translation_can_be_printed(language: str) -> None:
    assert lacking(used_in(language) - EMOJI, PRINTED) == "", "run: python -m tests.pictures.fonts"


def test_every_word_of_the_programme_can_be_printed() -> None:
    files = (CONTENT / "programa").rglob("*.yaml")
    used = {ord(c) for file in files for c in file.read_text(encoding="utf-8") if c.isprintable()}
    assert len(used) > 60
    assert lacking(used - EMOJI, PRINTED) == ""


@pytest.mark.parametrize("language", ACCENTS)
def test_its_letters_and_marks_can_be_printed(language: str) -> None:
    fonts = PRINTED if language == "zh_Hans" else LATIN
    assert lacking(set(map(ord, ACCENTS[language])), fonts) == ""


def test_the_common_chinese_characters_can_be_printed() -> None:
    assert len(chinese()) >= 3755
    assert lacking(chinese() - EMOJI, PRINTED) == ""


def test_they_are_small_and_come_with_their_licence() -> None:
    assert sum(file.stat().st_size for file in FONTS.iterdir()) < 2 * 1024 * 1024
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text(encoding="utf-8")


def test_typst_is_not_loaded_until_something_is_drawn() -> None:
    code = "import bot.pictures, sys; sys.exit('typst' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=CONTENT.parent, check=False).returncode == 0
