"""Names and posts as people type them, for colleagues or the team to see."""

import re

from bot.dialogue.voice import say

_NAME = re.compile(r"[^\W\d_][^\d/<>@]{1,59}")
_POST = re.compile(r"[^\W_][^/<>@]{1,79}")

NO_NAME = say("No pudimos leer el nombre. Escriba de 2 a 60 letras, sin números.")
NO_POST = say("No pudimos leer el cargo. Escriba de 2 a 80 letras.")
RUT_CAME = say("Su mensaje traía un RUT y no lo guardamos. No necesita enviarlo. Bórrelo de este chat.")


def name_in(text: str) -> str | None:
    """The name that was typed, None for what is none."""
    typed = " ".join(text.split())
    return typed if _NAME.fullmatch(typed) else None


def post_in(text: str) -> str | None:
    """The post that was typed, None for what is none."""
    typed = " ".join(text.split())
    return typed if _POST.fullmatch(typed) else None
