"""The result as a picture: what stands in it, and that it can be seen."""

from dataclasses import replace
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.dialogue.screen import Chart
from bot.pictures import chart
from bot.pictures.drawing import facts
from bot.pictures.spoken import spoken
from bot.pictures.typesetting import pdf
from content.programme import Verdict
from content.sentences import Verbatim
from tests.pictures.reading import Reader
from tests.pictures.sheets import SOME, a_chart, assessment, programme, strings, wording

LONG_NAME = "Municipalidad de " + "San Fernando del Valle Central " * 3
EXTREMES = {
    "all zero": a_chart(assessment(*[Fraction(0)] * 6, verdicts=[Verdict.NOT_MET] * 33)),
    "all one": a_chart(assessment(*[Fraction(1)] * 6, verdicts=[Verdict.MEETS] * 33)),
    "nothing applies": a_chart(assessment(*[None] * 6, verdicts=[Verdict.NOT_APPLICABLE] * 33)),
    "a hair": a_chart(assessment(*[Fraction(1, 1000)] * 6)),
    "long name": a_chart(municipality=Verbatim(LONG_NAME[:100])),
    "one long word": a_chart(municipality=Verbatim("Ñ" * 100)),
    "no name": a_chart(municipality=Verbatim("")),
}


def image(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("L")


def dark(picture: Image.Image) -> float:
    return sum(picture.histogram()[:128]) / (picture.width * picture.height)


def well_set(png: bytes) -> bool:
    """As wide as a phone, higher than wide, something on it, and nothing that runs over its edges."""
    picture = image(png)
    width, height = picture.size
    edges = [picture.crop((0, 0, 40, height)), picture.crop((width - 40, 0, width, height))]
    return width == 1080 and 1.5 < height / width < 4 and 0.02 < dark(picture) < 0.5 and all(dark(edge) == 0 for edge in edges)


@pytest.mark.parametrize("extreme", EXTREMES)
def test_every_result_fits_on_the_picture(extreme: str, tmp_path: Path) -> None:
    assert well_set(chart(EXTREMES[extreme], "es", wording(tmp_path)))


@pytest.mark.parametrize("language", ["ht", "en", "pt_BR", "fr"])
def test_translations_twice_as_long_fit(language: str, tmp_path: Path) -> None:
    twice = wording(tmp_path, language, lambda source: f"{source} {source}")
    assert well_set(chart(a_chart(), language, twice))


def test_chinese_fits_and_leaves_nothing_in_spanish(tmp_path: Path) -> None:
    chinese = wording(tmp_path, "zh_Hans", lambda source: "市政府自我评估，" * (1 + len(source) // 12))
    assert well_set(chart(a_chart(), "zh_Hans", chinese))
    assert spoken(facts(a_chart()), "zh_Hans", chinese)["tongue"] == {"lang": "zh", "region": "CN"}


def test_the_picture_says_everything_and_that_it_decides_nothing(tmp_path: Path, pdftotext: Reader) -> None:
    said = spoken(facts(a_chart()), "es", wording(tmp_path))
    (page,) = pdftotext.pages(pdf("chart.typ", said))
    for sentence in (
        programme().disclaimer.source,
        "Municipalidad de Quinta Normal",
        "Edición 0.1.0 · noviembre de 2026",
        "En desarrollo",
        "La línea marca el 60 %: lo que necesita cada dimensión para estar lista.",
        *(dimension.name.source for dimension in programme().dimensions),
        *("100 %", "81 %", "30 %", "59 %", "0 %", "No aplica"),
    ):
        assert sentence in page, sentence
    assert "puntaje" not in page.lower()


def test_without_its_notice_the_picture_would_be_another(tmp_path: Path) -> None:
    bare = replace(programme(), disclaimer=replace(programme().disclaimer, source="."))
    silent = chart(replace(a_chart(), programme=bare), "es", wording(tmp_path / "a"))
    assert image(chart(a_chart(), "es", wording(tmp_path / "b"))).height > image(silent).height + 100


@pytest.mark.parametrize(("index", "figure"), [((3, 5), "60 %"), ((599, 1000), "59 %"), ((999, 1000), "99 %"), ((1, 1), "100 %")])
def test_no_figure_says_more_than_was_reached(index: tuple[int, int], figure: str, tmp_path: Path) -> None:
    drawn = a_chart(assessment(Fraction(*index), *SOME[1:]))
    first = strings(spoken(facts(drawn), "es", wording(tmp_path))["dimensions"])[:2]
    assert first == ["Adhesión y postulación", figure]


def test_every_criterion_is_counted_under_its_word(tmp_path: Path) -> None:
    drawn = a_chart(
        assessment(*SOME, verdicts=[Verdict.MEETS] * 3 + [Verdict.PARTLY] * 2 + [Verdict.NOT_MET, Verdict.NOT_APPLICABLE])
    )
    counts = strings(spoken(facts(drawn), "es", wording(tmp_path))["verdicts"])
    said = dict(zip(counts[1::3], counts[2::3], strict=True))
    pending = str(len(list(programme().criteria())) - 7)
    assert said == {"Cumple": "3", "Cumple en parte": "2", "Aún no cumple": "1", "Falta información": pending, "No aplica": "1"}


def test_the_bars_are_seen_in_grey(tmp_path: Path) -> None:
    words = wording(tmp_path)
    full, empty = (image(chart(EXTREMES[name], "es", words)) for name in ("all one", "all zero"))
    assert dark(full) > dark(empty) + 0.04


@pytest.mark.parametrize("name", ["#panic()", "*x* _y_ $z$", '\\u{41} <a> @b `c` [d] "e" // f', '{"data": 1}', "= Title"])
def test_a_name_is_printed_and_never_run(name: str, tmp_path: Path, pdftotext: Reader) -> None:
    (page,) = pdftotext.pages(pdf("chart.typ", spoken(facts(a_chart(municipality=Verbatim(name))), "es", wording(tmp_path))))
    assert name in page


@pytest.mark.parametrize("missing", ["Institucionalidad", "Criterios por resultado"])
def test_one_missing_translation_and_all_is_in_spanish_under_a_word_about_it(missing: str, tmp_path: Path) -> None:
    words = wording(tmp_path, "ht", lambda source: f"HT {source}", without=missing)
    said = spoken(facts(a_chart()), "ht", words)
    assert said["notice"] == {
        "text": "Tèks sa a an panyòl paske nou poko gen tradiksyon li.",
        "tongue": {"lang": "ht", "region": None},
    }
    assert said["tongue"] == {"lang": "es", "region": "CL"}
    assert not [text for text in strings(said) if text.startswith("HT")]
    assert well_set(chart(a_chart(), "ht", words))


def test_translated_whole_it_has_no_word_about_it(tmp_path: Path) -> None:
    said = spoken(facts(a_chart()), "ht", wording(tmp_path, "ht", lambda source: f"HT {source}"))
    assert said["notice"] is None
    assert str(said["band"]).startswith("HT")


def test_equal_results_give_equal_pictures(tmp_path: Path) -> None:
    words = wording(tmp_path)
    assert chart(a_chart(), "es", words) == chart(a_chart(), "es", words)


def test_another_result_gives_another_picture(tmp_path: Path) -> None:
    words = wording(tmp_path)
    changed: Chart = a_chart(assessment(Fraction(9, 10), *SOME[1:]))
    assert chart(a_chart(), "es", words) != chart(changed, "es", words)
