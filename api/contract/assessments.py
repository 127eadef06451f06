"""What is asked of `POST /v1/assessments/check`, and what it answers."""

from api.contract.words import AnswerOnWire, Asked, BasisId, Id, MonthText, ProfileId, Told, VerdictId, Worded


class CheckRequest(Asked):
    """What `POST /v1/assessments/check` is asked. `as_of` is the month ages are counted to; by default this one in Chile."""

    profile: ProfileId
    answers: dict[Id, AnswerOnWire]
    as_of: MonthText | None = None
    lang: str | None = None


class ReasonGiven(Worded):
    """What one question contributed, and why."""

    question: str
    result: VerdictId


class CriterionChecked(Told):
    """One criterion's verdict."""

    code: str
    verdict: VerdictId
    essential: bool
    basis: BasisId
    reasons: list[ReasonGiven]


class DimensionChecked(Told):
    """A dimension's index from 0 to 1; null where none of its criteria apply."""

    code: str
    index: float | None


class CheckResult(Told):
    """An orientation, as `disclaimer` says. `overall` is the mean of the dimensions' indexes, 0 to 1."""

    edition: str
    profile: ProfileId
    as_of: MonthText
    criteria: list[CriterionChecked]
    dimensions: list[DimensionChecked]
    overall: float
    ready: bool
    band: str
    disclaimer: Worded
