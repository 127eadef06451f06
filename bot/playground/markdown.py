"""Telegram's two Markdowns, for bots that write them; quotations are not among what is read here."""

import re
from dataclasses import dataclass, field

from bot.playground.limits import units
from bot.playground.refusals import Refused, bad_request
from bot.playground.wire import Wire

_MARKS = {"*": "bold", "_": "italic", "__": "underline", "~": "strikethrough", "||": "spoiler", "`": "code", "```": "pre"}
_FIRST_MARKS = frozenset({"*", "_", "`", "```"})
_VERBATIM = frozenset({"`", "```"})
_RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
_TOKEN = re.compile(
    r"\\(?P<escaped>[!-~])|(?P<mark>```|`|\|\||__|[*_~])"
    r"|\[(?P<words>(?:\\.|[^\]\\])*)\]\((?P<address>(?:\\.|[^)\\])*)\)|(?P<other>.)",
    re.DOTALL,
)


@dataclass(slots=True)
class _Reading:
    """What has been read so far; `open` are marks with where they began, in UTF-16 units."""

    version: int
    text: str = ""
    entities: list[Wire] = field(default_factory=list)
    open: list[tuple[str, int]] = field(default_factory=list)

    @property
    def innermost(self) -> str:
        return self.open[-1][0] if self.open else ""

    def mark(self, kind: str, start: int, **more: str) -> None:
        length = units(self.text) - start
        if length:
            self.entities.append({"type": kind, "offset": start, "length": length, **more})


def read_markdown(source: str, version: int) -> tuple[str, tuple[Wire, ...]]:
    """Visible text and entities of version 1 or 2; refused where a mark stays open or, in 2, a sign is not escaped."""
    reading = _Reading(version)
    for token in _TOKEN.finditer(source):
        _take(reading, token)
    if reading.open:
        raise _cannot(f"Can't find end of the entity starting at offset {reading.open[-1][1]}")
    return reading.text, tuple(sorted(reading.entities, key=lambda entity: (entity["offset"], -entity["length"])))


def _take(reading: _Reading, token: re.Match[str]) -> None:
    mark, is_verbatim = token["mark"], reading.innermost in _VERBATIM
    if token["escaped"]:
        reading.text += token["escaped"]
    elif mark and mark == reading.innermost:
        reading.mark(_MARKS[mark], reading.open.pop()[1])
    elif mark and not is_verbatim and (reading.version == 2 or mark in _FIRST_MARKS):
        reading.open.append((mark, units(reading.text)))
    elif token["address"] and not is_verbatim:
        start = units(reading.text)
        reading.text += _unescaped(token["words"])
        reading.mark("text_link", start, url=_unescaped(token["address"]))
    elif reading.version == 2 and not is_verbatim and token["other"] in _RESERVED:
        raise _cannot(f"Character '{token['other']}' is reserved and must be escaped with the preceding '\\'")
    else:
        reading.text += token.group()


def _unescaped(written: str) -> str:
    return re.sub(r"\\(.)", r"\1", written)


def _cannot(reason: str) -> Refused:
    return bad_request(f"can't parse entities: {reason}")
