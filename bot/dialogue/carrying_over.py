"""Answers taken along to another edition, or from one dossier to another: those that can still be read there."""

from collections.abc import Iterable, Mapping

from bot.dialogue.dossier import Given, Piece
from content.answers import AnswerRefused, read_answer, write_answer_to
from content.kinds import Evidence
from content.programme import Programme, Question


def carried(answers: Mapping[str, Given], to: Programme) -> dict[str, Given]:
    """The answers whose question exists in that edition and can be answered so."""
    return {question.id: answers[question.id] for question in to.questions() if _fits(question, answers.get(question.id))}


def carried_pieces(pieces: Iterable[Piece], to: Programme) -> tuple[Piece, ...]:
    """The evidence whose question still asks for evidence there."""
    asking = {question.id for question in to.questions() if isinstance(question.kind, Evidence)}
    return tuple(piece for piece in pieces if piece.question in asking)


def _fits(question: Question, given: Given | None) -> bool:
    if given is None:
        return False
    try:
        return read_answer(question, write_answer_to(question, given.answer)) == given.answer
    except AnswerRefused:
        return False
