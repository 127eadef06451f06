"""Faults planted in what the team does: the walks have to find each of them, too."""

from typing import Any

import pytest

from bot.dialogue import case_outcomes, dossier, membership
from bot.dialogue.case_events import CaseAnswered
from bot.dialogue.events import Place
from bot.dialogue.person import Standing
from bot.dialogue.scene import Scene
from bot.dialogue.step import Step
from tests.dialogue.stepping import Setting
from tests.dialogue.test_planted_faults import Plant, finds, without_draft

pytestmark = pytest.mark.timeout(300)


def answer_of_the_team_takes_the_screen(patch: pytest.MonkeyPatch, _: Setting) -> None:
    """Whoever is at a question stands at the case once the team has answered."""
    came = case_outcomes.came

    def moving_there(scene: Scene, event: Any) -> Step:
        step = came(scene, event)
        if isinstance(event, CaseAnswered) and scene.person.case(event.case):
            return Step(step.scene.at(Standing(Place.ADVISER, event.case)))
        return step

    patch.setattr(case_outcomes, "came", moving_there)


def draft_lost_by_a_closed_case(patch: pytest.MonkeyPatch, _: Setting) -> None:
    """Ticks are gone once the team closes a case."""
    closed = case_outcomes._closed
    patch.setattr(case_outcomes, "_closed", lambda scene, *rest: closed(without_draft(scene), *rest))


def taken_out_and_still_in(patch: pytest.MonkeyPatch, _: Setting) -> None:
    """Whoever was taken out of the team goes on filling the dossier."""
    patch.setattr(membership, "out_of_the_team", lambda scene: scene)


def nobody_answers_for_the_municipality(patch: pytest.MonkeyPatch, _: Setting) -> None:
    """The focal point's mark goes with the focal point."""
    patch.setattr(dossier, "inherited", lambda members: members)


PLANTED: tuple[Plant, ...] = (
    answer_of_the_team_takes_the_screen,
    draft_lost_by_a_closed_case,
    taken_out_and_still_in,
    nobody_answers_for_the_municipality,
)


@pytest.mark.parametrize("plant", PLANTED, ids=[each.__name__ for each in PLANTED])
def test_the_walks_find_it_in_the_team(plant: Plant, small: Setting, monkeypatch: pytest.MonkeyPatch) -> None:
    finds(plant, small, monkeypatch)
