"""Where practice and dossier say different things: one question at a time, a person chooses."""

from bot.dialogue import labels
from bot.dialogue.answering import STALE, told_of_change
from bot.dialogue.dossier import Given
from bot.dialogue.errands import Errand
from bot.dialogue.events import Chose, Opened, Place
from bot.dialogue.face import Heard
from bot.dialogue.frame import framed
from bot.dialogue.merging_practice import conflicts, decided
from bot.dialogue.person import Standing
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Press, Screen, para, quiet, quote, strong, title
from bot.dialogue.spoken import answer_in_words, given_by
from bot.dialogue.step import Step
from bot.dialogue.voice import button, say, say_n
from content.programme import Question

MINE, THEIRS = "mine", "theirs"


def show(scene: Scene) -> Screen:
    """The first question with two answers: both of them, by whom and when."""
    differing = conflicts(scene.state, scene.programme)
    if not differing:
        onward = Press(labels.CONTINUE, Opened(Place.QUESTION))
        return framed((title(say("Su práctica y el expediente")), para(say("No queda nada por elegir."))), ((onward,),))
    question = differing[0]
    mine, theirs = _both(scene, question)
    left = say_n(
        "Queda {count} pregunta con dos respuestas.", "Quedan {count} preguntas con dos respuestas.", count=len(differing)
    )
    blocks = (
        title(say("Elija una respuesta")),
        quiet(left),
        strong(question.text),
        para(say("En el expediente:")),
        quote(*answer_in_words(question, theirs.answer)),
        quiet(given_by(theirs)),
        para(say("En su práctica:")),
        quote(*answer_in_words(question, mine.answer)),
        quiet(given_by(mine)),
    )
    keep = Press(button("Dejar la del expediente"), Chose(f"{THEIRS} {question.id}"))
    take = Press(button("Usar la mía"), Chose(f"{MINE} {question.id}"))
    return framed(blocks, ((keep,), (take,)))


def hear(scene: Scene, event: Heard) -> Step | None:
    """One of the two taken, for the question that stands and no other."""
    if not isinstance(event, Chose):
        return None
    which, _, id = event.what.partition(" ")
    differing = conflicts(scene.state, scene.programme)
    if not differing or differing[0].id != id or which not in (MINE, THEIRS):
        return Step(scene, hint=STALE)
    question = differing[0]
    news = _told(scene, question) if which == MINE else ()
    following = scene.having(decided(scene.state, question, scene.author, scene.now, mine=which == MINE))
    if len(differing) == 1:
        following = following.at(Standing(Place.PROFILE)).saying(say("Listo. Ya no quedan preguntas con dos respuestas."))
    return Step(following, errands=news)


def _told(scene: Scene, question: Question) -> tuple[Errand, ...]:
    dossier, (mine, _) = scene.state.municipal, _both(scene, question)
    return told_of_change(scene, dossier, question, mine.answer) if dossier else ()


def _both(scene: Scene, question: Question) -> tuple[Given, Given]:
    practice, municipal = scene.state.practice, scene.state.municipal
    assert practice is not None, "a conflict has two sides"
    assert municipal is not None, "a conflict has two sides"
    return practice.answers[question.id], municipal.answers[question.id]
