"""A screen in somebody's language, as Telegram's HTML: everything escaped, long ones in several parts."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from html import escape
from itertools import chain, groupby

from bot.dialogue.errands import Tell
from bot.dialogue.screen import Attachment, Block, Chart, DataFile, Link, Map, Paper, Press, ReadAloud, Row, Screen, Style
from bot.dialogue.voice import say
from bot.memory.outbox import Kind, Message
from bot.memory.turns import Arrival
from bot.pictures import chart, paper
from bot.speech.audible import heard
from bot.telegram.buttons import write_button
from bot.telegram.inbound import read_update
from content.wording import Wording

LIMIT = 4096
CAPTION_LIMIT = 1024
_TAGS = {Style.TITLE: "b", Style.STRONG: "b", Style.QUIET: "i", Style.QUOTE: "blockquote", Style.FOLDED: "blockquote expandable"}
Keyboard = list[list[dict[str, str]]]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of one block; lines of the same block stand together."""

    block: int
    style: Style
    text: str


@dataclass(frozen=True, slots=True)
class TelegramEdge:
    """Reads updates and words screens; what the memory knows of Telegram."""

    wording: Wording

    def read(self, body: str) -> Arrival | None:
        """What a raw update says."""
        return read_update(body)

    def show(self, screen: Screen, language: str) -> tuple[Message, ...]:
        """The screen's attachments and then the screen."""
        attached = (self._attachment(each, language) for each in screen.attachments)
        return (*attached, self._message(Kind.SCREEN, screen, language))

    def tell(self, tell: Tell, language: str) -> Message:
        """A sentence with its buttons below it."""
        screen = Screen((Block((tell.text,)),), ((Press(tell.label, tell.event), *tell.others),))
        return self._message(Kind.NOTICE, screen, language)

    def notice(self, screen: Screen, language: str) -> Message:
        """A message of its own that stays where it is."""
        return self._message(Kind.NOTICE, screen, language)

    def sorry(self, language: str) -> Message:
        """What somebody reads whose message could not be handled."""
        sentence = say("No pudimos procesar su último mensaje. Quedó guardado y el equipo lo revisará. Puede continuar.")
        return self._message(Kind.NOTICE, Screen((Block((sentence,)),), ()), language)

    def _message(self, kind: Kind, screen: Screen, language: str) -> Message:
        # A screen that follows its own attachments stands below them, not where the press was.
        follows = bool(screen.attachments)
        parts, keyboard = split(self._lines(screen, language)), self._keyboard(screen.rows, language)
        body = {"parts": parts, "keyboard": keyboard, "follows": follows}
        return Message(kind, json.dumps(body, ensure_ascii=False))

    def _lines(self, screen: Screen, language: str) -> Iterator[_Line]:
        shortfall = self.wording.shortfall(screen.texts(), language)
        if shortfall is not None:
            yield _Line(-1, Style.QUIET, self.wording.notice(shortfall, language))
        spoken = "es" if shortfall else language
        for number, block in enumerate(screen.blocks):
            for line in block.lines:
                yield _Line(number, block.style, self.wording.word(line, spoken))

    def _keyboard(self, rows: Iterable[Row], language: str) -> Keyboard:
        return [[self._button(button, language) for button in row] for row in rows]

    def _button(self, button: Press | Link, language: str) -> dict[str, str]:
        label = self.wording.word(button.label, language)
        match button:
            case Press(event=event):
                return {"text": label, "callback_data": write_button(event)}
            case Link(address=address):
                return {"text": label, "url": address}

    def _attachment(self, attachment: Attachment, language: str) -> Message:
        match attachment:
            case Chart(caption=caption):
                worded = escape(self.wording.word(caption, language)[:CAPTION_LIMIT], quote=False)
                return _carrying(Kind.PHOTO, "resultado.png", worded, chart(attachment, language, self.wording))
            case Paper(name=name):
                return _carrying(Kind.DOCUMENT, name, "", paper(attachment, language, self.wording))
            case DataFile(name=name, text=text):
                return _carrying(Kind.DOCUMENT, name, "", text.encode())
            case Map(latitude, longitude):
                name, address = (self.wording.word(each, language) for each in (attachment.name, attachment.address))
                pin = {"latitude": str(latitude), "longitude": str(longitude), "title": name, "address": address}
                return Message(Kind.VENUE, json.dumps(pin, ensure_ascii=False))
            case ReadAloud(blocks):
                return self._voice(blocks, language)

    def _voice(self, blocks: Iterable[Block], language: str) -> Message:
        lines = [line for block in blocks for line in block.lines]
        spoken = "es" if self.wording.shortfall(lines, language) else language
        passages = [asdict(each) for each in heard(list(self.wording.pieces(line, spoken)) for line in lines)]
        return Message(Kind.VOICE, json.dumps({"passages": passages}, ensure_ascii=False))


def split(lines: Iterable[_Line]) -> list[str]:
    """The HTML of as many messages as it takes: parted between blocks or lines, within a line only where it is too long."""
    parts: list[list[_Line]] = [[]]
    size = 0
    for line in chain.from_iterable(map(_pieces, lines)):
        needed = _units(line.text) + 2
        if size + needed > LIMIT and parts[-1]:
            parts.append([])
            size = 0
        parts[-1].append(line)
        size += needed
    return [_html(part) for part in parts]


def _pieces(line: _Line) -> Iterator[_Line]:
    text = line.text
    while _units(text) > LIMIT - 2:
        room = _room(text, LIMIT - 2)
        cut = text.rfind(" ", 0, room) + 1 or room
        yield _Line(line.block, line.style, text[:cut].rstrip())
        text = text[cut:]
    yield _Line(line.block, line.style, text)


def _room(text: str, units: int) -> int:
    """How many characters of the text fit into so many UTF-16 units."""
    return len(text.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore"))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _html(lines: Iterable[_Line]) -> str:
    return "\n\n".join(_block(list(block)) for _, block in groupby(lines, key=lambda line: (line.block, line.style)))


def _block(lines: list[_Line]) -> str:
    text = "\n".join(escape(line.text, quote=False) for line in lines)
    tag = _TAGS.get(lines[0].style)
    return f"<{tag}>{text}</{tag.split()[0]}>" if tag and text else text


def _carrying(kind: Kind, name: str, caption: str, content: bytes) -> Message:
    return Message(kind, json.dumps({"name": name, "caption": caption}, ensure_ascii=False), content)
