"""What was practised becomes part of the municipality's dossier: it fills blanks; where both say something, a person chooses.

"I don't know yet" counts as a blank on either side.
"""

from dataclasses import replace
from datetime import datetime

from bot.dialogue.carrying_over import carried, carried_pieces
from bot.dialogue.dossier import Author, Dossier, Given, Phase
from bot.dialogue.person import State
from content.answers import Skipped
from content.programme import Programme, Question


def conflicts(state: State, programme: Programme) -> tuple[Question, ...]:
    """The questions that a member's practice and the dossier answer differently, in the programme's order.

    None for others, nor once the dossier is handed over.
    """
    if state.municipal is None or state.practice is None or state.person.membership is None:
        return ()
    if state.municipal.phase is not Phase.FILLING:
        return ()
    theirs, mine = state.municipal.answers, carried(state.practice.answers, programme)
    return tuple(each for each in programme.questions() if _differ(mine.get(each.id), theirs.get(each.id)))


def filled(state: State, author: Author, programme: Programme) -> State:
    """The dossier with its blanks filled; of the practice only what is to be chosen stays, None when nothing is."""
    municipal, practice = state.municipal, state.practice
    if municipal is None or practice is None:
        return state
    open_still = {each.id for each in conflicts(state, programme)}
    blanks = [
        (id, given)
        for id, given in carried(practice.answers, programme).items()
        if not _says_something(municipal.answers.get(id)) and _says_something(given)
    ]
    for id, given in blanks:
        municipal = municipal.answered(id, given.answer, author, given.at)
    municipal = _with_pieces(municipal, practice, author, programme, open_still)
    return replace(state, municipal=municipal, practice=_rest(practice, open_still))


def decided(state: State, question: Question, author: Author, now: datetime, *, mine: bool) -> State:
    """One conflict settled: the practised answer takes the other's place, or is dropped."""
    municipal, practice = state.municipal, state.practice
    if municipal is None or practice is None:
        return state
    if mine:
        municipal = municipal.answered(question.id, practice.answers[question.id].answer, author, now)
        moved = tuple(replace(piece, by=author) for piece in practice.pieces_for(question.id))
        municipal = replace(municipal, pieces=municipal.pieces + moved)
    return replace(state, municipal=municipal, practice=_rest(practice, practice.answers.keys() - {question.id}))


def _says_something(given: Given | None) -> bool:
    return given is not None and not isinstance(given.answer, Skipped)


def _differ(mine: Given | None, theirs: Given | None) -> bool:
    if mine is None or theirs is None or mine.answer == theirs.answer:
        return False
    return _says_something(mine) and _says_something(theirs)


def _with_pieces(municipal: Dossier, practice: Dossier, author: Author, programme: Programme, but: set[str]) -> Dossier:
    here = {piece.id for piece in municipal.pieces}
    moved = tuple(
        replace(piece, by=author)
        for piece in carried_pieces(practice.pieces, programme)
        if piece.question not in but and piece.id not in here and piece.question in municipal.answers
    )
    return replace(municipal, pieces=municipal.pieces + moved)


def _rest(practice: Dossier, questions: set[str]) -> Dossier | None:
    """The practice with these answers alone."""
    if not questions:
        return None
    answers = {id: given for id, given in practice.answers.items() if id in questions}
    return replace(practice, answers=answers, pieces=tuple(piece for piece in practice.pieces if piece.question in questions))
