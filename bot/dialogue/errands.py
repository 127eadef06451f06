"""What the world must do after a turn: stored with it, retried, idempotent. In the imperative."""

from dataclasses import dataclass

from bot.dialogue.events import Pressable
from content.sentences import Text


@dataclass(frozen=True, slots=True)
class FetchFile:
    """Bring a file into the spool and put it into the api; comes back as Fetched or NotFetched."""

    piece: str
    file: str


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
    """Send a colleague a sentence in their own language, with a button to where it matters. Nothing comes back."""

    person: str
    text: Text
    label: Text
    event: Pressable


@dataclass(frozen=True, slots=True)
class ForgetPerson:
    """Have the api forget this person's roles and memberships. Nothing comes back."""

    person: str


Errand = FetchFile | AcceptInvitation | MakeInvitation | HandOver | Tell | ForgetPerson
