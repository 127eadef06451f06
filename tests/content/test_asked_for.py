"""What is counted of a question: terms of our own vocabulary, and never a word of whoever asks."""

import csv

import pytest

from content.asked_for import AskedFor
from content.reading import CONTENT, read_asked_for

FOLDER = CONTENT / "servicios" / "vocabulario"


@pytest.fixture(scope="module")
def asked_for() -> AskedFor:
    return read_asked_for()


def _terms(*stems: str) -> set[str]:
    files = [path for path in FOLDER.glob("*.csv") if path.stem in stems]
    return {
        row[0] for path in files for row in list(csv.reader(path.read_text(encoding="utf-8").splitlines(), delimiter=";"))[1:]
    }


def test_neither_danger_nor_what_no_service_answers_is_counted(asked_for: AskedFor) -> None:
    needs = "animo", "casa", "comunidad", "derecho", "ninos", "papeles", "salud", "trabajo"
    assert asked_for.terms == _terms(*needs)
    assert asked_for.terms & _terms("fuera", "peligro") == set()


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("no puedo pagar el ARRIENDO", {"arriendo"}),
        ("mwen bezwen yon doktè", {"médico"}),
        ("医生", {"médico"}),
        ("me llamo Yuleisy Quispealaya, 12.345.678-5, +56912345678, yuleisy@ejemplo.cl", set()),
        ("", set()),
        ("🙂" * 4000, set()),
    ],
)
def test_a_term_is_ours_in_whatever_language_it_is_said(asked_for: AskedFor, text: str, terms: set[str]) -> None:
    assert set(asked_for.said(text)) == terms


def test_of_a_long_text_only_a_few_terms_are_counted(asked_for: AskedFor) -> None:
    said = asked_for.said("médico arriendo visa abogado jefe colegio psicólogo bono " * 500)
    assert len(said) == len(set(said)) == 5
    assert set(said) < asked_for.terms
