"""What can happen to a case: pressed by the person, or come back from the api and from the support room."""

from dataclasses import dataclass
from datetime import datetime

from bot.dialogue.cases import CaseKind, Hat, Refusal, When


@dataclass(frozen=True, slots=True)
class Rated:
    """Pressed after a case was closed: whether it helped."""

    case: str
    helped: bool


@dataclass(frozen=True, slots=True)
class CaseOpened:
    """The api has the case. `is_heard` False: no support group could be told of it, so that it waits in the api."""

    case: str
    reference: str
    hat: Hat
    kind: CaseKind
    expected_by: datetime
    when: When
    is_heard: bool = True


@dataclass(frozen=True, slots=True)
class NotAsked:
    """What was written could not be brought to anybody, for good."""

    hat: Hat
    kind: CaseKind


@dataclass(frozen=True, slots=True)
class CaseAnswered:
    """A person of the team has written; the words themselves are on their way to this chat as a message of their own."""

    case: str


@dataclass(frozen=True, slots=True)
class CaseClosed:
    """The team closed the case; `reason` in their own words, or empty."""

    case: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CaseReopened:
    """The case is open again, by the team or because the person wrote; None where no new time was promised."""

    case: str
    expected_by: datetime | None = None
    when: When = When.WORKING_HOURS


@dataclass(frozen=True, slots=True)
class Approved:
    """Who asked for an invitation gets one: `code` as in a deep link (`inv_...`). The case is closed with it."""

    case: str
    code: str


@dataclass(frozen=True, slots=True)
class Refused:
    """No invitation is given. The case is closed with it."""

    case: str
    reason: Refusal = Refusal.OTHER


@dataclass(frozen=True, slots=True)
class RemovedFromTeam:
    """Staff took this person out of a municipality's team (its CUT)."""

    cut: str


@dataclass(frozen=True, slots=True)
class MarkInherited:
    """The focal point of a municipality (its CUT) was forgotten after a long absence, and this person is in their place."""

    cut: str


@dataclass(frozen=True, slots=True)
class HelpOffered:
    """This person's municipality has not moved for long: help may be offered, once."""


CaseOutcome = (
    CaseOpened
    | NotAsked
    | CaseAnswered
    | CaseClosed
    | CaseReopened
    | Approved
    | Refused
    | RemovedFromTeam
    | MarkInherited
    | HelpOffered
)
