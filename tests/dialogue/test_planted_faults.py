"""Faults planted in the conversation on purpose: the walks have to find each of them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from bot.deliveries import handing_over
from bot.dialogue import answering, conversation, dossier, evidence, judged, moving, position, speaking, typed
from bot.dialogue.errands import HandOver
from bot.dialogue.events import Confirmed, Place
from bot.dialogue.person import Standing
from bot.dialogue.scene import Scene
from bot.dialogue.step import Step
from content import assessment, journey, judging
from content.answers import Answers, Chosen, Skipped
from content.kinds import Verdict
from content.months import Month
from content.programme import Profile, Programme
from tests.dialogue.stepping import Setting
from tests.dialogue.walk import Walk

Plant = Callable[[pytest.MonkeyPatch, Setting], None]

pytestmark = pytest.mark.timeout(300)

FINDING = settings(
    max_examples=400,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
    print_blob=False,
    report_multiple_bugs=False,  # the first is enough
)


def stale_press_acted_on(patch: pytest.MonkeyPatch, _: Setting) -> None:
    """An option of an earlier question answers the one that stands."""
    patch.setattr(answering, "_is_stale", lambda *_: False)


def closed_answer_handed_over(patch: pytest.MonkeyPatch, _: Setting) -> None:
    """What later answers closed goes to the api, too."""

    def everything(programme: Any, profile: Any, *_: Any) -> Any:
        return (each for criterion in journey.criteria_for(programme, profile) for each in criterion.questions)

    patch.setattr(handing_over, "journey", everything)


def back_skips_two(patch: pytest.MonkeyPatch, _: Setting) -> None:
    """Back leads to the question before the last, where there is one."""
    before = position.before

    def skipping(scene: Scene, question: str) -> Any:
        previous = before(scene, question)
        return (before(scene, previous.id) or previous) if previous else None

    patch.setattr(position, "before", skipping)


def sent_twice(patch: pytest.MonkeyPatch, _: Setting) -> None:
    """*Enviar* pressed again while the first hand-over is on its way."""
    heard = conversation._heard

    def again(scene: Scene, event: Any) -> Step:
        if isinstance(event, Confirmed) and event.what == "hand-over" and scene.dossier and scene.dossier.sending:
            return Step(scene, errands=(HandOver(scene.dossier.key, scene.dossier.round),))
        return heard(scene, event)

    patch.setattr(conversation, "_heard", again)


def language_resets_the_place(patch: pytest.MonkeyPatch, _: Setting) -> None:
    """Another language begins at home."""
    patch.setattr(conversation, "speaking", lambda *said: speaking.speaking(*said).at(Standing(Place.HOME)))


def language_resets_the_ticks(patch: pytest.MonkeyPatch, _: Setting) -> None:
    """Another language forgets what was ticked."""
    patch.setattr(conversation, "speaking", lambda scene, language: speaking.speaking(without_draft(scene), language))


def colleague_overwritten_unseen(patch: pytest.MonkeyPatch, _: Setting) -> None:
    """A button counts whatever was answered since it was shown."""
    patch.setattr(answering, "_is_stale", lambda _scene, to, _over, question: to != question.id)
    patch.setattr(answering, "_is_overtaken", lambda *_: False)


def colleague_overwritten_unseen_by_typing(patch: pytest.MonkeyPatch, _: Setting) -> None:
    """Typed words count whatever was answered since the question was shown."""
    patch.setattr(answering, "_is_overtaken", lambda *_: False)


def colleague_not_told(patch: pytest.MonkeyPatch, _: Setting) -> None:
    """An answer is replaced behind its author's back."""
    patch.setattr(answering, "told_of_change", lambda *_: ())


def judged_on_another_edition(patch: pytest.MonkeyPatch, setting: Setting) -> None:
    """Whatever the dossier is pinned to, the newest edition judges it, where it can read the answers."""
    newest = setting.after.current

    def by_the_newest(pinned: Programme, profile: Profile, answers: Answers, as_of: Month) -> Any:
        known = {id: answer for id, answer in answers.items() if answer != Chosen(("d",))}
        return assessment.assess(newest, profile, known, as_of)

    patch.setattr(judged, "assess", by_the_newest)


def not_knowing_closes_a_criterion(patch: pytest.MonkeyPatch, _: Setting) -> None:
    """An "I don't know yet" counts as a no."""

    def judge(kind: Any, answer: Any, as_of: Any) -> Verdict:
        return Verdict.NOT_MET if isinstance(answer, Skipped) else judging.judge(kind, answer, as_of)

    patch.setattr(journey, "judge", judge)


