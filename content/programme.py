"""The programme's model: dimensions, criteria, questions and profiles. Pure values; texts are sentences to be worded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from content.kinds import Kind
from content.kinds import Verdict as Verdict  # noqa: PLC0414  (a word of the programme: read from here too)
from content.sentences import Say

_Item = TypeVar("_Item")


class Profile(StrEnum):
    """The way in that a municipality gets."""

    STARTING = "inicial"
    EXPERIENCED = "con_experiencia"
    REVALIDATION = "revalidacion"


class EditionStatus(StrEnum):
    """New dossiers are filled in on the current edition; a former one stays for those that were begun on it."""

    DRAFT = "draft"
    CURRENT = "current"
    FORMER = "former"


class Basis(StrEnum):
    """Whether the programme publishes a requirement or this model proposes it."""

    PUBLISHED = "published"
    MIXED = "mixed"
    PROPOSAL = "proposal"


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
    """When a municipality is ready to ask for evaluation: shares from 0 to 1, and why these."""

    essential_share: Fraction
    dimension_index: Fraction
    reason: Say


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
    status: EditionStatus
    disclaimer: Say
    validity_months: int
    validity_reason: Say
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
