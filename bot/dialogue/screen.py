"""What is shown: one screen of sentences and buttons, still without a language."""

from dataclasses import dataclass
from enum import StrEnum

from bot.dialogue.events import Pressable
from content.assessment import Assessment
from content.months import Month
from content.programme import Programme
from content.sentences import Say, Text


class Style(StrEnum):
    """How a block is set: as title, plain, strong, quiet (small print), quoted (what somebody said), folded (sources)."""

    TITLE = "title"
    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    QUOTE = "quote"
    FOLDED = "folded"


@dataclass(frozen=True, slots=True)
class Block:
    """One or more sentences set together; a line each."""

    lines: tuple[Text, ...]
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True)
class Press:
    """A button: what it says and what pressing it means."""

    label: Text
    event: Pressable


@dataclass(frozen=True, slots=True)
class Link:
    """A button that opens an address outside the conversation."""

    label: Text
    address: str


Row = tuple[Press | Link, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The result as a picture, with the notice inside it; `as_of` is the month of it, the caption goes below as text."""

    programme: Programme
    assessment: Assessment
    as_of: Month
    municipality: Text
    caption: Text


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to keep: its file name and, section by section, the same sentences as on the screens."""

    name: str
    title: Text
    blocks: tuple[Block, ...]
    notice: Text


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file for machines and curious people: UTF-8 text under a name."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Map:
    """A pin on the map with what stands there; degrees by WGS 84."""

    latitude: float
    longitude: float
    name: Text
    address: Text


@dataclass(frozen=True, slots=True)
class ReadAloud:
    """The same blocks to be listened to; nothing comes of it where the machine fails to speak."""

    blocks: tuple[Block, ...]


Attachment = Chart | Paper | DataFile | Map | ReadAloud


@dataclass(frozen=True, slots=True)
class Screen:
    """The living message of a chat. Attachments go before it, as messages of their own."""

    blocks: tuple[Block, ...]
    rows: tuple[Row, ...]
    attachments: tuple[Attachment, ...] = ()

    def texts(self) -> tuple[Say, ...]:
        """Every sentence of the body, for asking whether all are translated."""
        return tuple(line for block in self.blocks for line in block.lines if isinstance(line, Say))


def title(*lines: Text) -> Block:
    """A block set as the screen's title."""
    return Block(lines, Style.TITLE)


def para(*lines: Text) -> Block:
    """A plain block, a line each."""
    return Block(lines)


def strong(*lines: Text) -> Block:
    """A block that stands out: the question itself."""
    return Block(lines, Style.STRONG)


def quiet(*lines: Text) -> Block:
    """Small print."""
    return Block(lines, Style.QUIET)


def folded_away(*lines: Text) -> Block:
    """Shown short, opened with a touch."""
    return Block(lines, Style.FOLDED)


def quote(*lines: Text) -> Block:
    """What somebody answered or typed."""
    return Block(lines, Style.QUOTE)
