"""Reading back what was printed, as somebody does who has only the document."""

import subprocess
from re import findall

import pytest

from tests.machine import lack, program


@pytest.fixture(scope="session")
def pdftotext() -> "Reader":
    """A reader of PDF."""
    return Reader(str(program("pdftotext") or lack("pdftotext", "install poppler-utils")))


class Reader:
    """Reads PDF with poppler's pdftotext."""

    def __init__(self, program: str) -> None:
        self._program = program

    def pages(self, pdf: bytes) -> list[str]:
        """Each page's text, words a space apart wherever lines broke."""
        return [" ".join(page.split()) for page in self._run(pdf).split("\f")[:-1]]

    def right_edge(self, pdf: bytes) -> float:
        """Where the rightmost word ends, in points."""
        return max(float(edge) for edge in findall(r'<word [^>]*xMax="([0-9.]+)"', self._run(pdf, "-bbox")))

    def _run(self, pdf: bytes, *options: str) -> str:
        ran = subprocess.run([self._program, "-enc", "UTF-8", *options, "-", "-"], input=pdf, capture_output=True, check=True)
        return ran.stdout.decode()
