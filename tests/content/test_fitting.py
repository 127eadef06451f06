"""Which service answers just these words."""

import pytest

from content.fitting import Fitting
from content.local_services import identifier
from content.reading import read_services

FITTING = Fitting(read_services())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("No tengo RUT, ¿me atienden?", "fonasa-sin-documentos"),
        ("mwen pa gen papye", "fonasa-sin-documentos"),
        ("PITIT MWEN MALAD", "salud-garantizada"),
        ("estoy embarazada", "salud-garantizada"),
        ("Meu patrão não me pagou", "dt"),
        ("我想学西班牙语", "espanol"),
        ("quiero votar", "voto"),
    ],
)
def test_the_words_of_people_who_need_it(text: str, code: str) -> None:
    fit = FITTING.fit(text)
    assert max(fit, key=lambda each: fit[each]) == identifier("servicio", code)


def test_a_part_of_a_word_is_not_the_word() -> None:
    assert identifier("servicio", "cesfam") not in FITTING.fit("controlaron el doctorado")
    assert FITTING.fit("") == {}


def test_more_words_weigh_more() -> None:
    fit = FITTING.fit("junta de vecinos")
    assert fit[identifier("servicio", "organizaciones")] == 3
