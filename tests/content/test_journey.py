"""Which questions are asked: conditions, closing, profiles, and answers that do not go together."""

from decimal import Decimal
from pathlib import Path

import pytest

from content.answers import Answer, Attached, Chosen, Counted, Dated, Skipped
from content.assessment import assess
from content.journey import contradictions, criterion_journey, holds, journey, profile_journey, profile_of
from content.kinds import Dating, Evidence, EvidenceStatus, Verdict
from content.months import Month
from content.programme import Profile, Programme, Question
from content.reading import current, read_editions

AS_OF = Month(2026, 11)
YES, NO = Chosen(("yes",)), Chosen(("no",))


@pytest.fixture(scope="module")
def small() -> Programme:
    return current(read_editions(Path(__file__).parent / "small"))


@pytest.fixture(scope="module")
def whole() -> Programme:
    return current(read_editions())


def asked(programme: Programme, code: str, answers: dict[str, Answer]) -> list[str]:
    return [question.id.rpartition(".")[2] for question in criterion_journey(programme.criterion(code), answers, AS_OF)]


@pytest.mark.parametrize(
    ("answers", "numbers"),
    [
        ({}, "12 4567"),
        ({"INS-1.1": YES, "INS-1.2": Chosen(("a",))}, "1234567"),
        ({"INS-1.1": NO}, "1"),
        ({"INS-1.1": Skipped()}, "12 4567"),
        ({"INS-1.2": Chosen(("b",)), "INS-1.3": Chosen(())}, "123"),
        ({"INS-1.2": Chosen(("c",)), "INS-1.3": Chosen(("a",))}, "12"),
        ({"INS-1.2": Chosen(("a",)), "INS-1.4": Counted(Decimal(0))}, "1234"),
        ({"INS-1.5": Dated(None)}, "12 45"),
        ({"INS-1.7": Attached(EvidenceStatus.NONE)}, "12 4567"),
    ],
)
def test_a_decisive_answer_that_leaves_it_not_met_closes_the_rest(
    small: Programme, answers: dict[str, Answer], numbers: str
) -> None:
    assert asked(small, "INS-1", answers) == list(numbers.replace(" ", ""))


def test_what_closed_is_neither_judged_nor_lost(small: Programme) -> None:
    answers: dict[str, Answer] = {"INS-1.1": NO, "INS-1.4": Counted(Decimal(50))}
    told = assess(small, Profile.STARTING, answers, AS_OF).of("INS-1")
    assert (told.verdict, [reason.question.id for reason in told.reasons]) == (Verdict.NOT_MET, ["INS-1.1"])
    assert "4" in asked(small, "INS-1", answers | {"INS-1.1": YES})


def test_only_criteria_of_the_profile_are_asked(whole: Programme) -> None:
    starting = {question.id for question in journey(whole, Profile.STARTING, {}, AS_OF)}
    again = {question.id for question in journey(whole, Profile.REVALIDATION, {}, AS_OF)}
    assert again - starting == {"ADH-4.1", "ADH-4.2"}
    assert (len(starting), len(again)) == (62, 64)


@pytest.mark.parametrize(
    ("seal", "office", "profile"),
    [
        ("a", "a", Profile.REVALIDATION),
        ("b", "c", Profile.REVALIDATION),
        ("c", "a", Profile.EXPERIENCED),
        ("d", "a", Profile.EXPERIENCED),
        ("c", "b", Profile.STARTING),
        ("d", "c", Profile.STARTING),
    ],
)
def test_the_profile_answers_choose_the_way_in(whole: Programme, seal: str, office: str, profile: Profile) -> None:
    answers: dict[str, Answer] = {"PF1": Chosen((seal,)), "PF2": Chosen(("c",)), "PF3": Chosen((office,))}
    assert profile_of(whole, answers) is profile
    assert profile_of(whole, {id: said for id, said in answers.items() if id != "PF2"}) is None


def test_what_is_not_known_leads_to_the_gentlest_way_in(whole: Programme) -> None:
    assert profile_of(whole, {"PF1": Skipped(), "PF2": Skipped(), "PF3": Skipped()}) is Profile.STARTING


def test_the_date_of_the_seal_is_asked_of_those_who_had_it(whole: Programme) -> None:
    assert [question.id for question in profile_journey(whole, {"PF1": Chosen(("b",))})] == ["PF1", "PF2", "PF3", "PF4"]
    assert [question.id for question in profile_journey(whole, {"PF1": Chosen(("c",))})] == ["PF1", "PF2", "PF3"]


@pytest.mark.parametrize(
    ("answer", "word"),
    [
        (Chosen(("a", "b")), "b"),
        (Dated(None), "none"),
        (Dated(Month(2024, 1)), "dated"),
        (Attached(EvidenceStatus.LATER), "later"),
    ],
)
def test_a_condition_is_that_an_answer_is_one_of_these(answer: Answer, word: str) -> None:
    assert holds({"Q": (word, "x")}, {"Q": answer})
    assert not holds({"Q": ("x",)}, {"Q": answer})
    assert not holds({"Q": (word,)}, {})
    assert not holds({"Q": (word,), "R": (word,)}, {"Q": answer, "R": Skipped()})


def test_contradictions_are_looked_for_on_the_journey_only(whole: Programme) -> None:
    answers: dict[str, Answer] = {"ADH-1.1": Chosen(("a",)), "ADH-1.3": Dated(None), "PF2": Chosen(("a",))}
    found = [each.id for each in contradictions(whole, Profile.STARTING, answers, AS_OF)]
    assert found == ["carta-sin-fecha-de-acuerdo"]
    closed = answers | {"ADH-1.1": Chosen(("d",))}
    assert [each.id for each in contradictions(whole, Profile.STARTING, closed, AS_OF)] == ["perfil-con-carta"]


def said(question: Question, word: str) -> Answer:
    match question.kind:
        case Dating():
            return Dated(None if word == "none" else Month(2024, 5))
        case Evidence():
            return Attached(EvidenceStatus(word))
    return Chosen((word,))


def test_every_contradiction_can_be_met(whole: Programme) -> None:
    for each in whole.contradictions:
        answers = {id: said(whole.question(id), words[0]) for id, words in each.when.items()}
        met = {found.id for profile in Profile for found in contradictions(whole, profile, answers, AS_OF)}
        assert each.id in met
