"""What the support room takes: errands between a case, its topic and the api. Each may be run again at any moment."""

from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """Which way a message goes."""

    TO_ROOM = "room"
    TO_PERSON = "person"


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody who acts in the room: their number with Telegram, and the name that colleagues see."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class OpenTopic:
    """Give the case its topic, if it has none, with its card.

    `was_unheard`: its person was told that nobody could be told of it, and is told when somebody can. It comes back as CaseOpened
    then.
    """

    case: str
    was_unheard: bool = False


@dataclass(frozen=True, slots=True)
class UpdateCard:
    """Draw the case's card and its topic's name as things stand."""

    case: str


@dataclass(frozen=True, slots=True)
class Relay:
    """Copy a message (its key, or its album's name) to the other side."""

    case: str
    side: Side
    message: str
    album: str = ""


@dataclass(frozen=True, slots=True)
class StaffSaid:
    """Keep what staff wrote in a topic with the case, and have it brought to the person unless it is a note."""

    case: str
    staff: Staff
    message: str
    text: str = ""
    kind: str = ""
    name: str = ""
    size: int = 0
    album: str = ""
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class StaffMended:
    """Change what staff wrote, with the case and with the person; `marks` are its bold words and links, as Telegram's JSON."""

    case: str
    staff: Staff
    message: str
    text: str
    marks: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """Do what a button of the card says; `detail` is which canned reply, or which reason."""

    case: str
    staff: Staff
    act: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class AnswerCommand:
    """Answer a command of staff there where it was written."""

    staff: Staff
    command: str
    given: str
    thread: int


@dataclass(frozen=True, slots=True)
class TakeOut:
    """Take the official whose lane this is out of a municipality's team, or ask about it, as `step` says.

    `message` is the one in `thread` whose button was pressed.
    """

    staff: Staff
    cut: str
    step: str
    message: int
    thread: int


@dataclass(frozen=True, slots=True)
class DecideService:
    """Approve or refuse the proposal of that number about a service. `message` is the one in `thread` that was pressed."""

    staff: Staff
    proposal: int
    approves: bool
    message: int
    thread: int


@dataclass(frozen=True, slots=True)
class SayInRoom:
    """Say a sentence in a topic (0: none)."""

    thread: int
    text: str


@dataclass(frozen=True, slots=True)
class EndTopic:
    """Delete a topic of that chat with everything in it: its case has served its time, or its person is forgotten.

    `reference` names a case that was still open: staff are told that it has ended.
    """

    chat: int
    thread: int
    reference: str = ""


RoomErrand = (
    OpenTopic
    | UpdateCard
    | Relay
    | StaffSaid
    | StaffMended
    | Act
    | AnswerCommand
    | TakeOut
    | DecideService
    | SayInRoom
    | EndTopic
)
