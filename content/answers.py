"""What can be said to a question, and how it is written on the wire and in the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from content.kinds import Dating, Evidence, EvidenceStatus, Number, OneOf, SomeOf, Writing, YesNo
from content.months import Month
from content.programme import Question


@dataclass(frozen=True, slots=True)
class Chosen:
    """Option ids in the order of the question; `("yes",)` or `("no",)` too; empty is "none of these"."""

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """An amount in the question's unit."""

    amount: Decimal


@dataclass(frozen=True, slots=True)
class Dated:
    """A month; None is "not yet"."""

    month: Month | None


@dataclass(frozen=True, slots=True)
class Written:
    """A person's own words."""

    text: str


@dataclass(frozen=True, slots=True)
class Attached:
    """Whether the evidence asked for is here; the pieces themselves are kept by the dossier."""

    status: EvidenceStatus


@dataclass(frozen=True, slots=True)
class Skipped:
    """“I don't know yet”: answered for moving on, unanswered for judging."""


Answer = Chosen | Counted | Dated | Written | Attached | Skipped
Answers = Mapping[str, Answer]
Wire = str | int | float | list[str] | dict[str, str] | None


class AnswerRefused(ValueError):
    """The answer cannot be one to that question; `question` is its id, `reason` a short English code."""

    def __init__(self, question: str, reason: str) -> None:
        super().__init__(f"{question}: {reason}")
        self.question, self.reason = question, reason


def read_answer(question: Question, wire: object) -> Answer:
    """The answer written as CONTRACT says (`"yes"`, option id, list, number, `"YYYY-MM"`, text, status); AnswerRefused."""
    if wire is None:
        return Skipped()
    match question.kind, wire:
        case YesNo(), "yes" | "no":
            return Chosen((str(wire),))
        case OneOf(options), str() if wire in {option.id for option in options}:
            return Chosen((wire,))
        case SomeOf() as kind, list():
            return _several(question, kind, wire)
        case Number() as kind, (int() | float() | Decimal()) if not isinstance(wire, bool):
            return _amount(question, kind, wire)
        case Dating(none_label=label), "none" if label is not None:
            return Dated(None)
        case Dating(), str():
            return _month(question, wire)
        case Writing(), str() if wire.strip():
            return Written(wire)
        case Evidence(), {"status": str(status), **rest} if not rest and status in set(EvidenceStatus):
            return Attached(EvidenceStatus(status))
    raise AnswerRefused(question.id, _expected(question))


def write_answer(answer: Answer) -> Wire:
    """The answer as `read_answer` reads it; several choices as a list, which only the question can tell from one."""
    match answer:
        case Chosen(options):
            return list(options)
        case Counted(amount):
            return int(amount) if amount == amount.to_integral_value() else float(amount)
        case Dated(month):
            return "none" if month is None else str(month)
        case Written(text):
            return text
        case Attached(status):
            return {"status": status.value}
        case Skipped():
            return None


def write_answer_to(question: Question, answer: Answer) -> Wire:
    """The answer as the wire has it for that question."""
    match question.kind, answer:
        case ((YesNo() | OneOf()), Chosen((only,))):
            return only
    return write_answer(answer)


def _several(question: Question, kind: SomeOf, wire: list[object]) -> Chosen:
    known = {option.id: option for option in kind.options}
    if len(set(map(str, wire))) != len(wire) or any(each not in known for each in wire):
        raise AnswerRefused(question.id, "unknown option")
    if len(wire) > 1 and any(known[str(each)].exclusive for each in wire):
        raise AnswerRefused(question.id, "an exclusive option stands alone")
    return Chosen(tuple(id for id in known if id in wire))


def _amount(question: Question, kind: Number, wire: float | Decimal) -> Counted:
    try:
        amount = Decimal(str(wire))
    except InvalidOperation:
        raise AnswerRefused(question.id, "a number") from None
    if not amount.is_finite() or not kind.minimum <= amount <= kind.maximum:
        raise AnswerRefused(question.id, f"a number from {kind.minimum} to {kind.maximum}")
    if kind.integer and amount != amount.to_integral_value():
        raise AnswerRefused(question.id, "a whole number")
    return Counted(amount)


def _month(question: Question, wire: str) -> Dated:
    try:
        return Dated(Month.read(wire))
    except ValueError:
        raise AnswerRefused(question.id, "a month as YYYY-MM") from None


def _expected(question: Question) -> str:
    match question.kind:
        case YesNo():
            return "yes or no"
        case OneOf() | SomeOf():
            return "a known option"
        case Number():
            return "a number"
        case Dating():
            return "a month as YYYY-MM, or none where the question allows it"
        case Writing():
            return "text"
        case Evidence():
            return "a status: attached, later or none"
