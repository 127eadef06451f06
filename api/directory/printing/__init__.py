"""A poster to hang up: one code to scan, one line in each language."""

import io
import json
from pathlib import Path

import segno
import typst

from api.errors import Refusal
from api.voice import say
from content.directory import Commune
from content.languages import LANGUAGES, SOURCE
from content.sentences import Say
from content.wording import Wording

HERE = Path(__file__).parent
FONTS = HERE / "fonts"
"""Cut down to what the api says."""
REGIONS = {"es": "CL", "pt_BR": "BR", "zh_Hans": "CN"}
"""Chinese needs its country for the shapes of its characters."""


class BotUnnamed(Refusal):
    """Nobody said which bot the code is to open."""

    name, title = "bot-unnamed", "Falta el nombre del bot. Fije SELLO_BOT_USERNAME y vuelva a intentarlo."


def address(commune: Commune, bot: str | None) -> str:
    """What the code opens: the bot, at that commune; BotUnnamed."""
    if not bot:
        raise BotUnnamed
    return f"https://t.me/{bot}?start=com_{commune.cut}"


def invitation(commune: Commune) -> Say:
    """What stands on it in every language."""
    return say("¿Necesita ayuda en {commune}? Escanee y pregunte en su idioma, gratis y sin dar su nombre.", commune=commune.name)


def poster(commune: Commune, bot: str | None, wording: Wording) -> bytes:
    """An A4 PDF (PDF/UA-1) with a code that opens the bot at that commune; equal calls give equal bytes. BotUnnamed."""
    opened = address(commune, bot)
    line = invitation(commune)
    spoken = [code for code in LANGUAGES if code == SOURCE or wording.shortfall([line], code) is None]
    lines = [{"lang": code.partition("_")[0], "region": REGIONS.get(code), "text": wording.word(line, code)} for code in spoken]
    data = {"commune": commune.name, "address": opened, "code": _code(opened), "lines": lines}
    made = typst.compile(
        HERE / "poster.typ",
        root=HERE,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": json.dumps(data)},
        pdf_standards=["ua-1"],
    )
    if not isinstance(made, bytes):
        raise TypeError("a poster has one page")
    return made


def _code(opened: str) -> str:
    drawn = io.BytesIO()
    # A quarter of it may be torn off or painted over, and it still opens.
    segno.make(opened, error="q", micro=False).save(drawn, kind="svg", border=0, xmldecl=False)
    return drawn.getvalue().decode()
