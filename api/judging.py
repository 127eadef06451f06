"""Reading answers off the wire and judging them: the same pure functions for a check and for a pre-application."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from pydantic import JsonValue

from api.contract import Summary
from api.errors import Refusal
from content.answers import Answer, AnswerRefused, Answers, Skipped, read_answer
from content.assessment import Assessment
from content.months import Month
from content.programme import Question

CHILE = ZoneInfo("America/Santiago")


class QuestionUnknown(Refusal):
    """The edition asks no such question."""

    name, title = "unknown-question", "Esa pregunta no existe en esta edición."


class AnswerUnreadable(Refusal):
    """An unknown option, a wrong type, a value out of range; `expected` says what the question takes."""

    name, title = "answer-refused", "Esa respuesta no es una que la pregunta acepte."


def read_answers(questions: Iterable[Question], wire: Mapping[str, JsonValue]) -> Answers:
    """The answers by question; null counts as left out. QuestionUnknown, AnswerUnreadable."""
    known = {question.id: question for question in questions}
    for id in wire:
        if id not in known:
            raise QuestionUnknown(f"La pregunta «{id}» no existe en esta edición.", question=id)
    read = {id: _read(known[id], said) for id, said in wire.items()}
    return {id: answer for id, answer in read.items() if not isinstance(answer, Skipped)}


def summary(assessment: Assessment) -> Summary:
    """What is kept and told of an assessment, without its texts."""
    return Summary(
        ready=assessment.ready,
        band=assessment.band.id,
        overall=float(assessment.overall),
        criteria={each.criterion.code: each.verdict.value for each in assessment.criteria},
        dimensions={each.dimension.id: None if each.value is None else float(each.value) for each in assessment.dimensions},
    )


def this_month() -> Month:
    """The month it is in Chile."""
    return Month.of(datetime.now(CHILE).date())


def _read(question: Question, said: JsonValue) -> Answer:
    try:
        return read_answer(question, said)
    except AnswerRefused as refused:
        detail = f"La respuesta a «{question.id}» no es una que la pregunta acepte."
        raise AnswerUnreadable(detail, question=question.id, expected=refused.reason, given=_short(said)) from None


def _short(said: JsonValue) -> JsonValue:
    return said if len(str(said)) <= 100 else f"{str(said)[:100]}…"
