"""Where somebody stands on the journey: derived from the answers, never stored."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.dialogue.scene import Scene
from content.journey import criteria_for, criterion_journey, profile_journey
from content.kinds import Evidence
from content.programme import Criterion, Dimension, Profile, Question

PROFILE_TASK = "PF"


class TaskStatus(StrEnum):
    """How far a task is."""

    TO_DO = "to_do"
    STARTED = "started"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the questions on the journey have an answer, "I don't know" included."""

    answered: int
    total: int

    @property
    def is_complete(self) -> bool:
        """Whether each question on the journey has an answer."""
        return self.answered == self.total


def questions_of(scene: Scene, task: str) -> tuple[Question, ...]:
    """The questions asked now in a task: a criterion's code, or PROFILE_TASK."""
    if task == PROFILE_TASK:
        return tuple(profile_journey(scene.programme, scene.answers))
    return tuple(criterion_journey(scene.programme.criterion(task), scene.answers, scene.as_of))


def task_of(scene: Scene, question: str) -> str:
    """The task a question belongs to; KeyError for an unknown one."""
    for criterion in scene.programme.criteria():
        if any(each.id == question for each in criterion.questions):
            return criterion.code
    scene.programme.question(question)
    return PROFILE_TASK


def first_open(scene: Scene, questions: Iterable[Question]) -> Question | None:
    """The first question without an answer."""
    return next((each for each in questions if each.id not in scene.answers), None)


def before(scene: Scene, question: str) -> Question | None:
    """The question before this one in its task; None at its first."""
    asked = questions_of(scene, task_of(scene, question))
    place = next((index for index, each in enumerate(asked) if each.id == question), 0)
    return asked[place - 1] if place else None


def is_asked(scene: Scene, question: str) -> bool:
    """Whether this question is on the journey of its task now, in a task that applies to the profile."""
    try:
        task = task_of(scene, question)
    except KeyError:
        return False
    if task != PROFILE_TASK and task not in {each.code for each in tasks(scene)}:
        return False
    return any(each.id == question for each in questions_of(scene, task))


def tasks(scene: Scene) -> tuple[Criterion, ...]:
    """The criteria of this profile, in the order its way in proposes; none while the profile is open."""
    profile = scene.profile
    if profile is None:
        return ()
    applicable = tuple(criteria_for(scene.programme, profile))
    match profile:
        case Profile.STARTING:
            return _led_by(applicable, scene.programme.first_tasks)
        case Profile.REVALIDATION:
            return _led_by(applicable, tuple(each.code for each in applicable if each.applies_to == {Profile.REVALIDATION}))
        case Profile.EXPERIENCED:
            return applicable


def _led_by(criteria: tuple[Criterion, ...], first: tuple[str, ...]) -> tuple[Criterion, ...]:
    by_code = {each.code: each for each in criteria}
    leading = tuple(by_code[code] for code in first if code in by_code)
    return leading + tuple(each for each in criteria if each.code not in first)


def next_task(scene: Scene) -> Criterion | None:
    """The first task with an open question, in this profile's order."""
    return next((each for each in tasks(scene) if status(scene, each) is not TaskStatus.ANSWERED), None)


def status(scene: Scene, criterion: Criterion) -> TaskStatus:
    """How far a task is."""
    asked = questions_of(scene, criterion.code)
    if first_open(scene, asked) is None:
        return TaskStatus.ANSWERED
    return TaskStatus.STARTED if any(each.id in scene.answers for each in asked) else TaskStatus.TO_DO


def progress(scene: Scene, dimension: Dimension | None = None) -> Progress:
    """How far the whole journey is, or one dimension of it; nothing of nothing while the profile is open."""
    asked = list(on_journey(scene, dimension))
    return Progress(sum(each.id in scene.answers for each in asked), len(asked))


def on_journey(scene: Scene, dimension: Dimension | None = None) -> Iterator[Question]:
    """Every question this municipality is asked after its profile, or those of one dimension."""
    for criterion in dimension.criteria if dimension else scene.programme.criteria():
        if scene.profile in criterion.applies_to:
            yield from criterion_journey(criterion, scene.answers, scene.as_of)


def evidence_asked(scene: Scene) -> tuple[Question, ...]:
    """The evidence questions on the journey."""
    return tuple(each for each in on_journey(scene) if isinstance(each.kind, Evidence))
