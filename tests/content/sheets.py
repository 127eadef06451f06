"""Answer sheets out of thin air: any answers that the questions of a programme accept, in any number."""

from decimal import Decimal

from hypothesis import strategies as st

from content.kinds import Dating, Evidence, EvidenceStatus, Number, OneOf, SomeOf, Writing, YesNo
from content.programme import Programme, Question


def wires(question: Question) -> st.SearchStrategy[object]:
    """What the wire may carry as an answer to that question, "I don't know" included."""
    return st.none() | _said(question)


def _said(question: Question) -> st.SearchStrategy[object]:
    match question.kind:
        case YesNo():
            return st.sampled_from(["yes", "no"])
        case OneOf(options):
            return st.sampled_from([option.id for option in options])
        case SomeOf(options):
            several = st.lists(st.sampled_from([option.id for option in options if not option.exclusive]), unique=True)
            alone = [[option.id] for option in options if option.exclusive]
            return several | st.sampled_from(alone) if alone else several
        case Number() as number:
            places = 0 if number.integer else 2
            return st.decimals(number.minimum, number.maximum, places=places).map(lambda amount: amount + Decimal(0))
        case Dating() as dating:
            months = st.builds("{:04}-{:02}".format, st.integers(1990, 2026), st.integers(1, 12))
            return months | st.just("none") if dating.none_label else months
        case Writing():
            return st.text(min_size=1).filter(str.strip)
        case Evidence():
            return st.sampled_from([{"status": status.value} for status in EvidenceStatus])


def sheets(programme: Programme) -> st.SearchStrategy[dict[str, object]]:
    """Some of the questions, each with an answer as the wire has it."""
    return st.fixed_dictionaries({}, optional={question.id: wires(question) for question in programme.questions()})
