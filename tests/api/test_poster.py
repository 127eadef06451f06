"""The poster: scanned with a phone, it opens the bot at that commune, and everybody finds a line in their language."""

import io
import subprocess
from pathlib import Path

import pytest
import zxingcpp
from fontTools.ttLib import TTFont
from PIL import Image

from api.directory.printing import FONTS, BotUnnamed, invitation, poster
from api.library import Library
from content.languages import LANGUAGES
from tests.machine import lack, program
from tests.pictures.reading import Reader, pdftotext

__all__ = ["pdftotext"]
BOT = "sello_prueba_bot"


@pytest.fixture(scope="module")
def hung(library: Library) -> bytes:
    """The poster of San Antonio."""
    return poster(library.commune("05601"), BOT, library.wording)


def _photographed(pdf: bytes, dots_per_inch: int) -> Image.Image:
    painter = str(program("pdftoppm") or lack("pdftoppm", "install poppler-utils"))
    ran = subprocess.run([painter, "-r", str(dots_per_inch), "-png", "-"], input=pdf, capture_output=True, check=True)
    return Image.open(io.BytesIO(ran.stdout))


@pytest.mark.parametrize("dots_per_inch", [50, 150])
def test_the_code_opens_the_bot_at_the_commune(hung: bytes, dots_per_inch: int) -> None:
    read = zxingcpp.read_barcodes(_photographed(hung, dots_per_inch))
    assert [each.text for each in read] == [f"https://t.me/{BOT}?start=com_05601"]


def test_it_opens_with_a_corner_torn_off(hung: bytes) -> None:
    picture = _photographed(hung, 100).convert("L")
    found = zxingcpp.read_barcodes(picture)[0].position
    # Where there is no finder pattern: the lower right.
    width = found.bottom_right.x - found.bottom_left.x
    torn = (found.bottom_right.x - width // 5, found.bottom_right.y - width // 5, found.bottom_right.x, found.bottom_right.y)
    picture.paste(255, torn)
    assert [each.text for each in zxingcpp.read_barcodes(picture)] == [f"https://t.me/{BOT}?start=com_05601"]


def test_it_is_one_page_with_a_line_in_each_language(hung: bytes, pdftotext: Reader) -> None:
    [page] = pdftotext.pages(hung)
    for said in (
        "¿Necesita ayuda en San Antonio?",
        "Ou bezwen èd nan San Antonio?",
        "Need help in San Antonio?",
        "Precisa de ajuda em San Antonio?",
        "Besoin d’aide à San Antonio",
        "需要帮助",
        f"https://t.me/{BOT}?start=com_05601",
    ):
        assert said in page
    assert _photographed(hung, 72).size == (596, 842)  # A4


def test_the_longest_name_fits_on_the_page(library: Library, pdftotext: Reader) -> None:
    longest = max(library.communes.all(), key=lambda each: len(each.name))
    printed = poster(longest, BOT, library.wording)
    assert len(pdftotext.pages(printed)) == 1
    assert pdftotext.right_edge(printed) < 595


def test_without_the_name_of_the_bot_there_is_nothing_to_open(library: Library) -> None:
    for unnamed in (None, ""):
        with pytest.raises(BotUnnamed, match="SELLO_BOT_USERNAME"):
            poster(library.commune("05601"), unnamed, library.wording)


def test_equal_posters_are_equal_files(hung: bytes, library: Library) -> None:
    assert poster(library.commune("05601"), BOT, library.wording) == hung


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_line_is_translated_and_can_be_printed(language: str, library: Library) -> None:
    files = [*FONTS.glob("*.ttf"), *FONTS.glob("*.otf")]
    covered = set().union(*(TTFont(file).getBestCmap() for file in files))
    assert library.wording.shortfall([invitation(library.commune("05601"))], language) is None
    said = "".join(library.wording.word(invitation(each), language) for each in library.communes.all())
    assert {letter for letter in said if ord(letter) not in covered} == set(), "run: python -m tests.pictures.fonts"


def test_the_fonts_come_with_their_licence() -> None:
    assert "SIL OPEN FONT LICENSE" in Path(FONTS / "OFL.txt").read_text(encoding="utf-8")
