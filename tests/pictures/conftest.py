"""What the tests of pictures share."""

from tests.pictures.reading import pdftotext

__all__ = ["pdftotext"]
