"""What can be asked: the kinds of question, and what an answer to each comes to."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from content.sentences import Say


class Verdict(StrEnum):
    """What one criterion, or one answer, comes to. Never said of a municipality or a person."""

    MEETS = "meets"
    PARTLY = "partly"
    NOT_MET = "not_met"
    PENDING = "pending"
    NOT_APPLICABLE = "not_applicable"


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
