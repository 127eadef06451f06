"""A document to keep: whole, readable aloud, and as it was said."""

from pathlib import Path

import pytest

from bot.dialogue.screen import Block, Paper, para, quiet, quote, strong, title
from bot.pictures import paper
from content.sentences import Say, Verbatim
from tests.pictures.reading import Reader
from tests.pictures.sheets import programme, wording

RIGHT_MARGIN = 595.3 - 2.3 * 72 / 2.54


def a_paper(*blocks: Block) -> Paper:
    return Paper("copia.pdf", Verbatim("Copia de las respuestas"), blocks, programme().disclaimer)


def answered(said: str) -> Paper:
    return a_paper(title(Verbatim("ADH")), strong(Verbatim("¿La firmó?")), quote(Verbatim(said)))


def test_it_says_everything_in_order(tmp_path: Path, pdftotext: Reader) -> None:
    blocks = [
        title(Verbatim("Uno"), Verbatim("dos")),
        quiet(Verbatim("tres")),
        strong(Verbatim("cuatro")),
        quote(Verbatim("cinco")),
    ]
    (page,) = pdftotext.pages(paper(a_paper(*blocks, para(Verbatim("seis"), Verbatim("siete"))), "es", wording(tmp_path)))
    assert page == f"Copia de las respuestas {programme().disclaimer.source} Uno dos tres cuatro cinco seis siete 1/1"


def test_the_notice_and_the_number_are_on_each_page(tmp_path: Path, pdftotext: Reader) -> None:
    pages = pdftotext.pages(paper(a_paper(*[para(Verbatim(f"Línea {n}")) for n in range(120)]), "es", wording(tmp_path)))
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert page.count(programme().disclaimer.source) == 1
        assert f" {number}/{len(pages)}" in page


def test_it_is_tagged_with_a_title_and_a_language(tmp_path: Path) -> None:
    words = wording(tmp_path, "pt_BR", lambda source: f"PT {source}")
    printed = paper(a_paper(title(Verbatim("Título")), quote(Verbatim("Sim"))), "pt_BR", words)
    assert printed.startswith(b"%PDF-1.7")
    for mark in (
        b"/Lang(pt-BR)",
        b"/Marked true",
        b"/StructTreeRoot",
        b"pdfuaid:part>1<",
        b"/S/H1",
        b"/S/H2",
        b"/S/P",
        b"/S/BlockQuote",
        b"/DisplayDocTitle true",
    ):
        assert mark in printed, mark


@pytest.mark.parametrize(
    "said",
    [
        "Sí 😀 👨‍👩‍👧",
        "مرحبا بالعالم",
        "Иванова",
        "龘龘",
        "नमस्ते",
        "Ṉielol y Ül̲kantun",
        "\x00\x07 a\tb",
        "\ud83d",
        "\ufeff\ufffe \U0010ffff",
        "\u202eabc",
        "a\u2028b\u2029c\u0085",
        "\U0001fae8 \ue000 \ufdd0",
    ],
)
def test_nothing_that_people_type_costs_them_their_copy(said: str, tmp_path: Path) -> None:
    assert paper(answered(said), "es", wording(tmp_path)).startswith(b"%PDF")


@pytest.mark.parametrize(
    "said", ["龘 😀 Иванова", "#panic() *x* $y$ <a> @b \\ [c] = d", "https://a.cl/?q=1#b//c", "1. uno - dos"]
)
def test_what_people_type_can_be_copied_out_again(said: str, tmp_path: Path, pdftotext: Reader) -> None:
    (page,) = pdftotext.pages(paper(answered(said), "es", wording(tmp_path)))
    assert said in page


def test_lines_that_people_typed_stay_lines(tmp_path: Path, pdftotext: Reader) -> None:
    printed = paper(answered("una\n\notra"), "es", wording(tmp_path))
    assert "una otra" in pdftotext.pages(printed)[0]


def test_a_long_address_stays_on_the_page_and_whole(tmp_path: Path, pdftotext: Reader) -> None:
    address = "https://ejemplo.cl/" + "transparencia-municipal" * 12
    printed = paper(answered(address), "es", wording(tmp_path))
    assert address in pdftotext.pages(printed)[0].replace(" ", "")
    assert pdftotext.right_edge(printed) < RIGHT_MARGIN + 1


def test_an_emoji_that_repeats_a_word_is_left_out_and_one_that_was_typed_is_not(tmp_path: Path, pdftotext: Reader) -> None:
    ours, typed = Say("📎 Archivo: {name}", "bot", values={"name": "📎 carta.pdf"}), Verbatim("📎 mía.pdf")
    (page,) = pdftotext.pages(paper(a_paper(para(ours, typed)), "es", wording(tmp_path)))
    assert " Archivo: 📎 carta.pdf 📎 mía.pdf" in page
    assert "📎 Archivo" not in page


def test_one_missing_translation_and_all_is_in_spanish_under_a_word_about_it(tmp_path: Path, pdftotext: Reader) -> None:
    words = wording(tmp_path, "zh_Hans", "中文{}".format)
    blocks = [para(programme().bands[1].label), para(Say("Nunca traducida.", "bot"))]
    (page,) = pdftotext.pages(paper(a_paper(*blocks), "zh_Hans", words))
    assert page.startswith("以下内容暂无中文译文，显示西班牙语原文。")
    assert "En desarrollo Nunca traducida." in page
    (translated,) = pdftotext.pages(paper(a_paper(blocks[0]), "zh_Hans", words))
    assert "以下内容" not in translated
    assert "中文En desarrollo" in translated


def test_a_paper_with_nothing_on_it_is_still_one(tmp_path: Path, pdftotext: Reader) -> None:
    assert len(pdftotext.pages(paper(a_paper(), "es", wording(tmp_path)))) == 1


def test_equal_papers_are_equal_files(tmp_path: Path) -> None:
    words = wording(tmp_path)
    assert paper(answered("Sí"), "es", words) == paper(answered("Sí"), "es", words)
