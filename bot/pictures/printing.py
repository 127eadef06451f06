"""A document to keep: a copy of the answers, or a receipt."""

from bot.dialogue.screen import Paper
from bot.pictures.spoken import spoken
from bot.pictures.typesetting import pdf
from content.wording import Wording


def paper(paper: Paper, language: str, wording: Wording) -> bytes:
    """An A4 PDF that can be read aloud (PDF/UA-1), with the notice on each page; equal papers give equal bytes."""
    blocks = [{"style": str(block.style), "lines": block.lines} for block in paper.blocks]
    sheet = {"title": paper.title, "disclaimer": paper.notice, "blocks": blocks}
    return pdf("paper.typ", spoken(sheet, language, wording))
