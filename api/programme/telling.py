"""An edition of the programme, worded for somebody."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from pydantic import TypeAdapter

from api.contract import VerdictId, Worded
from api.library import Reader, tag
from api.programme.wire import (
    AtLeastTold,
    BandTold,
    ContradictionTold,
    CriterionTold,
    DimensionTold,
    EvidenceRulesTold,
    LabelTold,
    OptionTold,
    ProfileRuleTold,
    ProgrammeTold,
    QuestionTold,
    ReadinessTold,
    SourceTold,
)
from content.file_kinds import MEDIA_TYPES
from content.kinds import AtLeast, Dating, Evidence, Kind, Number, OneOf, Option, SomeOf, Verdict, Writing, YesNo
from content.programme import Criterion, Dimension, Profile, Programme, Question
from content.sentences import Say

QUESTION: TypeAdapter[QuestionTold] = TypeAdapter(QuestionTold)


def tell(programme: Programme, reader: Reader) -> ProgrammeTold:
    """The whole edition."""
    word = reader.word
    return ProgrammeTold(
        edition=programme.edition,
        digest=programme.digest,
        date=programme.date,
        lang=tag(reader.language),
        disclaimer=word(programme.disclaimer),
        validity_months=programme.validity_months,
        verdicts=_labels(programme.verdicts, reader),
        profiles=_labels(programme.profiles, reader),
        basis=_labels(programme.basis_labels, reader),
        profile_questions=[_question(each, reader) for each in programme.profile_questions],
        profile_rules=[ProfileRuleTold(profile=rule.profile.value, when=_when(rule.when)) for rule in programme.profile_rules],
        first_tasks=list(programme.first_tasks),
        dimensions=[_dimension(each, reader) for each in programme.dimensions],
        readiness=ReadinessTold(
            essential_share=float(programme.readiness.essential_share),
            dimension_index=float(programme.readiness.dimension_index),
        ),
        bands=[BandTold(id=band.id, label=word(band.label), minimum=_number(band.minimum)) for band in programme.bands],
        contradictions=[ContradictionTold(id=c.id, when=_when(c.when), text=word(c.text)) for c in programme.contradictions],
        evidence=EvidenceRulesTold(max_bytes=programme.evidence_max_mb << 20, media_types=list(MEDIA_TYPES)),
    )


def _dimension(dimension: Dimension, reader: Reader) -> DimensionTold:
    return DimensionTold(
        code=dimension.id,
        name=reader.word(dimension.name),
        basis=dimension.basis.value,
        note=_worded(dimension.note, reader),
        criteria=[_criterion(each, reader) for each in dimension.criteria],
    )


def _criterion(criterion: Criterion, reader: Reader) -> CriterionTold:
    word = reader.word
    return CriterionTold(
        code=criterion.code,
        name=word(criterion.name),
        basis=criterion.basis.value,
        sources=[SourceTold(code=each.code, title=each.title, address=each.address) for each in criterion.sources],
        essential=criterion.essential,
        legal_duty=criterion.legal_duty,
        applies_to=[profile.value for profile in Profile if profile in criterion.applies_to],
        must_exist=word(criterion.must_exist),
        signed_by=word(criterion.signed_by),
        meaning=word(criterion.meaning),
        example=word(criterion.example),
        guidance={profile.value: word(text) for profile, text in criterion.guidance.items()},
        questions=[_question(each, reader) for each in criterion.questions],
    )


def _question(question: Question, reader: Reader) -> QuestionTold:
    return QUESTION.validate_python(
        {
            "id": question.id,
            "text": reader.word(question.text),
            "why": reader.word(question.why),
            "example": reader.word(question.example),
            "decisive": question.decisive,
            "optional": question.optional,
            "when": None if question.when is None else _when(question.when),
            **_kind(question.kind, reader),
        }
    )


def _kind(kind: Kind, reader: Reader) -> dict[str, Any]:
    match kind:
        case YesNo(results):
            return {"type": "yes_no", "results": _results(results)}
        case OneOf(options):
            return {"type": "single_choice", "options": _options(options, reader)}
        case SomeOf(options, meets, partly):
            steps = {"meets": _at_least(meets), "partly": partly and _at_least(partly)}
            return {"type": "multi_choice", "options": _options(options, reader), **steps}
        case Number():
            numbers = {name: _number(getattr(kind, name)) for name in ("minimum", "maximum", "meets", "partly")}
            return {"type": "number", "unit": reader.word(kind.unit), "integer": kind.integer, **numbers}
        case Dating():
            none = {"none_label": _worded(kind.none_label, reader), "none_result": kind.none_result.value}
            ages = {"any_date": kind.any_date, "meets_age": kind.meets_age, "partly_age": kind.partly_age}
            return {"type": "date", **none, **ages}
        case Writing(advised_length):
            return {"type": "text", "advised_length": advised_length}
        case Evidence(items, personal_data, hide, results):
            asked = {"items": [reader.word(item) for item in items], "hide": _worded(hide, reader)}
            return {"type": "evidence", **asked, "personal_data": personal_data, "results": _results(results)}


def _options(options: Iterable[Option], reader: Reader) -> list[OptionTold]:
    def told(option: Option) -> OptionTold:
        result: VerdictId | None = None if option.result is None else option.result.value
        return OptionTold(id=option.id, label=reader.word(option.label), result=result, exclusive=option.exclusive)

    return [told(each) for each in options]


def _labels(labels: Mapping[Any, Say], reader: Reader) -> list[LabelTold]:
    return [LabelTold(id=id.value, label=reader.word(label)) for id, label in labels.items()]


def _results(results: Mapping[Any, Verdict]) -> dict[str, str]:
    return {str(said): verdict.value for said, verdict in results.items()}


def _when(when: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    return {id: list(wanted) for id, wanted in when.items()}


def _at_least(wanted: AtLeast) -> AtLeastTold:
    return AtLeastTold(count=wanted.count, all_of=list(wanted.all_of))


def _worded(text: Say | None, reader: Reader) -> Worded | None:
    return None if text is None else reader.word(text)


def _number(number: Decimal | Fraction | None) -> float | None:
    return None if number is None else float(number)
