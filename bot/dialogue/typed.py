"""What a person typed under a question, read where it can only mean one thing."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from bot.dialogue.labels import LACKING, LATER, NO, NONE_OF_THESE, UNKNOWN, YES
from content.answers import Answer, Attached, Chosen, Counted, Dated, Skipped, Written
from content.calendar_words import month_named
from content.folding import folded
from content.kinds import Dating, Evidence, EvidenceStatus, Number, OneOf, Option, SomeOf, Writing, YesNo
from content.months import Month
from content.programme import Question
from content.sentences import Say

RUT = re.compile(r"\b\d{1,2}\.?\d{3}\.?\d{3}-[\dkK]\b")
_AMOUNT = re.compile(r"-?\d+(?:[.,\s\u202f]\d+)*")
_DAY = re.compile(r"(?:\d{1,2}[-/. ])?(\d{1,2})[-/. ](\d{4})")
_ISO = re.compile(r"(\d{4})\s*(?:年|[-/. ])\s*(\d{1,2})(?:\s*月|[-/. ]\d{1,2})?(?:\s*\d{1,2}\s*日)?")
_NAMED = re.compile(r"(?:el |on |le |nan )?(?:\d{1,2}(?:er|º|°)?\s+(?:de\s+)?)?([^\W\d]+)\.?\s+(?:de\s+|del\s+)?(\d{4})")
_LINK = re.compile(r"https?://[^\s<>\"]+\.[^\s<>\"]+", re.IGNORECASE)
# What stands between the items of a list, the surest first.
_BETWEEN = (r"[;；\n]", r"[,，、]|\s+(?:y|ak|and|e|et|和)\s+|(?<=\d)\s+(?=\d)")

Words = Callable[[Say], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Slip:
    """Typed text that is no answer; `kind` is `unread`, `range`, `whole`, `future`, `rut`."""

    kind: str


@dataclass(frozen=True, slots=True)
class Address:
    """A link typed where evidence is asked."""

    link: str


def read_typed(question: Question, text: str, words: Words, this_month: Month) -> Answer | Address | Slip:
    """The answer a text can only mean. `words` gives a label as people may type it: in their language and in Spanish."""
    if RUT.search(text):
        return Slip("rut")
    if folded(text) in _labels(words, (UNKNOWN,)):
        return Skipped()
    match question.kind:
        case YesNo():
            return _one(text, ((id, words(label)) for id, label in (("yes", YES), ("no", NO))))
        case OneOf(options):
            return _one(text, _named(options, words))
        case SomeOf() as kind:
            return _several(text, kind, words)
        case Number() as kind:
            return _number(text, kind)
        case Dating() as kind:
            return _date(text, kind, words, this_month)
        case Writing():
            return Written(text.strip()) if text.strip() else Slip("unread")
        case Evidence():
            return _evidence(text, words)


def _labels(words: Words, said: tuple[Say, ...]) -> set[str]:
    return {folded(each) for label in said for each in words(label)}


def _named(options: tuple[Option, ...], words: Words) -> Iterator[tuple[str, tuple[str, ...]]]:
    return ((option.id, words(option.label)) for option in options)


def _one(text: str, choices: Iterator[tuple[str, tuple[str, ...]]]) -> Chosen | Slip:
    listed = list(choices)
    typed = folded(text)
    if typed.isdigit():
        return Chosen((listed[int(typed) - 1][0],)) if 1 <= int(typed) <= len(listed) else Slip("range")
    exact = [id for id, labels in listed if typed in {folded(label) for label in labels}]
    begun = [id for id, labels in listed if typed and any(folded(label).startswith(typed + " ") for label in labels)]
    found = exact or begun
    return Chosen((found[0],)) if len(found) == 1 else Slip("unread")


def _several(text: str, kind: SomeOf, words: Words) -> Chosen | Slip:
    if folded(text) in _labels(words, (NONE_OF_THESE,)):
        return Chosen(())
    marked = _each(text, kind, words, _BETWEEN)
    ids = [each.options[0] for each in marked if isinstance(each, Chosen)]
    alone = {option.id for option in kind.options if option.exclusive}
    if len(ids) != len(marked) or (alone & set(ids) and len(set(ids)) > 1):
        return next((each for each in marked if isinstance(each, Slip)), Slip("unread"))
    return Chosen(tuple(option.id for option in kind.options if option.id in ids))


def _each(text: str, kind: SomeOf, words: Words, marks: tuple[str, ...]) -> list[Chosen | Slip]:
    """What each part of a list names; it is cut no finer than needed, since an option's own words may hold a comma."""
    whole = _one(text, _named(kind.options, words))
    if isinstance(whole, Chosen) or not marks:
        return [whole]
    parts = [part for part in re.split(marks[0], text) if part.strip()]
    return [found for part in parts for found in _each(part, kind, words, marks[1:])] or [whole]


def _number(text: str, kind: Number) -> Counted | Slip:
    found = _AMOUNT.findall(text)
    amount = _amount(found[0]) if len(found) == 1 and not _names_a_month(text) else None
    if amount is None:
        return Slip("unread")
    if kind.integer and amount != amount.to_integral_value():
        return Slip("whole")
    return Counted(amount) if kind.minimum <= amount <= kind.maximum else Slip("range")


def _amount(written: str) -> Decimal | None:
    """`1.200` is 1200 and `12,5` is 12.5, as people write in Chile; one mark with three digits after it groups thousands."""
    sign, digits = ("-", written[1:]) if written.startswith("-") else ("", written)
    parts = re.split(r"[.,\s\u202f]", digits)
    if len(parts) == 1:
        return Decimal(sign + digits)
    if len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:]):
        return Decimal(sign + "".join(parts))
    return Decimal(f"{sign}{parts[0]}.{parts[1]}") if len(parts) == 2 and not re.search(r"\s", digits) else None


def _date(text: str, kind: Dating, words: Words, this_month: Month) -> Dated | Slip:
    if kind.none_label is not None and folded(text) in _labels(words, (kind.none_label,)):
        return Dated(None)
    month = _month(" ".join(text.split()))
    if month is None:
        return Slip("unread")
    return Dated(month) if month <= this_month else Slip("future")


def _names_a_month(text: str) -> bool:
    """Whether the only number in a text is a year: «mayo 2026» is no amount."""
    found = _NAMED.fullmatch(" ".join(text.split()))
    return found is not None and month_named(found[1]) is not None


def _month(text: str) -> Month | None:
    year = number = None
    if found := _ISO.fullmatch(text):
        year, number = int(found[1]), int(found[2])
    elif found := _DAY.fullmatch(text):
        year, number = int(found[2]), int(found[1])
    elif found := _NAMED.fullmatch(text):
        year, number = int(found[2]), month_named(found[1])
    return Month(year, number) if year and number and 1 <= number <= 12 and year >= 1900 else None


def _evidence(text: str, words: Words) -> Attached | Address | Slip:
    if folded(text) in _labels(words, (LATER,)):
        return Attached(EvidenceStatus.LATER)
    if folded(text) in _labels(words, (LACKING,)):
        return Attached(EvidenceStatus.NONE)
    link = _LINK.fullmatch(text.strip())
    return Address(link[0]) if link else Slip("unread")
