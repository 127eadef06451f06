"""A mistake in the phrases of danger, and what the person who edits them is told."""

from pathlib import Path
from shutil import copytree

import pytest

from content.reading import CONTENT, ContentMistakes, read_understanding
from tests.content.desk import Desk

SPANISH = "apoyo/palabras-de-peligro/es.yaml"
FIRST = '- "dejo de respirar"'


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    copytree(CONTENT / "apoyo", tmp_path / "apoyo")
    return Desk(tmp_path)


def _complaints(desk: Desk) -> list[str]:
    with pytest.raises(ContentMistakes) as mistakes:
        read_understanding(desk.folder)
    return [str(each) for each in mistakes.value.complaints]


@pytest.mark.parametrize(
    ("written", "what", "remedy"),
    [
        ("{niñes} + cayo", "No hay un grupo «niñes»", "¿Quiso decir «niñez»?"),
        ("dejo de …", "termina en «…»", "la palabra que se espera"),
        ("no? respira", "no comienza con una palabra", "que no lleve «?»"),
        ("dejo + ", "Falta una palabra junto a «+»", "Escriba al comienzo"),
        ("no/ respira", "no tiene palabras", "Escriba una palabra"),
        ("re*", "es muy corto para llevar «*»", "tres letras"),
        ("res*pira", "tiene un signo que no va ahí", "CÓMO-EDITAR.md"),
    ],
)
def test_a_slip_is_named_with_its_line(desk: Desk, written: str, what: str, remedy: str) -> None:
    desk.edit(SPANISH, FIRST, f'- "{written}"')
    line = desk.line(SPANISH, f'- "{written}"')
    found = [each for each in _complaints(desk) if what in each and remedy in each]
    assert any(f"content/{SPANISH}, línea {line}:" in each for each in found), _complaints(desk)


def test_a_kind_that_is_left_out_is_named(desk: Desk) -> None:
    desk.edit(SPANISH, "\ntrata:\n", "\ntratas:\n")
    said = _complaints(desk)
    assert any("Falta «trata»" in each for each in said)
    assert any("No conocemos «tratas»" in each for each in said)


def test_a_file_of_another_language_is_named(desk: Desk) -> None:
    (desk.folder / "apoyo/palabras-de-peligro/de.yaml").write_text("a: b\n", encoding="utf-8")
    assert any("de.yaml" in each and "es.yaml" in each for each in _complaints(desk))


def test_a_file_that_is_missing_is_named(desk: Desk) -> None:
    desk.file("apoyo/palabras-de-peligro/zh.yaml").unlink()
    assert any("zh.yaml" in each and "Falta este archivo" in each for each in _complaints(desk))
