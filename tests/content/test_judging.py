"""What one answer comes to: each kind at its threshold and one beside it."""

from decimal import Decimal

import pytest

from content.answers import Answer, Attached, Chosen, Counted, Dated, Skipped, Written
from content.judging import judge
from content.kinds import AtLeast, Dating, Evidence, EvidenceStatus, Kind, Number, OneOf, Option, SomeOf, Verdict, Writing, YesNo
from content.months import Month
from content.sentences import Say

MEETS, PARTLY, NOT_MET, PENDING = Verdict.MEETS, Verdict.PARTLY, Verdict.NOT_MET, Verdict.PENDING
NOT_APPLICABLE = Verdict.NOT_APPLICABLE
TEXT = Say("", "content")
AS_OF = Month(2026, 11)

NUMBER = Number(TEXT, Decimal(0), Decimal(100), False, Decimal(11), Decimal(3))
NO_PARTLY = Number(TEXT, Decimal(0), Decimal(100), True, Decimal(1))
AGED = Dating(TEXT, NOT_MET, False, 36, 72)
NEVER_PARTLY = Dating(TEXT, PARTLY, False, 36)
ANY_DATE = Dating(TEXT, NOT_MET, any_date=True)
SOME = SomeOf((*(Option(id, TEXT) for id in "abcd"), Option("e", TEXT, exclusive=True)), AtLeast(3, ("a",)), AtLeast(1))
ONE_IS_ENOUGH = SomeOf(SOME.options, AtLeast(1))
ONE = OneOf((Option("a", TEXT, MEETS), Option("b", TEXT, PENDING), Option("c", TEXT)))
YES = YesNo({"yes": MEETS, "no": PARTLY})
EVIDENCE = Evidence(
    (TEXT,),
    False,
    None,
    {EvidenceStatus.ATTACHED: MEETS, EvidenceStatus.LATER: PENDING, EvidenceStatus.NONE: PARTLY},
)


def counted(amount: str) -> Counted:
    return Counted(Decimal(amount))


@pytest.mark.parametrize(
    ("kind", "answer", "verdict"),
    [
        (NUMBER, counted("11"), MEETS),
        (NUMBER, counted("10.99"), PARTLY),
        (NUMBER, counted("3"), PARTLY),
        (NUMBER, counted("2.99"), NOT_MET),
        (NO_PARTLY, counted("1"), MEETS),
        (NO_PARTLY, counted("0"), NOT_MET),
        (AGED, Dated(Month(2023, 11)), MEETS),
        (AGED, Dated(Month(2023, 10)), PARTLY),
        (AGED, Dated(Month(2020, 11)), PARTLY),
        (AGED, Dated(Month(2020, 10)), NOT_MET),
        (AGED, Dated(Month(2026, 12)), MEETS),
        (AGED, Dated(None), NOT_MET),
        (NEVER_PARTLY, Dated(Month(2023, 10)), NOT_MET),
        (NEVER_PARTLY, Dated(None), PARTLY),
        (ANY_DATE, Dated(Month(1990, 1)), MEETS),
        (Dating(None), Dated(Month(2024, 12)), NOT_APPLICABLE),
        (SOME, Chosen(("a", "b", "c")), MEETS),
        (SOME, Chosen(("b", "c", "d")), PARTLY),
        (SOME, Chosen(("a", "b")), PARTLY),
        (SOME, Chosen(("e",)), PARTLY),
        (SOME, Chosen(()), NOT_MET),
        (ONE_IS_ENOUGH, Chosen(("e",)), MEETS),
        (ONE_IS_ENOUGH, Chosen(()), NOT_MET),
        (ONE, Chosen(("a",)), MEETS),
        (ONE, Chosen(("b",)), PENDING),
        (ONE, Chosen(("c",)), NOT_APPLICABLE),
        (YES, Chosen(("yes",)), MEETS),
        (YES, Chosen(("no",)), PARTLY),
        (EVIDENCE, Attached(EvidenceStatus.ATTACHED), MEETS),
        (EVIDENCE, Attached(EvidenceStatus.LATER), PENDING),
        (EVIDENCE, Attached(EvidenceStatus.NONE), PARTLY),
        (Writing(100), Written("poco"), NOT_APPLICABLE),
        (Writing(100), Skipped(), PENDING),
        (YES, None, PENDING),
    ],
)
def test_an_answer_comes_to(kind: Kind, answer: Answer | None, verdict: Verdict) -> None:
    assert judge(kind, answer, AS_OF) is verdict


def test_an_answer_to_another_kind_of_question_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError, match="does not answer"):
        judge(YES, counted("1"), AS_OF)
