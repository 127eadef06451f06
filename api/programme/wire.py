"""How an edition stands on the wire. Every text says the language it is in."""

from typing import Annotated, Literal

from pydantic import Field

from api.contract import BasisId, ProfileId, Told, VerdictId, Worded

Condition = dict[str, list[str]]


class LabelTold(Told):
    """A known id and what people read for it."""

    id: str
    label: Worded


class OptionTold(LabelTold):
    """A choice; `result` is null where it is not judged by itself. An exclusive one stands alone."""

    result: VerdictId | None
    exclusive: bool


class AtLeastTold(Told):
    """So many marked, these among them."""

    count: int
    all_of: list[str]


class _Asks(Told):
    """What every question has. `when`: only if each named earlier answer is one of these option ids."""

    id: str
    text: Worded
    why: Worded
    example: Worded
    decisive: bool
    optional: bool
    when: Condition | None


class YesNoTold(_Asks):
    """Answered "yes" or "no"."""

    type: Literal["yes_no"]
    results: dict[Literal["yes", "no"], VerdictId]


class OneOfTold(_Asks):
    """Answered with an option's id."""

    type: Literal["single_choice"]
    options: list[OptionTold]


class SomeOfTold(_Asks):
    """Answered with a list of options' ids; an empty one is "none of these"."""

    type: Literal["multi_choice"]
    options: list[OptionTold]
    meets: AtLeastTold
    partly: AtLeastTold | None


class NumberTold(_Asks):
    """Answered with a number; from `meets` up it meets, from `partly` up partly."""

    type: Literal["number"]
    unit: Worded
    minimum: float
    maximum: float
    integer: bool
    meets: float
    partly: float | None


class DatingTold(_Asks):
    """Answered with "YYYY-MM", or "none" where there is a label for it. Ages in whole months."""

    type: Literal["date"]
    none_label: Worded | None
    none_result: VerdictId
    any_date: bool
    meets_age: int | None
    partly_age: int | None


class WritingTold(_Asks):
    """Answered with text, which is never judged."""

    type: Literal["text"]
    advised_length: int


class EvidenceTold(_Asks):
    """Answered with a status; `items` are what is asked for, `hide` what to cover before sending."""

    type: Literal["evidence"]
    items: list[Worded]
    personal_data: bool
    hide: Worded | None
    results: dict[Literal["attached", "later", "none"], VerdictId]


QuestionTold = Annotated[
    YesNoTold | OneOfTold | SomeOfTold | NumberTold | DatingTold | WritingTold | EvidenceTold, Field(discriminator="type")
]


class SourceTold(Told):
    """Where a requirement was read."""

    code: str
    title: str
    address: str | None


class CriterionTold(Told):
    """One requirement with its questions and guidance by profile."""

    code: str
    name: Worded
    basis: BasisId
    sources: list[SourceTold]
    essential: bool
    legal_duty: bool
    applies_to: list[ProfileId]
    must_exist: Worded
    signed_by: Worded
    meaning: Worded
    example: Worded
    guidance: dict[ProfileId, Worded]
    questions: list[QuestionTold]


class DimensionTold(Told):
    """A group of criteria."""

    code: str
    name: Worded
    basis: BasisId
    note: Worded | None
    criteria: list[CriterionTold]


class BandTold(LabelTold):
    """Advice from `minimum` (0 to 1) up; null is the band of the ready."""

    minimum: float | None


class ReadinessTold(Told):
    """The shares, 0 to 1, from which a municipality is ready to ask for evaluation."""

    essential_share: float
    dimension_index: float


class ProfileRuleTold(Told):
    """This profile when the profile answers fit; the first that fits holds, `inicial` otherwise."""

    profile: ProfileId
    when: Condition


class ContradictionTold(Told):
    """Answers that do not go together."""

    id: str
    when: Condition
    text: Worded


class EvidenceRulesTold(Told):
    """What evidence may be. A link counts, too."""

    max_bytes: int
    media_types: list[str]


class ProgrammeTold(Told):
    """One edition of the whole model, in the language that was asked for wherever it has been translated."""

    edition: str
    digest: str
    date: str
    lang: str
    disclaimer: Worded
    validity_months: int
    verdicts: list[LabelTold]
    profiles: list[LabelTold]
    basis: list[LabelTold]
    profile_questions: list[QuestionTold]
    profile_rules: list[ProfileRuleTold]
    first_tasks: list[str]
    dimensions: list[DimensionTold]
    readiness: ReadinessTold
    bands: list[BandTold]
    contradictions: list[ContradictionTold]
    evidence: EvidenceRulesTold
