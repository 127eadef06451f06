"""What one answer to one question comes to."""

from content.answers import Answer, Attached, Chosen, Counted, Dated, Skipped, Written
from content.kinds import AtLeast, Dating, Evidence, Kind, Number, OneOf, SomeOf, Verdict, YesNo
from content.months import Month


def judge(kind: Kind, answer: Answer | None, as_of: Month) -> Verdict:
    """The verdict of an answer; pending without one, not applicable for text, which only people judge."""
    match kind, answer:
        case _, None | Skipped():
            return Verdict.PENDING
        case YesNo(results), Chosen((said,)):
            return results[said]
        case OneOf(options), Chosen((said,)):
            return next(option.result for option in options if option.id == said) or Verdict.NOT_APPLICABLE
        case SomeOf() as some, Chosen(marked):
            return _of_several(some, marked)
        case Number() as number, Counted(amount):
            return _stepped(amount >= number.meets, number.partly is not None and amount >= number.partly)
        case Dating() as dating, Dated(month):
            return _of_age(dating, month, as_of)
        case Evidence(results=outcomes), Attached(status):
            return outcomes[status]
        case _, Written():
            return Verdict.NOT_APPLICABLE
    raise TypeError(f"{answer!r} does not answer {kind!r}")


def _stepped(meets: bool, partly: bool) -> Verdict:
    return Verdict.MEETS if meets else Verdict.PARTLY if partly else Verdict.NOT_MET


def _of_several(kind: SomeOf, marked: tuple[str, ...]) -> Verdict:
    def reaches(wanted: AtLeast | None) -> bool:
        return wanted is not None and len(marked) >= wanted.count and set(wanted.all_of) <= set(marked)

    return _stepped(reaches(kind.meets), reaches(kind.partly))


def _of_age(kind: Dating, month: Month | None, as_of: Month) -> Verdict:
    if month is None:
        return kind.none_result
    if kind.any_date:
        return Verdict.MEETS
    if kind.meets_age is None:
        return Verdict.NOT_APPLICABLE
    age = month.months_until(as_of)
    return _stepped(age <= kind.meets_age, kind.partly_age is not None and age <= kind.partly_age)
