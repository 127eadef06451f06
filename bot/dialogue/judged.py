"""The assessment of the dossier at hand, and what follows from it: what is missing for ready, and the next steps in order."""

from dataclasses import dataclass

from bot.dialogue.position import tasks
from bot.dialogue.scene import Scene
from content import journey
from content.assessment import Assessed, Assessment, Index, assess
from content.kinds import Verdict
from content.programme import Contradiction, Criterion, Profile

OPEN = (Verdict.NOT_MET, Verdict.PENDING)


@dataclass(frozen=True, slots=True)
class Missing:
    """What stands between these answers and *ready*: essential criteria, and dimensions below the share that is needed."""

    open_essential: tuple[Assessed, ...]
    partial_essential: tuple[Assessed, ...]
    low: tuple[Index, ...]


def assessment_of(scene: Scene) -> Assessment | None:
    """The assessment of the answers so far; None while the profile is open."""
    if scene.profile is None:
        return None
    return assess(scene.programme, scene.profile, scene.answers, scene.as_of)


def missing_for_ready(scene: Scene, assessment: Assessment) -> Missing:
    """What to mend before asking for evaluation; the partly met essentials only where their share is too low."""
    essential = [each for each in assessment.criteria if each.criterion.essential and each.verdict is not Verdict.NOT_APPLICABLE]
    met = sum(each.verdict is Verdict.MEETS for each in essential)
    needed = scene.programme.readiness
    too_few = bool(essential) and met < needed.essential_share * len(essential)
    return Missing(
        tuple(each for each in essential if each.verdict in OPEN),
        tuple(each for each in essential if each.verdict is Verdict.PARTLY) if too_few else (),
        tuple(each for each in assessment.dimensions if each.value is not None and each.value < needed.dimension_index),
    )


def next_steps(scene: Scene, assessment: Assessment) -> tuple[Assessed, ...]:
    """The criteria to work on, in order: the first tasks of *inicial*, open essentials, partly met ones, the rest."""
    first = set(scene.programme.first_tasks) if scene.profile is Profile.STARTING else set()
    order = {each.code: place for place, each in enumerate(tasks(scene))}
    waiting = [e for e in assessment.criteria if e.verdict not in (Verdict.MEETS, Verdict.NOT_APPLICABLE)]
    return tuple(sorted(waiting, key=lambda each: (_rank(each, first), order[each.criterion.code])))


def contradictions(scene: Scene, criterion: Criterion | None = None) -> tuple[Contradiction, ...]:
    """Answers on the journey that do not go together; of one criterion, those that one of its questions has a part in."""
    if scene.profile is None:
        return ()
    inside = {each.id for each in criterion.questions} if criterion else None
    found = journey.contradictions(scene.programme, scene.profile, scene.answers, scene.as_of)
    return tuple(each for each in found if inside is None or inside & each.when.keys())


def _rank(each: Assessed, first: set[str]) -> int:
    if each.criterion.code in first:
        return 0
    if each.criterion.essential:
        return 1 if each.verdict in OPEN else 2
    return 3 if each.verdict in OPEN else 4
