"""What the api is told of a municipality's work, so that help can be offered: at most once a day for each person and kind."""

from dataclasses import replace

from bot.dialogue.dossier import Dossier
from bot.dialogue.errands import ReportActivity
from bot.dialogue.judged import assessment_of
from bot.dialogue.moving import OF_THE_DOSSIER
from bot.dialogue.person import State
from bot.dialogue.scene import CHILE, Scene
from content.kinds import Verdict


def reported(before: State, scene: Scene) -> tuple[Scene, tuple[ReportActivity, ...]]:
    """The scene that remembers what was reported today, and the reports: opened, answered, handed over. None of a practice."""
    person, dossier = scene.person, scene.state.municipal
    if person.membership is None or dossier is None:
        return scene, ()
    today, kinds = scene.now.astimezone(CHILE).date(), []
    if _was_handed_over(before.municipal, dossier):
        kinds.append("handed_over")
    if person.opened_on != today and scene.standing.place in OF_THE_DOSSIER:
        person = replace(person, opened_on=today)
        kinds.append("opened")
    if person.answered_on != today and before.municipal is not None and before.municipal.answers != dossier.answers:
        person = replace(person, answered_on=today)
        kinds.append("answered")
    unmet = _unmet(scene) if kinds else ()
    reports = tuple(ReportActivity(dossier.key, kind, scene.now, unmet) for kind in kinds)
    return (scene.with_person(person) if kinds else scene), reports


def _was_handed_over(before: Dossier | None, after: Dossier) -> bool:
    return before is not None and len(after.receipts) > len(before.receipts)


def _unmet(scene: Scene) -> tuple[str, ...]:
    """The essential criteria that the answers so far show to be unmet; what is still open is not unmet."""
    assessment = assessment_of(scene)
    if assessment is None:
        return ()
    return tuple(e.criterion.code for e in assessment.criteria if e.criterion.essential and e.verdict is Verdict.NOT_MET)
