"""Data and a template in, a picture or a document out. The templates and their fonts stand beside this file."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from bot.pictures.spoken import Spoken

if TYPE_CHECKING:
    from typst import Fonts

HERE = Path(__file__).parent
FONTS = HERE / "fonts"
PIXELS_PER_INCH = 216.0  # a page 360 points wide comes out 1080 pixels wide


def png(template: str, data: Mapping[str, Spoken]) -> bytes:
    """The template's one page as PNG."""
    return _set(template, data, "png")


def pdf(template: str, data: Mapping[str, Spoken]) -> bytes:
    """The template as tagged PDF, refused by typst unless it holds to PDF/UA-1."""
    return _set(template, data, "pdf")


def _set(template: str, data: Mapping[str, Spoken], format: Literal["png", "pdf"]) -> bytes:
    import typst  # noqa: PLC0415  (80 MB of native code: only who wants a picture waits for it)

    # People's words travel as data, never as part of a template: whatever they type is printed, not run.
    made = typst.compile(
        HERE / template,
        root=HERE,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format=format,
        ppi=PIXELS_PER_INCH,
        sys_inputs={"data": json.dumps(data)},
        pdf_standards=["ua-1"] if format == "pdf" else [],
    )
    if not isinstance(made, bytes):
        raise TypeError(f"{template} is to have one page as {format}")
    return made


@cache
def _fonts() -> "Fonts":
    import typst  # noqa: PLC0415

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
