"""Anything in any order: never a dead end, exactly what applies is asked, and what was answered is what is kept."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from bot.dialogue.turn import Content
from tests.dialogue.stepping import Setting
from tests.dialogue.walk import Walk
from tests.oracle.edition import read_all

STEPS = settings(
    max_examples=100,
    stateful_step_count=40,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],  # add Phase.shrink to see a failing walk at its shortest
    suppress_health_check=list(HealthCheck),
)

pytestmark = pytest.mark.timeout(300)  # seconds on an idle machine, minutes on a crowded one


def test_two_officials_on_a_small_programme_that_changes(small: Setting) -> None:
    looked_at: Counter[str] = Counter(dict.fromkeys(("verdict", "result", "progress", "hand-over", "case", "taken out"), 0))
    walk = type("SmallWalk", (Walk,), {"setting": small, "looked_at": looked_at})
    run_state_machine_as_test(walk, settings=STEPS)
    assert min(looked_at.values()) >= 20, looked_at


def test_two_officials_on_the_whole_programme(content: Content) -> None:
    walk = type("WholeWalk", (Walk,), {"setting": Setting(content, content, read_all())})
    run_state_machine_as_test(walk, settings=settings(STEPS, max_examples=12))
