"""What comes back about services that an official answers for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProposalDecided:
    """Somebody of the programme approved or refused a change of the service of that name; `reason` in their words, or empty."""

    name: str
    approved: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class NotProposed:
    """What was said of a service could not be kept, for good."""


@dataclass(frozen=True, slots=True)
class StillRight:
    """Services of this person's municipality have not been confirmed for long: whether they still hold is to be asked, once."""


UpkeepOutcome = ProposalDecided | NotProposed | StillRight
