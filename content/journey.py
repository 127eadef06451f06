"""Which questions are asked, given what has been answered so far."""

from collections.abc import Iterable, Iterator, Mapping

from content.answers import Answer, Answers, Attached, Chosen, Dated
from content.judging import judge
from content.months import Month
from content.programme import Contradiction, Criterion, Profile, Programme, Question, Verdict


def holds(when: Mapping[str, tuple[str, ...]], answers: Answers) -> bool:
    """Whether each named answer is one of these option ids; for several choices, one of them is enough.

    A month counts as `dated`, "not yet" as `none`; evidence as its status.
    """
    return all(_is_one_of(answers.get(id), wanted) for id, wanted in when.items())


def _is_one_of(answer: Answer | None, wanted: tuple[str, ...]) -> bool:
    match answer:
        case Chosen(options):
            return any(option in wanted for option in options)
        case Dated(month):
            return ("none" if month is None else "dated") in wanted
        case Attached(status):
            return status.value in wanted
    return False


def profile_journey(programme: Programme, answers: Answers) -> Iterator[Question]:
    """The profile questions this municipality is asked, in order."""
    return _asked(programme.profile_questions, answers)


def profile_of(programme: Programme, answers: Answers) -> Profile | None:
    """The way in that the profile answers choose; None while one that is asked and not optional is open."""
    asked = list(profile_journey(programme, answers))
    if any(question.id not in answers and not question.optional for question in asked):
        return None
    known = {question.id: answers[question.id] for question in asked if question.id in answers}
    return next((rule.profile for rule in programme.profile_rules if holds(rule.when, known)), Profile.STARTING)


def criteria_for(programme: Programme, profile: Profile) -> Iterator[Criterion]:
    """The criteria that apply to a profile, in the programme's order."""
    return (criterion for criterion in programme.criteria() if profile in criterion.applies_to)


def criterion_journey(criterion: Criterion, answers: Answers, as_of: Month) -> Iterator[Question]:
    """The questions asked in a criterion; those after a decisive answer that leaves it not met are closed."""
    for question in _asked(criterion.questions, answers):
        yield question
        if question.decisive and judge(question.kind, answers.get(question.id), as_of) is Verdict.NOT_MET:
            return


def journey(programme: Programme, profile: Profile, answers: Answers, as_of: Month) -> Iterator[Question]:
    """Every question this municipality is asked after its profile, in the programme's order."""
    for criterion in criteria_for(programme, profile):
        yield from criterion_journey(criterion, answers, as_of)


def contradictions(programme: Programme, profile: Profile, answers: Answers, as_of: Month) -> Iterator[Contradiction]:
    """What does not go together among the answers on the journey."""
    asked = [*profile_journey(programme, answers), *journey(programme, profile, answers, as_of)]
    known = {question.id: answers[question.id] for question in asked if question.id in answers}
    return (each for each in programme.contradictions if holds(each.when, known))


def _asked(questions: Iterable[Question], answers: Answers) -> Iterator[Question]:
    known: dict[str, Answer] = {}
    for question in questions:
        if holds(question.when or {}, known):
            yield question
            if question.id in answers:
                known[question.id] = answers[question.id]
