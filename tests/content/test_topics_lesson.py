"""What questions are learnt from: mistakes in its files are told, and what is kept is only used while it is current."""

from pathlib import Path
from shutil import copytree

import pytest

from content.concepts import Term
from content.cues import Cues
from content.examples import Example
from content.reading import CONTENT, ContentMistakes, read_lesson
from content.reading.learnt import FILE, Lesson, learnt

NO_CUES = Cues({}, frozenset(), frozenset(), {}, {}, {})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of what is learnt from."""
    for part in ("comunas", "servicios/ejemplos", "servicios/vocabulario"):
        copytree(CONTENT / part, tmp_path / part)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("servicios/ejemplos/es/OTRO.txt", "hola", "No conocemos este archivo."),
        ("servicios/vocabulario/salud.csv", "a;b\n", "Las columnas son otras."),
        ("servicios/vocabulario/otro.csv", "concepto;es;ht;en;pt;fr;zh\nfuego;a;b;c;d;e;f\n", "«fuego» ya está en"),
        ("servicios/vocabulario/otro.csv", "concepto;es;ht;en;pt;fr;zh\nnuevo;a;b;c;d;;f\n", "Falta o sobra una celda."),
        ("comunas/en-frases.csv", "palabra,clase\nen,lugr\n", "¿Quiso decir «lugar»?"),
    ],
)
def test_a_mistake_is_told(folder: Path, file: str, text: str, told: str) -> None:
    (folder / file).write_text(text, encoding="utf-8")
    with pytest.raises(ContentMistakes, match=told.replace("?", r"\?")):
        read_lesson(folder)


def test_a_file_that_is_missing_or_in_latin_1_is_told(folder: Path) -> None:
    (folder / "servicios/ejemplos/ht/WORK.txt").unlink()
    (folder / "servicios/ejemplos/es/WORK.txt").write_bytes("señor".encode("latin-1"))
    with pytest.raises(ContentMistakes) as mistakes:
        read_lesson(folder)
    assert [each.what for each in mistakes.value.complaints] == ["Los acentos no se pueden leer.", "Falta este archivo."]


@pytest.fixture
def lesson() -> Lesson:
    """A small one."""
    labels = ("WORK", "FUERA", "PELIGRO-CHILD", "PELIGRO-MEDICAL")
    examples = [
        Example(f"{label} {word} {word}", label, code) for label in labels for word in ("uno", "dos") for code in ("es", "en")
    ]
    return Lesson(examples, [Term(("uno",), False, "número")], NO_CUES)


def test_what_was_learnt_is_kept_until_the_lesson_changes(tmp_path: Path, lesson: Lesson) -> None:
    told: list[str] = []
    first = learnt(tmp_path / FILE, lesson, told.append)
    assert told
    told.clear()
    again = learnt(tmp_path / FILE, lesson, told.append)
    assert (told, again.labels, dict(again.pieces)) == ([], first.labels, dict(first.pieces))
    learnt(tmp_path / FILE, Lesson(lesson.examples[1:], lesson.terms, NO_CUES), told.append)
    assert told


def test_a_kept_file_that_is_broken_is_learnt_anew(tmp_path: Path, lesson: Lesson) -> None:
    (tmp_path / FILE).write_bytes(b"not an archive")
    told: list[str] = []
    learnt(tmp_path / FILE, lesson, told.append)
    assert told
