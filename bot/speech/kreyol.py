"""Kreyòl as sounds: each is spelt in one way only, but espeak-ng's own rules read «ou», «ch» and «an» letter by letter."""

import re

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
_LONGEST = 4


def sounds(text: str) -> str:
    """The text with each word as espeak-ng's phonemes; a word that Kreyòl could not spell stays as it is."""
    return _WORD.sub(lambda word: _spoken(word.group()), text.replace("'", " ").replace("’", " "))


def _spoken(word: str) -> str:
    words = _number(int(word)) if word.isdecimal() and len(word) <= _LONGEST else [word]
    return " ".join(map(_sounded, words))


def _sounded(word: str) -> str:
    letters = list(_LETTERS.finditer(word.lower()))
    if "".join(each.group() for each in letters) != word.lower():
        return word
    said = "".join(_SOUNDS[each.group()] for each in letters)
    *_, last = _VOWEL.finditer(said) if _VOWEL.search(said) else (None,)
    return f"[[{said}]]" if last is None else f"[[{said[: last.start()]}'{said[last.start() :]}]]"


def _number(number: int) -> list[str]:
    if number < len(_ONES):
        return [_ONES[number]]
    for unit, name in ((1000, "mil"), (100, "san")):
        if number >= unit:
            count, rest = divmod(number, unit)
            return [*([_ONES[count]] if count > 1 else []), name, *(_number(rest) if rest else [])]
    tens, ones = divmod(number, 10)
    ones += 10 if tens in {7, 9} else 0
    return [_TENS[tens], *([_ONES[ones]] if ones else [])]
