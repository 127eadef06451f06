"""Keeping services right: what readers doubt, what officials propose, and what nobody could find."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from api.contract.services import (
    CategoryId,
    HoursOnWire,
    LanguageTag,
    Number,
    PapersId,
    Prose,
    ServiceId,
    ServiceStatusId,
)
from api.contract.words import Asked, Cut, Line, MonthText, Person, Time, Told, without_nul

ProposalKind = Literal["confirmed", "edited", "added"]
ProposalState = Literal["waiting", "approved", "refused"]
Ending = Literal["found", "unsure", "none"]
FEWEST = 5
"""From how many on a number is shown: fewer might be somebody."""

FewWords = Annotated[str, StringConstraints(max_length=200), AfterValidator(without_nul)]


class Doubt(Asked):
    """That a reader found a service wrong. Nothing here says who."""

    language: LanguageTag
    words: FewWords = ""


class DoubtKept(Told):
    """A doubt about a service that nobody has confirmed since."""

    service: ServiceId
    at: Time
    language: str
    words: str


class Doubts(Told):
    """Doubts, the newest first."""

    results: list[DoubtKept]


class ServiceEdit(Asked):
    """What of a service is to be other than it is; a null stays as it is."""

    name: Line | None = None
    description: Prose | None = None
    categories: list[CategoryId] | None = Field(default=None, min_length=1, max_length=5)
    papers: PapersId | None = None
    bring: list[Line] | None = Field(default=None, max_length=20)
    address: Line | None = None
    hours: list[HoursOnWire] | None = Field(default=None, max_length=30)
    phone: Number | None = None
    status: ServiceStatusId | None = None


class ProposalRequest(Asked):
    """What an official says of a service of their municipality; `by` is their name and post.

    `confirmed`: all of it still holds, which is so at once. Anything else waits for somebody of the programme.
    """

    kind: ProposalKind
    commune: Cut
    acting: Person
    by: Annotated[str, StringConstraints(min_length=1, max_length=100), AfterValidator(without_nul)]
    service: ServiceId | None = None
    change: ServiceEdit = ServiceEdit()

    @model_validator(mode="after")
    def _whole(self) -> "ProposalRequest":
        if (self.service is None) != (self.kind == "added"):
            raise ValueError("a new service has no identifier yet, any other has one")
        if self.kind == "added" and not (self.change.name and self.change.categories):
            raise ValueError("a new service has a name and a category")
        if (self.kind == "confirmed") != (self.change == ServiceEdit()):
            raise ValueError("to confirm changes nothing, anything else changes something")
        return self


class ProposalKept(Told):
    """A proposal and what became of it; `name` is the service's."""

    id: int
    kind: ProposalKind
    state: ProposalState
    commune: Cut
    service: ServiceId | None
    name: str
    change: ServiceEdit
    person: Person | None
    by: str
    at: Time
    decided_at: Time | None
    reason: str


class Proposals(Told):
    """Proposals, the oldest first."""

    results: list[ProposalKept]


class Decision(Asked):
    """In whose name the bot decides, which is required of it, and why, for the official to read."""

    acting: Person | None = None
    reason: FewWords = ""


class Counted(Asked):
    """How many questions of a month, a place and a language ended so; `category` is the nearest one, null for none."""

    month: MonthText
    commune: Cut | None = None
    category: CategoryId | None = None
    language: LanguageTag
    ending: Ending
    number: int = Field(ge=1, le=1_000_000)


class CountedTerm(Asked):
    """In how many questions of a month and a place, of those without a good answer, a term of our vocabulary was meant."""

    month: MonthText
    commune: Cut | None = None
    term: Annotated[str, StringConstraints(min_length=1, max_length=60)]
    number: int = Field(ge=1, le=1_000_000)


class CountedBatch(Asked):
    """Counts since the last batch; the same key again adds nothing. A term that is not of our vocabulary is not counted."""

    results: list[Counted] = Field(min_length=1, max_length=10_000)
    terms: list[CountedTerm] = Field(default=[], max_length=10_000)


class LanguageCount(Told):
    """How many asked in a language."""

    language: str
    number: int


class TopicCount(Told):
    """How many got no good answer about a category; null where none was near."""

    category: CategoryId | None
    number: int


class TermCount(Told):
    """In how many questions without a good answer a term of our vocabulary was meant. No word of anybody is here."""

    term: str
    number: int


class MonthSheet(Told):
    """What was asked in a commune (null: nowhere in particular) in a month. A number below five is null or left out."""

    month: MonthText
    commune: Cut | None
    asked: int | None
    unanswered: int | None
    languages: list[LanguageCount]
    topics: list[TopicCount]
    terms: list[TermCount] = Field(default=[])


class MonthSheets(Told):
    """By commune, what was asked of none first; `terms` of all communes together, where none was named."""

    results: list[MonthSheet]
    terms: list[TermCount] = Field(default=[])
