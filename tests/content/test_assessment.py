"""The self-assessment as a whole: whatever is answered, it comes to something that makes sense."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.answers import Answer, Answers, Chosen, Dated, read_answer, write_answer_to
from content.assessment import assess
from content.journey import journey, profile_of
from content.kinds import OneOf, SomeOf, Verdict, YesNo
from content.months import Month
from content.programme import Criterion, Profile, Programme, Question
from content.reading import current, read_editions
from tests.content.sheets import sheets

WHOLE = current(read_editions())
SMALL = current(read_editions(Path(__file__).parent / "small"))
AS_OF = Month(2026, 11)
SHEETS = st.one_of(*(st.tuples(st.just(programme), sheets(programme)) for programme in (SMALL, WHOLE)))
WORTH = {Verdict.MEETS: 2, Verdict.PARTLY: 1, Verdict.NOT_MET: 0, Verdict.PENDING: 0}


def read(programme: Programme, sheet: dict[str, object]) -> Answers:
    return {id: read_answer(programme.question(id), wire) for id, wire in sheet.items()}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SHEETS, st.sampled_from(Profile))
def test_any_sheet_is_assessed(drawn: tuple[Programme, dict[str, object]], profile: Profile) -> None:
    programme, sheet = drawn
    answers = read(programme, sheet)
    told = assess(programme, profile, answers, AS_OF)
    assert [each.criterion for each in told.criteria] == list(programme.criteria())
    for each in told.criteria:
        assert (each.verdict is Verdict.NOT_APPLICABLE) == (profile not in each.criterion.applies_to)
    for index in told.dimensions:
        worth = [WORTH[told.of(c.code).verdict] for c in index.dimension.criteria if profile in c.applies_to]
        assert index.value is None if not worth else index.value is not None and index.value * 2 * len(worth) == sum(worth)
    assert told.ready == (told.band.minimum is None)
    profile_of(programme, answers)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SHEETS)
def test_answers_come_back_from_the_wire_as_they_were(drawn: tuple[Programme, dict[str, object]]) -> None:
    programme, sheet = drawn
    for id, answer in read(programme, sheet).items():
        question = programme.question(id)
        assert read_answer(question, write_answer_to(question, answer)) == answer


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SHEETS, st.sampled_from(Profile))
def test_what_is_off_the_journey_changes_nothing(drawn: tuple[Programme, dict[str, object]], profile: Profile) -> None:
    programme, sheet = drawn
    answers = read(programme, sheet)
    on_it = {each.id for each in journey(programme, profile, answers, AS_OF)}
    kept = {id: answer for id, answer in answers.items() if id in on_it}
    assert assess(programme, profile, kept, AS_OF) == assess(programme, profile, answers, AS_OF)


def test_nothing_answered_is_missing_and_not_refused() -> None:
    told = assess(WHOLE, Profile.STARTING, {}, AS_OF)
    assert {each.verdict for each in told.criteria if each.criterion.code != "ADH-4"} == {Verdict.PENDING}
    assert (told.overall, told.ready, told.band.id) == (Fraction(0), False, "preparacion")


def best(question: Question) -> Answer:
    match question.kind:
        case YesNo():
            return Chosen(("yes",))
        case OneOf(options):
            return Chosen((options[0].id,))
        case SomeOf(options):
            return Chosen(tuple(option.id for option in options if not option.exclusive))
    wire = {"Number": "maximum", "Dating": "2026-11", "Writing": "Mejoró.", "Evidence": {"status": "attached"}}
    found = wire[type(question.kind).__name__]
    return read_answer(question, getattr(question.kind, "maximum", found))


@pytest.fixture
def perfect() -> dict[str, Answer]:
    return {question.id: best(question) for criterion in WHOLE.criteria() for question in criterion.questions}


@pytest.mark.parametrize("profile", Profile)
def test_everything_there_is_ready(profile: Profile, perfect: dict[str, Answer]) -> None:
    told = assess(WHOLE, profile, perfect, AS_OF)
    assert (told.overall, told.ready, told.band.id) == (Fraction(1), True, "lista")


def spoiled(criterion: Criterion) -> dict[str, Answer]:
    first = criterion.questions[0]
    match first.kind:
        case OneOf(options):
            return {first.id: Chosen((next(o.id for o in options if o.result is Verdict.NOT_MET),))}
        case SomeOf():
            return {first.id: Chosen(())}
    return {first.id: Dated(None) if first.id == "INS-3.1" else read_answer(first, 0)}


@pytest.mark.parametrize("criterion", list(WHOLE.criteria()), ids=lambda criterion: criterion.code)
def test_one_criterion_alone_blocks_only_where_it_is_essential(criterion: Criterion, perfect: dict[str, Answer]) -> None:
    told = assess(WHOLE, Profile.REVALIDATION, perfect | spoiled(criterion), AS_OF)
    assert told.of(criterion.code).verdict is Verdict.NOT_MET
    assert told.ready is not criterion.essential


def test_nine_of_ten_essential_criteria_must_be_met(perfect: dict[str, Answer]) -> None:
    in_part: dict[str, Answer] = {"ADH-1.1": Chosen(("b",))}
    assert assess(WHOLE, Profile.STARTING, perfect | in_part, AS_OF).ready
    assert not assess(WHOLE, Profile.STARTING, perfect | in_part | {"INS-1.1": Chosen(("c",))}, AS_OF).ready
