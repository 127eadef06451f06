"""A sheet's sentences, all in one language: never half in one and half in another."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from content.languages import SOURCE, offered
from content.sentences import Say, Text, Verbatim
from content.wording import Wording

Unspoken: TypeAlias = "Text | str | float | Sequence[Unspoken] | Mapping[str, Unspoken] | None"
Spoken: TypeAlias = "str | float | Sequence[Spoken] | Mapping[str, Spoken] | None"

# What typst and readers aloud call a language. Chinese needs its country for the shapes of its characters.
REGIONS: Mapping[str, str] = {"es": "CL", "pt_BR": "BR", "zh_Hans": "CN"}
# An emoji only repeats the word after it (STYLE), and no font small enough to carry has all of them.
_EMOJI = re.compile("^[\u2600-\u27bf\U0001f000-\U0001faff]\ufe0f?\\s*")


def spoken(sheet: Mapping[str, Unspoken], language: str, wording: Wording) -> Mapping[str, Spoken]:
    """The sheet in that language; all of it in Spanish, under a `notice`, where one translation is not current."""
    shortfall = wording.shortfall(texts(sheet), language)
    asked = offered(language) or SOURCE
    used = asked if shortfall is None else SOURCE
    notice: Spoken = None if shortfall is None else {"text": wording.notice(shortfall, language), "tongue": _tongue(asked)}
    worded = {name: _worded(each, used, wording) for name, each in sheet.items()}
    return {**worded, "tongue": _tongue(used), "notice": notice}


def texts(sheet: Unspoken) -> Iterator[Text]:
    """Every text of a sheet, in its order."""
    match sheet:
        case Say() | Verbatim():
            yield sheet
        case str() | float() | int() | None:
            return
        case Mapping():
            for each in sheet.values():
                yield from texts(each)
        case Sequence():
            for each in sheet:
                yield from texts(each)


def _worded(sheet: Unspoken, language: str, wording: Wording) -> Spoken:
    match sheet:
        case Say(source):
            said = wording.word(sheet, language)
            return _printable(_EMOJI.sub("", said) if _EMOJI.match(source) else said)
        case Verbatim():
            return _printable(wording.word(sheet, language))
        case str() | float() | int() | None:
            return sheet
        case Mapping():
            return {name: _worded(each, language, wording) for name, each in sheet.items()}
        case Sequence():
            return [_worded(each, language, wording) for each in sheet]


def _printable(said: str) -> str:
    # People may paste control characters, halves of characters and byte order marks, which PDF/UA forbids.
    return "".join(c for c in said if c == "\n" or (unicodedata.category(c) not in ("Cc", "Cs") and c not in "\ufeff\ufffe"))


def _tongue(language: str) -> Mapping[str, Spoken]:
    return {"lang": language.partition("_")[0], "region": REGIONS.get(language)}
