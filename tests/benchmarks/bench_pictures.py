"""How long a person waits for a picture or a document."""

from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture

from bot.dialogue.screen import Paper, quote, strong
from bot.pictures import chart, paper
from content.sentences import Verbatim
from tests.pictures.sheets import a_chart, programme, wording


def test_a_chart(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    assert benchmark(chart, a_chart(), "es", wording(tmp_path))


def test_a_copy_of_every_question(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    blocks = [block for each in programme().questions() for block in (strong(each.text), quote(Verbatim("Sí")))]
    whole = Paper("copia.pdf", Verbatim("Copia"), tuple(blocks), programme().disclaimer)
    assert benchmark(paper, whole, "es", wording(tmp_path))
