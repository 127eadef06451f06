"""The text of a message: parse modes, entities, and the length that Telegram counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.playground.html import read_html
from bot.playground.limits import units
from bot.playground.markdown import read_markdown
from bot.playground.refusals import bad_request
from bot.playground.wire import Wire

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024

_FOUND_BY_ITSELF = re.compile(
    r"(?P<url>\bhttps?://[^\s<>\"']*[^\s<>\"'.,;:!?)\]»]|\bt\.me/[\w?=+/-]+)"
    r"|(?P<email>\b[\w.+-]+@[\w-]+\.[\w.-]*\w)"
    r"|(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@\w+)?)"
    r"|(?P<mention>(?<!\w)@[A-Za-z]\w{3,31})"
    r"|(?P<hashtag>(?<!\w)#\w*[^\W\d]\w*)"
)
_OPAQUE = frozenset({"code", "pre", "text_link", "text_mention", "custom_emoji"})


@dataclass(frozen=True, slots=True)
class Formatted:
    """Visible text with its entities, offsets in UTF-16 units."""

    text: str
    entities: tuple[Wire, ...] = ()

    def wire(self, text: str = "text", entities: str = "entities") -> Wire:
        """The members of a message; neither where there is no text."""
        if not self.text:
            return {}
        return {text: self.text} | ({entities: list(self.entities)} if self.entities else {})


def plain(text: str) -> Formatted:
    """A person's own words, with the commands and links that Telegram marks in them."""
    return noticed(Formatted(text))


def noticed(words: Formatted) -> Formatted:
    """A person's own words, with the marks they made and those that Telegram makes."""
    return _marked(_trimmed(words))


def message_text(values: Wire) -> Formatted:
    """The text of a call; refused when nothing of it is visible or when it is too long."""
    formatted = _read(values, "text", "entities")
    if not formatted.text:
        raise bad_request("message text is empty")
    if units(formatted.text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return formatted


def caption(values: Wire) -> Formatted:
    """The caption of a call or of an album's item; it may be empty."""
    formatted = _read(values, "caption", "caption_entities")
    if units(formatted.text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return formatted


def _read(values: Wire, text: str, entities: str) -> Formatted:
    written = str(values.get(text, ""))
    mode = str(values.get("parse_mode", "")).lower()
    match mode:
        case "":
            return _marked(_trimmed(Formatted(written, tuple(values.get(entities, ())))))
        case "html":
            return _marked(_trimmed(Formatted(*read_html(written))))
        case "markdown" | "markdownv2":
            return _marked(_trimmed(Formatted(*read_markdown(written, version=2 if mode.endswith("v2") else 1))))
    raise bad_request("unsupported parse_mode")


def _trimmed(formatted: Formatted) -> Formatted:
    """Without white space at both ends, as the server stores it; entities moved along."""
    start = units(formatted.text) - units(formatted.text.lstrip())
    text = formatted.text.strip()
    return Formatted(text, tuple(_moved(formatted.entities, start, units(text))))


def _moved(entities: tuple[Wire, ...], start: int, end: int) -> Iterator[Wire]:
    for entity in entities:
        first = max(entity["offset"] - start, 0)
        last = min(entity["offset"] + entity["length"] - start, end)
        if first < last:
            yield entity | {"offset": first, "length": last - first}


def _marked(formatted: Formatted) -> Formatted:
    taken = [(e["offset"], e["offset"] + e["length"]) for e in formatted.entities if e["type"] in _OPAQUE]
    found = [entity for entity in _noticed(formatted.text) if not any(_overlap(entity, span) for span in taken)]
    return Formatted(formatted.text, tuple(sorted((*formatted.entities, *found), key=_outermost_first)))


def _noticed(text: str) -> Iterator[Wire]:
    for match in _FOUND_BY_ITSELF.finditer(text):
        yield {"type": str(match.lastgroup), "offset": units(text[: match.start()]), "length": units(match.group())}


def _overlap(entity: Wire, span: tuple[int, int]) -> bool:
    return bool(entity["offset"] < span[1] and span[0] < entity["offset"] + entity["length"])


def _outermost_first(entity: Wire) -> tuple[int, int]:
    return entity["offset"], -entity["length"]
