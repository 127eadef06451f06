"""Check your answers, section by section. `about` is a dimension's id, `PF` for the profile, or empty for the overview."""

from bot.dialogue import answer_sheet, labels, position
from bot.dialogue.dossier import Phase
from bot.dialogue.events import Opened, Place
from bot.dialogue.frame import framed, in_rows
from bot.dialogue.judged import contradictions
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Block, Press, Row, Screen, para, quiet, title
from bot.dialogue.stages import to_the_receipt
from bot.dialogue.voice import button, say, say_n
from content.programme import Question
from content.sentences import Text, Verbatim

PROFILE_LABEL = button("Perfil")


def show(scene: Scene) -> Screen:
    """One section with its answers, or all sections with what is still open."""
    about = scene.standing.about
    dimension = next((each for each in scene.programme.dimensions if each.id == about), None)
    if dimension is not None:
        return _section(scene, dimension.name, answer_sheet.questions_in(scene, dimension))
    if about == position.PROFILE_TASK:
        return _section(scene, PROFILE_LABEL, answer_sheet.profile_questions(scene))
    return _overview(scene)


def _section(scene: Scene, name: Text, questions: tuple[Question, ...]) -> Screen:
    note = quiet(say("Para cambiar una respuesta, elija su código."))
    changing = tuple(Press(Verbatim(each.id), Opened(Place.QUESTION, each.id)) for each in questions)
    back: Row = (Press(labels.BACK, Opened(Place.REVIEW)),)
    return framed((title(name), *answer_sheet.sheet_blocks(scene, questions), note), (*in_rows(changing, 4), back))


def _overview(scene: Scene) -> Screen:
    done = position.progress(scene)
    blocks = (title(say("Revise sus respuestas")), _sections(scene), *_open(done), *_to_check(scene), *_phase(scene))
    return framed(blocks, (*_section_rows(scene), *_onward(scene, done)))


def _sections(scene: Scene) -> Block:
    lines: list[Text] = []
    for dimension in scene.programme.dimensions:
        done = position.progress(scene, dimension)
        if done.total:
            lines.append(say("{dimension}: {count} de {total}", dimension=dimension.name, count=done.answered, total=done.total))
    return para(*lines)


def _open(done: position.Progress) -> tuple[Block, ...]:
    left = done.total - done.answered
    if not left:
        return (para(say("Todas las preguntas tienen respuesta.")),)
    text = say_n(
        "Falta {count} pregunta por responder. Puede responder «Aún no lo sé» o «No lo tengo».",
        "Faltan {count} preguntas por responder. Puede responder «Aún no lo sé» o «No lo tengo».",
        count=left,
    )
    return (para(text),)


def _to_check(scene: Scene) -> tuple[Block, ...]:
    found = contradictions(scene)
    return (para(say("Para revisar:"), *(each.text for each in found)),) if found else ()


def _phase(scene: Scene) -> tuple[Block, ...]:
    phase = scene.dossier.phase if scene.dossier else Phase.FILLING
    return () if phase is Phase.FILLING else (quiet(say("El expediente ya se entregó. Para cambiar algo, abra una corrección.")),)


def _section_rows(scene: Scene) -> tuple[Row, ...]:
    named = [Press(PROFILE_LABEL, Opened(Place.REVIEW, position.PROFILE_TASK))]
    named += [
        Press(each.name, Opened(Place.REVIEW, each.id))
        for each in scene.programme.dimensions
        if position.progress(scene, each).total
    ]
    return in_rows(tuple(named), 1)


def _onward(scene: Scene, done: position.Progress) -> tuple[Row, ...]:
    result: Row = (Press(labels.RESULT, Opened(Place.RESULT)), Press(labels.TASKS, Opened(Place.TASKS)))
    if scene.dossier and scene.dossier.phase is not Phase.FILLING:
        return ((to_the_receipt(scene.dossier),), result)
    if not done.is_complete:
        return ((Press(labels.CONTINUE, Opened(Place.QUESTION)),), result)
    return ((Press(labels.PREPARE, Opened(Place.DECLARATION)),), result)
