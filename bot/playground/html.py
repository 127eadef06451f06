"""Telegram's HTML: a handful of tags, nested properly, and nothing else."""

import re
from dataclasses import dataclass, field

from bot.playground.limits import units
from bot.playground.refusals import Refused, bad_request
from bot.playground.wire import Wire

_PLAIN_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_TOKEN = re.compile(r"<(?P<tag>[^>]*)>|&(?P<entity>#x[0-9a-fA-F]+|#[0-9]+|[a-z]+);?|(?P<open><)|(?P<text>[^<&]+|&)")
_ATTRIBUTE = re.compile(r"([a-zA-Z-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")


@dataclass(slots=True)
class _Open:
    tag: str
    entity: Wire | None
    start: int


@dataclass(slots=True)
class _Reading:
    """What has been read so far; `length` is its visible length in UTF-16 units."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    open: list[_Open] = field(default_factory=list)
    entities: list[Wire] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += units(text)


def read_html(source: str) -> tuple[str, tuple[Wire, ...]]:
    """Visible text and entities; refused with the byte offset of what Telegram does not know."""
    reading = _Reading()
    for token in _TOKEN.finditer(source):
        match token.lastgroup:
            case "tag":
                _tag(reading, token["tag"], len(source[: token.start()].encode()))
            case "entity":
                reading.add(_character(token["entity"], token.group()))
            case "open":
                raise _unclosed(source[token.end() :], len(source[: token.start()].encode()))
            case _:
                reading.add(token.group())
    if reading.open:
        raise _cannot(f'Can\'t find end tag corresponding to start tag "{reading.open[-1].tag}"')
    return "".join(reading.pieces), tuple(sorted(reading.entities, key=lambda e: (e["offset"], -e["length"])))


def _cannot(reason: str) -> Refused:
    return bad_request(f"can't parse entities: {reason}")


def _unclosed(rest: str, at: int) -> Refused:
    name = re.split(r"\s", rest, maxsplit=1)[0]
    if name == rest:
        return _cannot(f"Unclosed start tag at byte offset {at}")
    return _cannot(f'Unsupported start tag "{name.lower()}" at byte offset {at}')


def _character(entity: str, written: str) -> str:
    if not entity.startswith("#"):
        return _NAMED.get(entity, written)
    code = int(entity[1:]) if entity[1:].isdecimal() else int(f"0{entity[1:]}", base=0)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else written


def _decoded(value: str) -> str:
    return re.sub(r"&(#x[0-9a-fA-F]+|#[0-9]+|[a-z]+);?", lambda found: _character(found[1], found[0]), value)


def _tag(reading: _Reading, inside: str, at: int) -> None:
    if inside.startswith("/"):
        _close(reading, inside[1:].strip().lower(), at)
        return
    name = re.split(r"\s", inside, maxsplit=1)[0].lower()
    attributes = {key.lower(): _decoded(a or b or c) for key, a, b, c in _ATTRIBUTE.findall(inside[len(name) :])}
    reading.open.append(_Open(name, _entity(reading, name, attributes, at), reading.length))


def _entity(reading: _Reading, name: str, attributes: dict[str, str], at: int) -> Wire | None:
    match name:
        case "a":
            return _link(attributes.get("href", ""))
        case "span" if attributes.get("class") == "tg-spoiler":
            return {"type": "spoiler"}
        case "span":
            raise _cannot(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
        case "tg-emoji":
            return {"type": "custom_emoji", "custom_emoji_id": attributes.get("emoji-id", "")}
        case "blockquote" if "expandable" in attributes:
            return {"type": "expandable_blockquote"}
        case "code" if _is_inside_pre(reading):
            _give_language(reading, attributes.get("class", ""))
            return None
        case _ if name in _PLAIN_TAGS:
            return {"type": _PLAIN_TAGS[name]}
    raise _cannot(f'Unsupported start tag "{name}" at byte offset {at}')


def _is_inside_pre(reading: _Reading) -> bool:
    return bool(reading.open) and reading.open[-1].tag == "pre"


def _give_language(reading: _Reading, css_class: str) -> None:
    pre = reading.open[-1].entity
    if pre is not None and css_class.startswith("language-"):
        pre["language"] = css_class.removeprefix("language-")


def _link(address: str) -> Wire | None:
    """A link without an address is only its words, as with Telegram."""
    if not re.match(r"(https?|tg|ton|mailto|tel):", address):
        address = f"http://{address}" if "." in address else ""
    return {"type": "text_link", "url": address} if address else None


def _close(reading: _Reading, name: str, at: int) -> None:
    if not reading.open:
        raise _cannot(f"Unexpected end tag at byte offset {at}")
    opened = reading.open.pop()
    if name not in ("", opened.tag):
        raise _cannot(f'Unmatched end tag at byte offset {at}, expected "</{opened.tag}>", found "</{name}>"')
    if opened.entity is not None and reading.length > opened.start:
        reading.entities.append(opened.entity | {"offset": opened.start, "length": reading.length - opened.start})