def slip_stored_as_an_answer(patch: pytest.MonkeyPatch, _: Setting) -> None:
    """What cannot be read is kept as "I don't know yet"."""

    def indulgent(*said: Any) -> Any:
        read = typed.read_typed(*said)
        return Skipped() if isinstance(read, typed.Slip) else read

    patch.setattr(answering, "read_typed", indulgent)


def slip_forgotten(patch: pytest.MonkeyPatch, _: Setting) -> None:
    """What was typed is not shown again beside the hint."""

    def silent(*said: Any) -> Any:
        read = typed.read_typed(*said)
        return typed.Slip("rut") if isinstance(read, typed.Slip) else read

    patch.setattr(answering, "read_typed", silent)


def draft_lost_by_looking_aside(patch: pytest.MonkeyPatch, _: Setting) -> None:
    """Ticks are gone after the privacy notice."""
    patch.setattr(conversation, "opened", lambda scene, *where: moving.opened(without_draft(scene), *where))


def draft_lost_by_a_slip(patch: pytest.MonkeyPatch, _: Setting) -> None:
    """Ticks are gone after words that could not be read."""
    patch.setattr(answering, "marks_made", lambda scene, question: _ticks_without_slip(scene, question.id))


def follow_up_never_closes(patch: pytest.MonkeyPatch, _: Setting) -> None:
    """A question stays although the answer that called for it was changed."""
    patch.setattr(journey, "_asked", lambda questions, _: iter(questions))


def criterion_never_closes(patch: pytest.MonkeyPatch, _: Setting) -> None:
    """Questions go on after the answer that decided."""
    patch.setattr(journey, "judge", lambda *_: Verdict.MEETS)


def changed_after_handing_over(patch: pytest.MonkeyPatch, _: Setting) -> None:
    """A dossier that was received can be written to without *Corregir*."""

    def phase(one: dossier.Dossier) -> dossier.Phase:
        return dossier.Phase.SENDING if one.sending else dossier.Phase.FILLING

    patch.setattr(dossier.Dossier, "phase", property(phase))


def lost_file_still_counts(patch: pytest.MonkeyPatch, _: Setting) -> None:
    """A file that never came leaves its question answered."""
    patch.setattr(evidence, "_reopened", lambda one, _: one)


def redelivered_file_kept_twice(patch: pytest.MonkeyPatch, _: Setting) -> None:
    """The same message, delivered again, counts as another file."""
    on_file = evidence.on_file
    patch.setattr(evidence, "on_file", lambda scene, event, asked: on_file(scene, replace(event, message=f"{scene.now}"), asked))


def without_draft(scene: Scene) -> Scene:
    """The scene with nothing ticked or typed."""
    return scene.with_person(replace(scene.person, draft=None))


def _ticks_without_slip(scene: Scene, question: str) -> tuple[str, ...] | None:
    draft = scene.person.draft
    return draft.marks if draft and draft.question == question and not draft.slip else None


PLANTED: tuple[Plant, ...] = (
    stale_press_acted_on,
    closed_answer_handed_over,
    back_skips_two,
    sent_twice,
    language_resets_the_place,
    language_resets_the_ticks,
    colleague_overwritten_unseen,
    colleague_overwritten_unseen_by_typing,
    colleague_not_told,
    judged_on_another_edition,
    not_knowing_closes_a_criterion,
    slip_stored_as_an_answer,
    slip_forgotten,
    draft_lost_by_looking_aside,
    draft_lost_by_a_slip,
    follow_up_never_closes,
    criterion_never_closes,
    changed_after_handing_over,
    lost_file_still_counts,
    redelivered_file_kept_twice,
)


def finds(plant: Plant, setting: Setting, patch: pytest.MonkeyPatch) -> None:
    """Fails unless the walks find the fault."""
    plant(patch, setting)
    walk = type("FaultyWalk", (Walk,), {"setting": setting})
    with pytest.raises(AssertionError):
        run_state_machine_as_test(walk, settings=FINDING)


@pytest.mark.parametrize("plant", PLANTED, ids=[each.__name__ for each in PLANTED])
def test_the_walks_find_it(plant: Plant, small: Setting, monkeypatch: pytest.MonkeyPatch) -> None:
    finds(plant, small, monkeypatch)
