"""The self-assessment: what the answers come to, with reasons. One pure function, used by bot and api alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from content.answers import Answers
from content.journey import criterion_journey
from content.judging import judge
from content.months import Month
from content.programme import Band, Criterion, Dimension, Profile, Programme, Question, Verdict

WORTH = {Verdict.MEETS: Fraction(1), Verdict.PARTLY: Fraction(1, 2), Verdict.NOT_MET: Fraction(0), Verdict.PENDING: Fraction(0)}


@dataclass(frozen=True, slots=True)
class Reason:
    """What one question on the journey contributed."""

    question: Question
    result: Verdict


@dataclass(frozen=True, slots=True)
class Assessed:
    """A criterion with its verdict and what led to it."""

    criterion: Criterion
    verdict: Verdict
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """A dimension's index, from 0 to 1 exactly; None where none of its criteria apply."""

    dimension: Dimension
    value: Fraction | None


@dataclass(frozen=True, slots=True)
class Assessment:
    """An orientation, never a decision of the State."""

    profile: Profile
    criteria: tuple[Assessed, ...]
    dimensions: tuple[Index, ...]
    overall: Fraction
    ready: bool
    band: Band

    def of(self, code: str) -> Assessed:
        """The criterion of that code; KeyError without one."""
        for each in self.criteria:
            if each.criterion.code == code:
                return each
        raise KeyError(code)


def assess(programme: Programme, profile: Profile, answers: Answers, as_of: Month) -> Assessment:
    """The assessment of these answers by this edition, ages counted to `as_of`."""
    assessed = tuple(assess_criterion(criterion, profile, answers, as_of) for criterion in programme.criteria())
    by_code = {each.criterion.code: each.verdict for each in assessed}
    dimensions = tuple(Index(each, _index([by_code[c.code] for c in each.criteria])) for each in programme.dimensions)
    counted = [index.value for index in dimensions if index.value is not None]
    overall = sum(counted, Fraction(0)) / len(counted) if counted else Fraction(0)
    ready = _is_ready(programme, assessed, counted)
    return Assessment(profile, assessed, dimensions, overall, ready, _band(programme, overall, ready))


def assess_criterion(criterion: Criterion, profile: Profile, answers: Answers, as_of: Month) -> Assessed:
    """One criterion's verdict; answers to one that does not apply are ignored."""
    if profile not in criterion.applies_to:
        return Assessed(criterion, Verdict.NOT_APPLICABLE, ())
    reasons = tuple(
        Reason(question, judge(question.kind, answers.get(question.id), as_of))
        for question in criterion_journey(criterion, answers, as_of)
    )
    return Assessed(criterion, _verdict(reasons), reasons)


def _verdict(reasons: Sequence[Reason]) -> Verdict:
    decisive = {reason.result for reason in reasons if reason.question.decisive}
    if Verdict.NOT_MET in decisive:
        return Verdict.NOT_MET
    if Verdict.PENDING in decisive:
        return Verdict.PENDING
    lowering = {reason.result for reason in reasons} & {Verdict.PARTLY, Verdict.NOT_MET}
    return Verdict.PARTLY if lowering else Verdict.MEETS


def _index(verdicts: Sequence[Verdict]) -> Fraction | None:
    worth = [WORTH[verdict] for verdict in verdicts if verdict is not Verdict.NOT_APPLICABLE]
    return sum(worth, Fraction(0)) / len(worth) if worth else None


def _is_ready(programme: Programme, assessed: Sequence[Assessed], indexes: Sequence[Fraction]) -> bool:
    essential = [e.verdict for e in assessed if e.criterion.essential and e.verdict is not Verdict.NOT_APPLICABLE]
    if not essential or {Verdict.NOT_MET, Verdict.PENDING} & set(essential):
        return False
    share = Fraction(essential.count(Verdict.MEETS), len(essential))
    needed = programme.readiness
    return share >= needed.essential_share and all(index >= needed.dimension_index for index in indexes)


def _band(programme: Programme, overall: Fraction, ready: bool) -> Band:
    if ready:
        return next(band for band in programme.bands if band.minimum is None)
    reached = [band for band in programme.bands if band.minimum is not None and band.minimum <= overall]
    return max(reached, key=lambda band: band.minimum or Fraction(0))
