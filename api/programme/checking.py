"""A check of answers, worded. It keeps nothing."""

from api.contract import CheckRequest, CheckResult, CriterionChecked, DimensionChecked, ReasonGiven
from api.judging import read_answers, this_month
from api.library import Reader
from api.programme.reasons import explain
from content.answers import Answers
from content.assessment import Assessed, Reason, assess
from content.months import Month
from content.programme import Profile, Programme


def check(programme: Programme, asked: CheckRequest, reader: Reader) -> CheckResult:
    """The assessment of these answers, with its reasons in the reader's language."""
    answers = read_answers(programme.questions(), asked.answers)
    as_of = this_month() if asked.as_of is None else Month.read(asked.as_of)
    assessment = assess(programme, Profile(asked.profile), answers, as_of)
    return CheckResult(
        edition=programme.edition,
        profile=asked.profile,
        as_of=str(as_of),
        criteria=[_criterion(each, answers, as_of, reader) for each in assessment.criteria],
        dimensions=[
            DimensionChecked(code=index.dimension.id, index=None if index.value is None else float(index.value))
            for index in assessment.dimensions
        ],
        overall=float(assessment.overall),
        ready=assessment.ready,
        band=assessment.band.id,
        disclaimer=reader.word(programme.disclaimer),
    )


def _criterion(assessed: Assessed, answers: Answers, as_of: Month, reader: Reader) -> CriterionChecked:
    def given(reason: Reason) -> ReasonGiven:
        said = answers.get(reason.question.id)
        worded = reader.word(explain(reason.question, said, reason.result, as_of))
        return ReasonGiven(question=reason.question.id, result=reason.result.value, text=worded.text, lang=worded.lang)

    return CriterionChecked(
        code=assessed.criterion.code,
        verdict=assessed.verdict.value,
        essential=assessed.criterion.essential,
        basis=assessed.criterion.basis.value,
        reasons=[given(reason) for reason in assessed.reasons],
    )
