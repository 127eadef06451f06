"""Sentences as they are to be heard: no pictures or addresses of pages, phone numbers digit by digit, times as they are said."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.speech import kreyol
from bot.speech.tongues import TONGUES, Tongue

_PHONE_SIGN = "☎"
_CAPITALS = re.compile(r"\b[A-Z]+\b")
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_UNHEARD = str.maketrans({**dict.fromkeys('[]{}<>|_•«»“”"', " "), **dict.fromkeys("()", ",")})
_NUMBER = re.compile(r"\+?\d(?:[ -]?\d)*")
_PHONE = re.compile(r"\+?(?<![\d.,:])\d(?:[ -]?\d){6,}(?![\d:])")
_OCLOCK = re.compile(r"\b(\d{1,2}):00\b")
_SPELL = re.compile(r"(?<=\d)\s?[–-]\s?(?=\d{1,2}:\d\d)")
_THOUSANDS = re.compile(r"(?<=\d)\.(?=\d{3}\b)")
_PESOS = re.compile(r"\$\s?(\d+)")
_HALF_PAUSE = re.compile(r"[ ,]*[–—,][ ,–—]*")
_MISPLACED = re.compile(r"(?<=[.?!:;]) \.|[ ,]+(?=[,.;:?!])")

Piece = tuple[str, str]
"""A language and what is said in it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """So much as one voice says in one go."""

    language: str
    text: str


def heard(lines: Iterable[Sequence[Piece]]) -> list[Passage]:
    """Lines of a screen, each in pieces of one language or another, as passages; a pause ends every line."""
    pieces = [piece for line in lines for piece in _line(line)]
    spans = groupby(pieces, key=lambda piece: piece[0])
    passages = [(language, _MISPLACED.sub("", " ".join(text for _, text in span))) for language, span in spans]
    return [Passage(*piece) for passage in passages for piece in (kreyol.pieces(passage[1]) if passage[0] == "ht" else [passage])]


def _line(pieces: Sequence[Piece]) -> Iterator[Piece]:
    is_phone = any(_PHONE_SIGN in text for _, text in pieces)
    current = ""
    for language, written in pieces:
        text = _said(written, TONGUES[language], is_phone=is_phone)
        # A comma between two names is no word of another language.
        current = language if any(map(str.isalnum, text)) else current
        if current and text:
            yield current, text
    if current:
        yield current, "."


def _said(text: str, tongue: Tongue, *, is_phone: bool) -> str:
    text = _LINK.sub(" ", unicodedata.normalize("NFC", text)).translate(_UNHEARD)
    text = "".join(" " if unicodedata.category(each) in {"So", "Sk", "Cf", "Mn", "Co", "Cn"} else each for each in text)
    text = (_NUMBER if is_phone else _PHONE).sub(_digits, text)
    text = _SPELL.sub(f" {tongue.until} ", _PESOS.sub(r"\1 pesos", _THOUSANDS.sub("", text)))
    text = _HALF_PAUSE.sub(", ", _OCLOCK.sub(rf"\1 {tongue.hours}", text))
    text = _CAPITALS.sub(lambda word: word.group().lower() if word.group() in tongue.words else word.group(), text)
    return " ".join(text.split())


def _digits(number: re.Match[str]) -> str:
    """Digit by digit, with a pause where a space stood."""
    return ", ".join(" ".join(group) for group in re.split(r"[ -]", number.group().lstrip("+")))
