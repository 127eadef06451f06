"""The edition in force is the whole model: what it counts, and thresholds that are known from outside."""

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest

from content.kinds import AtLeast, Dating, Evidence, EvidenceStatus, Number, OneOf, SomeOf, Verdict, YesNo
from content.programme import Basis, Profile, Programme
from content.reading import current, read_editions


@pytest.fixture(scope="module")
def programme() -> Programme:
    return current(read_editions())


def test_it_counts_what_the_model_counts(programme: Programme) -> None:
    questions = [question for criterion in programme.criteria() for question in criterion.questions]
    assert [each.id for each in programme.dimensions] == ["ADH", "INS", "CAP", "POL", "REG", "ASO"]
    assert [len(each.criteria) for each in programme.dimensions] == [4, 8, 5, 6, 5, 5]
    assert (len(questions), len(programme.profile_questions)) == (64, 4)
    assert Counter(type(question.kind).__name__ for question in questions) == {
        "OneOf": 21, "Evidence": 13, "Number": 10, "SomeOf": 10, "YesNo": 5, "Dating": 3, "Writing": 2,
    }  # fmt: skip


def test_only_what_the_programme_publishes_is_essential(programme: Programme) -> None:
    essential = [each.code for each in programme.criteria() if each.essential]
    assert essential == [
        *("ADH-1", "ADH-3", "INS-1", "INS-4", "INS-5", "INS-6", "INS-7", "CAP-1", "CAP-2", "CAP-3", "CAP-4"),
        *("POL-1", "REG-1", "ASO-1", "ASO-2", "ASO-4"),
    ]
    assert all(programme.criterion(code).basis is not Basis.PROPOSAL for code in essential)


def test_thresholds_are_the_models(programme: Programme) -> None:
    hours = programme.question("INS-2.1").kind
    assert isinstance(hours, Number)
    assert [hours.meets, hours.partly, hours.minimum, hours.maximum] == list(map(Decimal, (11, 3, 0, 2000)))
    assert not hours.integer
    share = programme.question("CAP-5.1").kind
    assert isinstance(share, Number)
    assert [share.meets, share.partly, share.maximum] == list(map(Decimal, (50, 20, 100)))
    assert share.integer
    age = programme.question("INS-3.1").kind
    assert isinstance(age, Dating)
    assert (age.meets_age, age.partly_age, age.none_result) == (36, 72, Verdict.NOT_MET)
    sources = programme.question("INS-3.2").kind
    assert isinstance(sources, SomeOf)
    assert (sources.meets, sources.partly) == (AtLeast(3, ("d",)), AtLeast(2))
    once = programme.question("REG-2.2").kind
    assert isinstance(once, Number)
    assert (once.meets, once.partly) == (Decimal(1), None)


def test_results_that_are_not_the_default_are_kept(programme: Programme) -> None:
    assert programme.question("INS-4.3").kind == YesNo({"yes": Verdict.MEETS, "no": Verdict.PARTLY})
    assert programme.question("REG-2.3").kind == YesNo({"yes": Verdict.MEETS, "no": Verdict.NOT_MET})
    if_any = programme.question("ADH-4.2").kind
    usual = programme.question("INS-1.2").kind
    assert isinstance(if_any, Evidence)
    assert isinstance(usual, Evidence)
    assert if_any.results[EvidenceStatus.NONE] is Verdict.MEETS
    assert usual.results == {
        EvidenceStatus.ATTACHED: Verdict.MEETS,
        EvidenceStatus.LATER: Verdict.PENDING,
        EvidenceStatus.NONE: Verdict.PARTLY,
    }
    lost = programme.question("ADH-4.1").kind
    assert isinstance(lost, OneOf)
    assert [option.result for option in lost.options][-1] is Verdict.PENDING


def test_the_settings_are_the_models(programme: Programme) -> None:
    assert [(band.id, band.minimum) for band in programme.bands] == [
        ("preparacion", Fraction(0)),
        ("desarrollo", Fraction(2, 5)),
        ("consolidacion", Fraction(7, 10)),
        ("lista", None),
    ]
    assert (programme.readiness.essential_share, programme.readiness.dimension_index) == (Fraction(9, 10), Fraction(3, 5))
    assert programme.first_tasks == ("INS-1", "ADH-2", "ADH-1", "INS-3", "INS-4")
    assert (programme.validity_months, programme.evidence_max_mb) == (24, 20)
    assert "Servicio Nacional de Migraciones" in programme.disclaimer.source


def test_only_what_ends_a_revalidation_is_for_revalidation_alone(programme: Programme) -> None:
    alone = [each.code for each in programme.criteria() if each.applies_to == {Profile.REVALIDATION}]
    assert alone == ["ADH-4"]
    assert [each.code for each in programme.criteria() if each.legal_duty] == ["POL-6"]


def test_every_question_says_why_and_gives_an_example(programme: Programme) -> None:
    for question in programme.questions():
        assert question.why.source.endswith("."), question.id
        assert question.example.source[-1] in ".»", question.id


def test_sentences_of_a_criterion_are_translated_under_its_code(programme: Programme) -> None:
    for criterion in programme.criteria():
        sentences = [criterion.name, criterion.meaning, *criterion.guidance.values(), *(q.text for q in criterion.questions)]
        assert {sentence.context for sentence in sentences} == {criterion.code}
    assert {question.text.context for question in programme.profile_questions} == {"perfil"}


def test_no_two_sources_are_shown_alike_and_each_is_cited(programme: Programme) -> None:
    cited: Mapping[str, str] = {source.code: source.title for each in programme.criteria() for source in each.sources}
    assert len(set(cited.values())) == len(cited) == 23
