"""What can happen in a conversation, in the past tense. Buttons carry these events; so do messages and finished errands."""

from dataclasses import dataclass
from datetime import datetime

from bot.dialogue import place
from bot.dialogue.case_events import CaseOutcome, Rated
from bot.dialogue.upkeep_events import UpkeepOutcome

Place = place.Place


@dataclass(frozen=True, slots=True)
class Started:
    """/start, with what a deep link carried: `inv_<code>`, `rol_<code>`, `com_<CUT>`, or nothing."""

    payload: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """A place was asked for, by button or command; `about` names a criterion, a dimension, a question, a page."""

    place: Place
    about: str = ""


@dataclass(frozen=True, slots=True)
class Spoke:
    """A language was chosen: one of content.wording.LANGUAGES."""

    language: str


@dataclass(frozen=True, slots=True)
class Replied:
    """An option's button under the question `to`; `over` is the revision of the answer that the screen showed, 0 without one.

    `said` is an option id, `yes`, `no`, `none` (no date, or none of these), `?` (I don't know yet), `later`, `lacking`.
    """

    said: str
    to: str
    over: int = 0


@dataclass(frozen=True, slots=True)
class Marked:
    """One of several options ticked (`on`) or cleared, not yet confirmed."""

    option: str
    on: bool
    to: str
    over: int = 0


@dataclass(frozen=True, slots=True)
class Finished:
    """Listo: the ticked options, or the files sent so far, are the answer."""

    to: str
    over: int = 0


@dataclass(frozen=True, slots=True)
class Labelled:
    """The piece of evidence with this id shows the item of that number."""

    piece: str
    item: int
    to: str


@dataclass(frozen=True, slots=True)
class Removed:
    """A piece of evidence was taken out."""

    piece: str
    to: str


@dataclass(frozen=True, slots=True)
class WentBack:
    """Back, pressed on the screen of that question or place."""

    of: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A word of explanation under a question: `why` or `example`."""

    aside: str
    to: str


@dataclass(frozen=True, slots=True)
class Chose:
    """Something picked from a list that the present place offers, e.g. a commune by its CUT."""

    what: str


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A last yes: `what` is `hand-over`, `forget`, `correct`, `edition`; `to` is the round it was said for."""

    what: str
    to: int = 0


@dataclass(frozen=True, slots=True)
class Wrote:
    """Text typed by the person; `edited` when it changes an earlier message. `message` is its natural key, as in Sent.

    `is_caption`: what was changed stands below a file; empty when it was taken away.
    """

    text: str
    edited: bool = False
    message: str = ""
    forwarded: bool = False
    is_caption: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """A document or photo arrived. `message` is its natural key, `album` the media group it belongs to, size in bytes."""

    message: str
    file: str
    name: str
    media_type: str
    size: int
    album: str = ""
    caption: str = ""
    forwarded: bool = False


@dataclass(frozen=True, slots=True)
class SentOther:
    """Something no question can be answered with: a sticker, a voice note, a location, a video. `message` as in Sent."""

    kind: str
    message: str = ""
    size: int = 0
    album: str = ""
    caption: str = ""
    forwarded: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file is in the spool: its sha256 in hex, the type its content shows, its size in bytes."""

    piece: str
    sha256: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class NotFetched:
    """A file will not come: `gone` (Telegram no longer gives it), `type`, `empty`, `large`."""

    piece: str
    why: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """The api accepted an invitation: to a municipality (CUT), or as staff with a role."""

    cut: str = ""
    focal_point: bool = False
    role: str = ""


@dataclass(frozen=True, slots=True)
class Declined:
    """The api did not accept the invitation: `unknown`, `used`, `expired`."""

    why: str


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation for colleagues was made."""

    code: str
    link: str
    until: datetime


@dataclass(frozen=True, slots=True)
class NotInvited:
    """No invitation could be made for this person."""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The api answered the hand-over of a dossier's round with a receipt."""

    round: int
    reference: str
    received_at: datetime
    digest: str
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class HandOverRefused:
    """The api refused the hand-over; `why` is its problem's name, `detail` its one sentence for the log."""

    round: int
    why: str


@dataclass(frozen=True, slots=True)
class Looked:
    """Nothing was said: the screen is to be drawn again (a restart, a refreshed list, a colleague's change)."""


Pressable = (
    Started
    | Opened
    | Spoke
    | Replied
    | Marked
    | Finished
    | Labelled
    | Removed
    | WentBack
    | Asked
    | Chose
    | Confirmed
    | Looked
    | Rated
)
Outcome = (
    Fetched | NotFetched | Accepted | Declined | Invited | NotInvited | HandedOver | HandOverRefused | CaseOutcome | UpkeepOutcome
)
Event = Pressable | Wrote | Sent | SentOther | Outcome
