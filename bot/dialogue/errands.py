"""What the world must do after a turn: stored with it, retried, idempotent. In the imperative."""

from dataclasses import dataclass
from datetime import datetime

from bot.dialogue.cases import Applicant, CaseKind, Enclosure, Hat, Stood
from bot.dialogue.events import Pressable
from bot.dialogue.proposals import Change, ProposalKind
from bot.dialogue.screen import Press
from bot.dialogue.upkeep import MunicipalSheet
from content.sentences import Text


@dataclass(frozen=True, slots=True)
class FetchFile:
    """Bring a file into the spool and put it into the api; comes back as Fetched or NotFetched."""

    piece: str
    file: str


@dataclass(frozen=True, slots=True)
class FileSheet:
    """Print this sheet in Spanish into the spool and put it into the api; comes back as Fetched or NotFetched."""

    piece: str
    sheet: MunicipalSheet


@dataclass(frozen=True, slots=True)
class AcceptInvitation:
    """Ask the api to accept this code for this person; comes back as Accepted or Declined."""

    code: str


@dataclass(frozen=True, slots=True)
class MakeInvitation:
    """Ask the api for an invitation to this municipality; comes back as Invited or NotInvited."""

    cut: str


@dataclass(frozen=True, slots=True)
class HandOver:
    """Hand over the dossier's round once every piece is in the api; comes back as HandedOver or HandOverRefused."""

    dossier: str
    round: int


@dataclass(frozen=True, slots=True)
class Tell:
    """Send somebody a sentence in their own language, with a button to where it matters. Nothing comes back.

    `others` are more buttons, beside the first.
    """

    person: str
    text: Text
    label: Text
    event: Pressable
    others: tuple[Press, ...] = ()


@dataclass(frozen=True, slots=True)
class ForgetPerson:
    """Have the api forget this person's roles and memberships. Nothing comes back."""

    person: str


@dataclass(frozen=True, slots=True)
class AskPerson:
    """Bring one message to a person of the team: into the case `case`, else the open one of this hat and kind, else a new one.

    `message` is its natural key (`<chat>:<message id>`; empty for a verification, which no message carries), `text` its words
    or caption, `album` its media group. Comes back as CaseOpened, CaseReopened or NotAsked; nothing for one more message.
    """

    hat: Hat
    kind: CaseKind
    language: str
    message: str = ""
    text: str = ""
    enclosure: Enclosure | None = None
    album: str = ""
    case: str = ""
    commune: str = ""
    profile: str = ""
    stood: Stood | None = None
    applicant: Applicant | None = None


@dataclass(frozen=True, slots=True)
class MendWords:
    """Change what was brought to the team under this message; nothing happens if it never was. Nothing comes back."""

    message: str
    text: str


@dataclass(frozen=True, slots=True)
class Rate:
    """Tell the api whether a closed case helped. Nothing comes back."""

    case: str
    helped: bool


@dataclass(frozen=True, slots=True)
class RemoveColleague:
    """Have the api end somebody's membership of a municipality. Nothing comes back."""

    person: str
    cut: str


@dataclass(frozen=True, slots=True)
class ReportActivity:
    """Tell the api what happened with a municipality's dossier at `at`, as `kind` says.

    It is `opened`, `answered`, `handed_over`, `help_offered` or `help_declined`.
    `unmet_essential` are the codes of the essential criteria unmet then. Nothing comes back.
    """

    cut: str
    kind: str
    at: datetime
    unmet_essential: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DoubtService:
    """Tell the api that a reader found this service wrong, in a few words or none. Of nobody, and nothing comes back."""

    service: str
    language: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class CountQuestion:
    """Count one more question about services of that month (YYYY-MM), commune, nearest category and language. Of nobody.

    `ending` is `found`, `unsure` or `none`; a commune or category that is empty is none. `terms` are those of our own
    vocabulary that were meant, where nothing good was found.
    """

    month: str
    commune: str
    category: str
    language: str
    ending: str
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposeService:
    """Tell the api what an official says of a service (its id, empty for a new one) of their municipality. `by` names them.

    Comes back as NotProposed where it cannot be kept; otherwise nothing, until somebody decides on it.
    """

    kind: ProposalKind
    cut: str
    service: str
    by: str
    change: Change


Errand = (
    FetchFile
    | FileSheet
    | AcceptInvitation
    | MakeInvitation
    | HandOver
    | Tell
    | ForgetPerson
    | AskPerson
    | MendWords
    | Rate
    | RemoveColleague
    | ReportActivity
    | DoubtService
    | CountQuestion
    | ProposeService
)
