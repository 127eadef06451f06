"""Cases that a person answers: what is asked of `/v1/escalations`, and what it answers."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from api.contract.words import Asked, Cut, Email, Id, Line, Person, ProfileId, Time, Told, without_nul

CaseKind = Literal["question", "verification", "distress"]
Hat = Literal["official", "neighbour"]
CaseState = Literal["waiting", "taken", "closed"]
EntryKind = Literal["asked", "claimed", "answered", "noted", "passed_on", "edited", "closed", "reopened", "rated"]
AttachmentKind = Literal["photo", "document", "voice", "video", "location", "contact", "sticker", "other"]
Side = Literal["person", "staff"]
When = Literal["working_hours", "after_hours", "holiday"]
CaseReference = Annotated[str, StringConstraints(pattern=r"^D-[0-9]{4}-[0-9A-Z]{4}$")]
Passage = Annotated[str, StringConstraints(min_length=1, max_length=20_000), AfterValidator(without_nul)]


class Attachment(Asked):
    """Something that came with the words; only what it is, never its content. `size` in bytes."""

    kind: AttachmentKind
    name: Line | None = None
    size: int | None = Field(default=None, ge=0, le=2**53)


class Stood(Asked):
    """Where the person stood when they asked: the place, the question there, and what they had answered to it."""

    place: Line
    question: Id | None = None
    said: Passage | None = None


class Verification(Asked):
    """What an official without an invitation says of themselves."""

    name: Line
    post: Line
    email: Email


class FirstEntry(Asked):
    """What opens a case: words, attachments, or both (`entry-empty` otherwise)."""

    text: Passage | None = None
    attachments: list[Attachment] = Field(default=[], max_length=200)


class EscalationRequest(Asked):
    """A case that is opened. `verification` comes with the kind `verification` and with no other."""

    kind: CaseKind
    person: Person
    hat: Hat
    language: Line
    commune: Cut | None = None
    profile: ProfileId | None = None
    stood: Stood | None = None
    verification: Verification | None = None
    entry: FirstEntry

    @model_validator(mode="after")
    def _verified_by_its_kind(self) -> Self:
        if (self.verification is None) == (self.kind == "verification"):
            raise ValueError("`verification` va con el tipo `verification` y con ningún otro")
        return self


class Expected(Told):
    """By when an answer can be expected, and what the hour of asking was: a pause or a weekend is `after_hours`."""

    by: Time
    when: When


class EarlierCase(Told):
    """Another case of the same person in the same hat, opened before."""

    reference: CaseReference
    state: CaseState
    closed_at: Time | None


class EscalationOpened(Told):
    """The case that was opened; `state` as it stands now, `earlier` newest first, at most ten."""

    id: int
    reference: CaseReference
    state: CaseState
    opened_at: Time
    priority: bool
    expected: Expected
    earlier: list[EarlierCase]


class ByPerson(Asked):
    """The person whose case it is."""

    person: Person


class ByStaff(Asked):
    """Somebody of the support staff, by the opaque id that accepted the role."""

    staff: Person


class EntryRequest(Asked):
    """What is added to a case. The person may ask, edit, close, reopen and rate; staff may do the rest, edit, close and reopen.

    `of` is the entry that is `edited`; `to` is who gets what is `passed_on`, null for back to the queue; `helped` is what is
    `rated`. Each comes with its kind and with no other. Asked, answered, noted and edited need words or attachments; the
    words of what has attachments may be taken away.
    """

    kind: EntryKind
    by: ByPerson | ByStaff
    text: Passage | None = None
    attachments: list[Attachment] = Field(default=[], max_length=200)
    of: int | None = Field(default=None, ge=1, le=2**31 - 1)
    to: Person | None = None
    helped: bool | None = None

    @model_validator(mode="after")
    def _each_with_its_kind(self) -> Self:
        if (self.of is None) == (self.kind == "edited"):
            raise ValueError("`of` va con `edited` y con ningún otro")
        if (self.helped is None) == (self.kind == "rated"):
            raise ValueError("`helped` va con `rated` y con ningún otro")
        if self.to is not None and self.kind != "passed_on":
            raise ValueError("`to` va con `passed_on` y con ningún otro")
        return self


class Entry(Told):
    """One entry of a case. `staff` is who of the staff wrote it; texts, names and people are null once they are erased."""

    id: int
    kind: EntryKind
    at: Time
    side: Side
    staff: Person | None
    text: str | None
    attachments: list[Attachment]
    of: int | None
    to: Person | None
    helped: bool | None


class EntryAdded(Told):
    """The entry, and how its case stands now. `taken_by` is null unless it is `taken`."""

    entry: Entry
    state: CaseState
    taken_by: Person | None


class EscalationListed(Told):
    """A case. Minutes are working minutes, and of the present round: since it was opened, or reopened.

    `waiting_since`: since when the person waits for a word; null when the last word is the staff's, or the case is closed.
    `waited_minutes` counts from there. `first_answer_*` and `resolution_minutes` are null until it happens.
    """

    id: int
    reference: CaseReference
    kind: CaseKind
    priority: bool
    person: Person | None
    hat: Hat
    language: str
    commune: Cut | None
    profile: ProfileId | None
    stood: Stood | None
    verification: Verification | None
    state: CaseState
    taken_by: Person | None
    opened_at: Time
    expected: Expected
    waiting_since: Time | None
    waited_minutes: int
    first_answer_at: Time | None
    first_answer_by: Person | None
    first_answer_minutes: int | None
    closed_at: Time | None
    resolution_minutes: int | None


class EscalationKept(EscalationListed):
    """A case with its thread, oldest first."""

    earlier: list[EarlierCase]
    entries: list[Entry]


class EscalationPage(Told):
    """A page of the list; `next` is the cursor of the following page, null on the last."""

    results: list[EscalationListed]
    next: str | None


class Waits(Told):
    """How long people wait. Minutes are working minutes to the first answer of each round; null where none was answered."""

    waiting: int
    taken: int
    answered: int
    median_minutes: int | None
    p90_minutes: int | None


class RatedMonth(Told):
    """Who said that it helped, of the cases closed and rated in that month (`YYYY-MM`, in Chile) in that language."""

    month: str
    language: str
    helped: int
    not_helped: int


class EscalationSummary(Waits):
    """How long people wait, of all cases and by what they are. A case without a commune counts under `""`."""

    oldest_waiting_since: Time | None
    by_kind: dict[CaseKind, Waits]
    by_commune: dict[str, Waits]
    by_language: dict[str, Waits]
    rated: list[RatedMonth]
