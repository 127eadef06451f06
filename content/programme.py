"""The programme's model: dimensions, criteria, questions and their kinds. Pure values; texts are sentences to be worded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from content.sentences import Say

_Item = TypeVar("_Item")


class Verdict(StrEnum):
    """What one criterion, or one answer, comes to. Never said of a municipality or a person."""

    MEETS = "meets"
    PARTLY = "partly"
    NOT_MET = "not_met"
    PENDING = "pending"
    NOT_APPLICABLE = "not_applicable"


class Profile(StrEnum):
    """The way in that a municipality gets."""

    STARTING = "inicial"
    EXPERIENCED = "con_experiencia"
    REVALIDATION = "revalidacion"


class Basis(StrEnum):
    """Whether the programme publishes a requirement or this model proposes it."""

    PUBLISHED = "published"
    MIXED = "mixed"
    PROPOSAL = "proposal"


class EvidenceStatus(StrEnum):
    """Whether the evidence that a question asks for is here."""

    ATTACHED = "attached"
    LATER = "later"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Option:
    """One choice. `result` is None where the choice is not judged by itself. An exclusive one stands alone."""

    id: str
    label: Say
    result: Verdict | None = None
    exclusive: bool = False


@dataclass(frozen=True, slots=True)
class YesNo:
    """Answered `yes` or `no`."""

    results: Mapping[str, Verdict]


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of the options."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """So many marked, these among them."""

    count: int
    all_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SomeOf:
    """Any of the options, or none of these. Below `partly` (or without it) it is not met."""

    options: tuple[Option, ...]
    meets: AtLeast
    partly: AtLeast | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A count or amount in `unit`; from `meets` up it meets, from `partly` up partly."""

    unit: Say
    minimum: Decimal
    maximum: Decimal
    integer: bool
    meets: Decimal
    partly: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Dating:
    """A month, or "not yet" where there is a label for it. Ages in whole months; `any_date` meets at any age.

    Profile questions carry no ages and no `any_date`: they are not judged.
    """

    none_label: Say | None
    none_result: Verdict = Verdict.NOT_MET
    any_date: bool = False
    meets_age: int | None = None
    partly_age: int | None = None


@dataclass(frozen=True, slots=True)
class Writing:
    """Free text, never judged by itself; `advised_length` in characters is a suggestion."""

    advised_length: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """Files or links that show what was answered. `hide` says what to cover before sending."""

    items: tuple[Say, ...]
    personal_data: bool
    hide: Say | None
    results: Mapping[EvidenceStatus, Verdict]


Kind = YesNo | OneOf | SomeOf | Number | Dating | Writing | Evidence


@dataclass(frozen=True, slots=True)
class Question:
    """One thing asked. `when`: asked only if each named earlier answer is one of these option ids."""

    id: str
    text: Say
    kind: Kind
    why: Say
    example: Say
    decisive: bool = True
    optional: bool = False
    when: Mapping[str, tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a requirement was read; `address` is None where only a title can be shown."""

    code: str
    title: str
    address: str | None


@dataclass(frozen=True, slots=True)
class Criterion:
    """One requirement with its questions. `must_exist` is what has to be there, `meaning` says it plainly."""

    code: str
    name: Say
    basis: Basis
    sources: tuple[Source, ...]
    essential: bool
    legal_duty: bool
    applies_to: frozenset[Profile]
    must_exist: Say
    signed_by: Say
    meaning: Say
    example: Say
    guidance: Mapping[Profile, Say]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Dimension:
    """A group of criteria; the index of a dimension is the mean of its applicable criteria."""

    id: str
    name: Say
    basis: Basis
    note: Say | None
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Advice by the overall index from `minimum` (0 to 1) up; `minimum` None is the band of the ready."""

    id: str
    label: Say
    minimum: Fraction | None


@dataclass(frozen=True, slots=True)
class Readiness:
    """When a municipality is ready to ask for evaluation: shares from 0 to 1."""

    essential_share: Fraction
    dimension_index: Fraction


@dataclass(frozen=True, slots=True)
class ProfileRule:
    """This profile when each named answer is one of these; the first rule that fits holds."""

    profile: Profile
    when: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Answers that do not go together, pointed out kindly. `when` as in a question."""

    id: str
    when: Mapping[str, tuple[str, ...]]
    text: Say


@dataclass(frozen=True, slots=True)
class Programme:
    """One edition of the whole model. `digest` is the sha256 of its files, in hex."""

    edition: str
    digest: str
    date: str
    disclaimer: Say
    validity_months: int
    verdicts: Mapping[Verdict, Say]
    profiles: Mapping[Profile, Say]
    basis_labels: Mapping[Basis, Say]
    profile_questions: tuple[Question, ...]
    profile_rules: tuple[ProfileRule, ...]
    first_tasks: tuple[str, ...]
    dimensions: tuple[Dimension, ...]
    readiness: Readiness
    bands: tuple[Band, ...]
    contradictions: tuple[Contradiction, ...]
    evidence_max_mb: int

    def criteria(self) -> Iterator[Criterion]:
        """Every criterion, in the programme's order."""
        for dimension in self.dimensions:
            yield from dimension.criteria

    def criterion(self, code: str) -> Criterion:
        """The criterion of that code; KeyError without one."""
        return _only(each for each in self.criteria() if each.code == code)

    def questions(self) -> Iterator[Question]:
        """Every question, the profile's first."""
        yield from self.profile_questions
        for criterion in self.criteria():
            yield from criterion.questions

    def question(self, id: str) -> Question:
        """The question of that id; KeyError without one."""
        return _only(each for each in self.questions() if each.id == id)


def _only(found: Iterator[_Item]) -> _Item:
    for item in found:
        return item
    raise KeyError
