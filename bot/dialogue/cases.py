"""Cases (derivaciones) as the person sees them: what was asked of a person of the team, in which hat, and how it stands."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Hat(StrEnum):
    """In which role somebody asks. The cases of one hat are never mixed with those of the other."""

    OFFICIAL = "official"
    NEIGHBOUR = "neighbour"


class CaseKind(StrEnum):
    """What a case is about. Distress comes before all others; verification asks for an invitation."""

    QUESTION = "question"
    VERIFICATION = "verification"
    DISTRESS = "distress"


class CaseState(StrEnum):
    """On its way to the api, waiting for a word of the team, answered, or closed."""

    SENDING = "sending"
    WAITING = "waiting"
    ANSWERED = "answered"
    CLOSED = "closed"


class When(StrEnum):
    """What the hour of asking was: a pause or a weekend is after hours."""

    WORKING_HOURS = "working_hours"
    AFTER_HOURS = "after_hours"
    HOLIDAY = "holiday"


class Refusal(StrEnum):
    """Why no invitation was given."""

    EMAIL = "email"
    UNCONFIRMED = "unconfirmed"
    TEAM = "team"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Case:
    """One case. `id` and `reference` are empty while it is on its way; `is_heard` False: nobody could be told of it yet.

    `expected_by` and `when` are what the api promised; `rated`: the person has said whether it helped.
    """

    hat: Hat
    kind: CaseKind = CaseKind.QUESTION
    state: CaseState = CaseState.SENDING
    id: str = ""
    reference: str = ""
    expected_by: datetime | None = None
    when: When = When.WORKING_HOURS
    is_heard: bool = True
    rated: bool = False

    @property
    def is_open(self) -> bool:
        """Whether a person has it, or will."""
        return self.state is not CaseState.CLOSED


@dataclass(frozen=True, slots=True)
class Enclosure:
    """What came besides words; size in bytes.

    `kind` is `photo`, `document`, `voice`, `video`, `location`, `contact`, `sticker` or `other`.
    """

    kind: str
    name: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Stood:
    """Where the person stood when they asked: the place, the question there, and what was answered to it, in Spanish."""

    place: str
    question: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Applicant:
    """What an official without an invitation says of themselves."""

    name: str
    post: str
    email: str
