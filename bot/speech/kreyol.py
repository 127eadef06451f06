"""Kreyòl as sounds: each is spelt in one way only, but espeak-ng's own rules read «ou», «ch» and «an» letter by letter."""

import re
from collections.abc import Iterator
from itertools import groupby

_SOUNDS = {
    "tch": "tS", "dj": "dZ", "ch": "S", "ou": "u", "ng": "N", "ui": "wi",
    "an": "A~", "en": "E~", "on": "O~", "à": "a", "è": "E", "ò": "O", "é": "e",
    "a": "a", "e": "e", "i": "i", "o": "o", "j": "Z", "y": "j", "r": "Q",
    **{each: each for each in "bdfghklmnpstvwz"},
}  # fmt: skip
_VOWEL = re.compile(r"A~|E~|O~|[aeiouEO]")
# A nasal vowel is none before another vowel: «ane» is a-n-e. «ng» is one sound at the end of a word only.
_LETTERS = re.compile(r"[aeo]n(?![aeiouàèéò])|tch|dj|ch|ou|ui|ng(?![a-zàèéò])|[aàbdeèéfghijklmnoòprstvwyz]")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_ONES = (
    "zewo", "en", "de", "twa", "kat", "senk", "sis", "sèt", "uit", "nèf", "dis", "onz", "douz", "trèz", "katòz", "kenz", "sèz",
    "disèt", "dizuit", "diznèf",
)  # fmt: skip
_TENS = ("", "", "ven", "trant", "karant", "senkant", "swasant", "swasant", "katreven", "katreven")


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """The text with each word as espeak-ng's phonemes; words that Kreyòl could not spell stay, and are Spanish."""
    words = text.replace("'", " ").replace("’", " ").split()
    for is_kreyol, run in groupby(words, key=_is_kreyol):
        said = " ".join(run)
        yield ("ht", _WORD.sub(_spoken, said)) if is_kreyol else ("es", said)


def _is_kreyol(word: str) -> bool:
    return all(each.isdecimal() or _letters(each) for each in _WORD.findall(word))


def _spoken(word: re.Match[str]) -> str:
    written = word.group()
    return " ".join(map(_sounded, _number(int(written)) if written.isdecimal() else [written]))


def _letters(word: str) -> list[str]:
    """The letters and groups of letters that are a sound each; none where it is no word of Kreyòl."""
    letters = _LETTERS.findall(word.lower())
    return letters if "".join(letters) == word.lower() else []


def _sounded(word: str) -> str:
    said = "".join(_SOUNDS[each] for each in _letters(word))
    *_, last = (0, *(vowel.start() for vowel in _VOWEL.finditer(said)))
    return f"[[{said[:last]}'{said[last:]}]]"


def _number(number: int) -> list[str]:
    if number < len(_ONES):
        return [_ONES[number]]
    for unit, name in ((1_000_000, "milyon"), (1000, "mil"), (100, "san")):
        if number >= unit:
            count, rest = divmod(number, unit)
            return [*(_number(count) if count > 1 else []), name, *(_number(rest) if rest else [])]
    tens, ones = divmod(number, 10)
    ones += 10 if tens in {7, 9} else 0
    return [_TENS[tens], *([_ONES[ones]] if ones else [])]
