"""The task list: few statuses, any order. `about` is empty, a dimension's id, or `evidence` for the documents asked."""

from bot.dialogue import labels, position
from bot.dialogue.answering import EVIDENCE_LIST
from bot.dialogue.events import Opened, Place
from bot.dialogue.frame import framed, in_rows
from bot.dialogue.returning import where_the_work_stands
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Block, Press, Row, Screen, para, quiet, title
from bot.dialogue.spoken import STATUS_LABELS
from bot.dialogue.voice import button, say
from content.answers import Attached
from content.kinds import EvidenceStatus
from content.programme import Criterion, Dimension, Profile, Question
from content.sentences import Text, Verbatim


def show(scene: Scene) -> Screen:
    """All dimensions, the tasks of one, or the documents."""
    dimension = next((each for each in scene.programme.dimensions if each.id == scene.standing.about), None)
    if dimension is not None:
        return _dimension(scene, dimension)
    return _documents(scene) if scene.standing.about == EVIDENCE_LIST else _overview(scene)


def _overview(scene: Scene) -> Screen:
    blocks = (title(say("Sus tareas")), para(*where_the_work_stands(scene)), *_leading(scene), _dimensions(scene))
    rows = (
        (Press(labels.CONTINUE, Opened(Place.QUESTION)),),
        *_leading_rows(scene),
        *in_rows(tuple(Press(each.name, Opened(Place.TASKS, each.id)) for each in _applicable(scene)), 1),
        *_documents_row(scene),
        (Press(labels.RESULT, Opened(Place.RESULT)), Press(labels.REVIEW, Opened(Place.REVIEW))),
        (Press(button("Ver mi equipo"), Opened(Place.TEAM)),) if scene.person.membership else (),
    )
    return framed(blocks, tuple(row for row in rows if row))


def _leading(scene: Scene) -> tuple[Block, ...]:
    match scene.profile:
        case Profile.STARTING:
            return (para(say("Primeras cinco tareas:"), *(_line(scene, each) for each in _first(scene))),)
        case Profile.REVALIDATION:
            return (para(say("Primero, la evaluación anterior:"), *(_line(scene, each) for each in _first(scene))),)
    return ()


def _leading_rows(scene: Scene) -> tuple[Row, ...]:
    return in_rows(tuple(_press(each) for each in _first(scene)), 5)


def _first(scene: Scene) -> tuple[Criterion, ...]:
    match scene.profile:
        case Profile.STARTING:
            return position.tasks(scene)[: len(scene.programme.first_tasks)]
        case Profile.REVALIDATION:
            return tuple(each for each in position.tasks(scene) if each.applies_to == {Profile.REVALIDATION})
    return ()


def _dimensions(scene: Scene) -> Block:
    lines: list[Text] = [say("Todas las tareas:")]
    for each in _applicable(scene):
        done = position.progress(scene, each)
        lines.append(say("{dimension}: {count} de {total}", dimension=each.name, count=done.answered, total=done.total))
    return para(*lines)


def _dimension(scene: Scene, dimension: Dimension) -> Screen:
    chosen = tuple(each for each in position.tasks(scene) if each in dimension.criteria)
    in_order = tuple(sorted(chosen, key=dimension.criteria.index))
    blocks = (
        title(dimension.name),
        para(*(_line(scene, each) for each in in_order)),
        quiet(say("Elija una tarea por su código.")),
    )
    back: Row = (Press(labels.BACK, Opened(Place.TASKS)),)
    return framed(blocks, (*in_rows(tuple(_press(each) for each in in_order), 4), back))


def _documents(scene: Scene) -> Screen:
    open_ones = _documents_to_come(scene)
    lines = tuple(say("{code}: {question}", code=each.id, question=each.text) for each in open_ones)
    body = para(*lines) if lines else para(say("No queda ningún documento por adjuntar."))
    presses = tuple(Press(Verbatim(each.id), Opened(Place.QUESTION, each.id)) for each in open_ones)
    back: Row = (Press(labels.BACK, Opened(Place.TASKS)),)
    return framed((title(say("Documentos por adjuntar")), body), (*in_rows(presses, 4), back))


def _documents_to_come(scene: Scene) -> tuple[Question, ...]:
    """Evidence that nobody has answered yet, or promised for later."""
    later = Attached(EvidenceStatus.LATER)
    return tuple(each for each in position.evidence_asked(scene) if scene.answers.get(each.id, later) == later)


def _documents_row(scene: Scene) -> tuple[Row, ...]:
    promised = any(each.id in scene.answers for each in _documents_to_come(scene))
    if scene.profile is Profile.STARTING and not promised:
        return ()
    return ((Press(button("Ver documentos"), Opened(Place.TASKS, EVIDENCE_LIST)),),)


def _applicable(scene: Scene) -> tuple[Dimension, ...]:
    chosen = {each.code for each in position.tasks(scene)}
    return tuple(each for each in scene.programme.dimensions if any(c.code in chosen for c in each.criteria))


def _line(scene: Scene, criterion: Criterion) -> Text:
    status = STATUS_LABELS[position.status(scene, criterion)]
    return say("{code} {name}: {status}", code=criterion.code, name=criterion.name, status=status)


def _press(criterion: Criterion) -> Press:
    return Press(Verbatim(criterion.code), Opened(Place.QUESTION, criterion.code))
