"""The answers section by section, as they are checked before handing over and as they stand on the copy to keep."""

from bot.dialogue import position
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Block, para, strong
from bot.dialogue.spoken import answer_in_words, given_by, piece_in_words
from bot.dialogue.voice import say
from content.programme import Dimension, Question
from content.sentences import Text


def questions_in(scene: Scene, dimension: Dimension) -> tuple[Question, ...]:
    """The questions asked in a dimension now, in the programme's order."""
    chosen = {each.code for each in position.tasks(scene)}
    codes = (each.code for each in dimension.criteria if each.code in chosen)
    return tuple(question for code in codes for question in position.questions_of(scene, code))


def profile_questions(scene: Scene) -> tuple[Question, ...]:
    """The profile questions asked."""
    return position.questions_of(scene, position.PROFILE_TASK)


def sheet_blocks(scene: Scene, questions: tuple[Question, ...], *, authors: bool = False) -> tuple[Block, ...]:
    """A block for each question: its text, its answer, its files; on paper also who answered."""
    return tuple(para(*_lines(scene, question, authors)) for question in questions)


def whole_sheet(scene: Scene) -> tuple[Block, ...]:
    """Every section with its heading, for the copy to keep."""
    blocks: list[Block] = [strong(say("Perfil")), *sheet_blocks(scene, profile_questions(scene), authors=True)]
    for dimension in scene.programme.dimensions:
        questions = questions_in(scene, dimension)
        if questions:
            blocks += [strong(dimension.name), *sheet_blocks(scene, questions, authors=True)]
    return tuple(blocks)


def _lines(scene: Scene, question: Question, authors: bool) -> tuple[Text, ...]:
    given = scene.dossier.answers.get(question.id) if scene.dossier else None
    lines: list[Text] = [say("{code}: {question}", code=question.id, question=question.text)]
    if given is None:
        return (*lines, say("Sin respuesta todavía."))
    lines += [say("→ {answer}", answer=each) for each in answer_in_words(question, given.answer)]
    pieces = scene.dossier.pieces_for(question.id) if scene.dossier else ()
    lines += [piece_in_words(number, piece) for number, piece in enumerate(pieces, start=1)]
    return (*lines, given_by(given)) if authors else tuple(lines)
