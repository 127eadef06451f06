"""What the benchmarks share: the real content, and one table at the end of the run."""

import pytest

from bot.assembly import read_content
from bot.dialogue.turn import Content
from tests.benchmarks.figures import Figures

_FIGURES = Figures()


@pytest.fixture(scope="session")
def figures() -> Figures:
    """Where to write down what was measured."""
    return _FIGURES


@pytest.fixture(scope="session")
def content() -> Content:
    """The whole programme, in every language."""
    return read_content()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The table."""
    if _FIGURES.all:
        terminalreporter.section("figures")
        for line in _FIGURES.table():
            terminalreporter.write_line(line)
