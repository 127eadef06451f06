"""The answers section by section, as they are checked before handing over and as they stand on the copy to keep."""

from collections.abc import Iterator

from bot.dialogue import position
from bot.dialogue.dossier import Given
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Block, para, quiet, quote, strong, title
from bot.dialogue.spoken import answer_in_words, given_by, piece_in_words
from bot.dialogue.voice import say
from content.programme import Dimension, Question
from content.sentences import Text

NO_ANSWER = say("Sin respuesta todavía.")


def questions_in(scene: Scene, dimension: Dimension) -> tuple[Question, ...]:
    """The questions asked in a dimension now, in the programme's order."""
    chosen = {each.code for each in position.tasks(scene)}
    codes = (each.code for each in dimension.criteria if each.code in chosen)
    return tuple(question for code in codes for question in position.questions_of(scene, code))


def profile_questions(scene: Scene) -> tuple[Question, ...]:
    """The profile questions asked."""
    return position.questions_of(scene, position.PROFILE_TASK)


def sheet_blocks(scene: Scene, questions: tuple[Question, ...]) -> tuple[Block, ...]:
    """A block for each question: its text, its answer, its files."""
    return tuple(para(*_lines(scene, question)) for question in questions)


def whole_sheet(scene: Scene) -> tuple[Block, ...]:
    """Every section with its heading, and who answered what, for the copy to keep."""
    blocks: list[Block] = [title(say("Perfil")), *_on_paper(scene, profile_questions(scene))]
    for dimension in scene.programme.dimensions:
        questions = questions_in(scene, dimension)
        if questions:
            blocks += [title(dimension.name), *_on_paper(scene, questions)]
    return tuple(blocks)


def _lines(scene: Scene, question: Question) -> tuple[Text, ...]:
    given = _given(scene, question)
    if given is None:
        return _asked(question), NO_ANSWER
    answers = (say("→ {answer}", answer=each) for each in answer_in_words(question, given.answer))
    return _asked(question), *answers, *_pieces(scene, question)


def _on_paper(scene: Scene, questions: tuple[Question, ...]) -> Iterator[Block]:
    for question in questions:
        given = _given(scene, question)
        yield strong(_asked(question))
        if given is None:
            yield quote(NO_ANSWER)
        else:
            yield quote(*answer_in_words(question, given.answer))
            yield quiet(*_pieces(scene, question), given_by(given))


def _asked(question: Question) -> Text:
    return say("{code}: {question}", code=question.id, question=question.text)


def _given(scene: Scene, question: Question) -> Given | None:
    return scene.dossier.answers.get(question.id) if scene.dossier else None


def _pieces(scene: Scene, question: Question) -> tuple[Text, ...]:
    pieces = scene.dossier.pieces_for(question.id) if scene.dossier else ()
    return tuple(piece_in_words(number, piece) for number, piece in enumerate(pieces, start=1))
