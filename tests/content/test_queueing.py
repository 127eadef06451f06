"""The order of the queue, as it is written and as it is read."""

import shutil
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from content.queueing import Precedence, QueueRule, Waiting
from content.reading import CONTENT, ContentMistakes, read_queue_rule

RULE = read_queue_rule()


def waiting(urgent: bool = False, minutes: int = 0, dependency: str | None = "50", population: int | None = 1000) -> Waiting:
    return Waiting(urgent, timedelta(minutes=minutes), None if dependency is None else Decimal(dependency), population)


@pytest.mark.parametrize(
    ("sooner", "later"),
    [
        (waiting(urgent=True), waiting(minutes=6000)),
        (waiting(minutes=120), waiting(minutes=119, dependency="99")),
        (waiting(minutes=60, dependency="80"), waiting(minutes=119, dependency="20")),
        (waiting(dependency="80.5"), waiting(dependency="80.4", population=10)),
        (waiting(population=900), waiting(population=1000)),
        (waiting(dependency=None), waiting(dependency="100")),
        (waiting(population=None), waiting(population=1)),
        (waiting(dependency=None, population=5000), waiting(dependency="100", population=None)),
    ],
)
def test_the_order_of_the_content(sooner: Waiting, later: Waiting) -> None:
    assert RULE.place(sooner) < RULE.place(later)


def test_minutes_within_an_hour_are_a_draw() -> None:
    assert RULE.place(waiting(minutes=60)) == RULE.place(waiting(minutes=119))


def test_blanks_last_where_it_is_so_written() -> None:
    rule = QueueRule((Precedence.MOST_DEPENDENT,), False, timedelta(hours=8), timedelta(hours=1))
    assert rule.place(waiting(dependency="0")) < rule.place(waiting(dependency=None))


def test_the_promise_is_sooner_for_what_is_urgent() -> None:
    assert RULE.promise(urgent=True) < RULE.promise(urgent=False)


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        ("menos_poblacion]", "menos_poblasion]", "¿Quiso decir «menos_poblacion»?"),
        ("orden: [urgente, ", "orden: [urgente, urgente, ", "está dos veces"),
        ("sin_dato: primero", "sin_dato: primera", "«sin_dato» no puede ser «primera»"),
        ("sin_dato: primero", "sin_datos: primero", "No conocemos «sin_datos»"),
        ("horas: 8", "horas: 0", "fuera de rango"),
        ("horas: 8", "horas: ocho", "no es un número"),
    ],
)
def test_a_slip_is_explained(tmp_path: Path, before: str, after: str, what: str) -> None:
    shutil.copytree(CONTENT / "apoyo", tmp_path / "apoyo")
    file = tmp_path / "apoyo" / "cola.yaml"
    written = file.read_text(encoding="utf-8")
    assert before in written
    file.write_text(written.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(ContentMistakes) as mistakes:
        read_queue_rule(tmp_path)
    assert what in str(mistakes.value)
    assert "content/apoyo/cola.yaml" in str(mistakes.value)
