"""How long one turn takes on the whole programme: the pure part, without database, wording or network."""

import statistics
import time
from collections import defaultdict
from dataclasses import dataclass, replace

from bot.dialogue.conversation import take_turn
from bot.dialogue.events import Event, Place
from bot.dialogue.person import State
from bot.dialogue.turn import Content
from tests.benchmarks.figures import Figures, milliseconds
from tests.benchmarks.session import events, full_state
from tests.dialogue.chat import NOON

ROUNDS = 9


@dataclass(frozen=True, slots=True)
class Moment:
    """A turn that is to be taken, and the place that it ends in."""

    state: State
    event: Event
    place: Place


def test_take_turn(content: Content, figures: Figures) -> None:
    moments = _session(content)
    taken = {index: [_seconds(content, each) for _ in range(ROUNDS)] for index, each in enumerate(moments)}
    medians = [statistics.median(times) for times in taken.values()]
    figures.add(f"take_turn, a session of {len(moments)} turns", milliseconds(statistics.median(medians)), "goal: under 1 ms")
    figures.add("take_turn, the slowest twentieth", milliseconds(statistics.quantiles(medians, n=20)[-1]))
    by_place = defaultdict(list)
    for moment, median in zip(moments, medians, strict=True):
        by_place[moment.place].append(median)
    for place in (Place.QUESTION, Place.VERDICT, Place.HOME, Place.TASKS, Place.REVIEW, Place.RESULT):
        figures.add(f"  a turn that ends in {place.name.lower()}", milliseconds(statistics.median(by_place[place])))


def _session(content: Content) -> list[Moment]:
    """The same session on every run; what was answered during it is kept."""
    state, moments = full_state(content), []
    for event in events(content, state):
        turn = take_turn(content, state, event, NOON)
        assert turn.state is not None
        assert turn.screen is not None
        moments.append(Moment(state, event, turn.state.person.standing.place))
        state = turn.state
    return moments


def _seconds(content: Content, moment: Moment) -> float:
    state = replace(moment.state)
    start = time.perf_counter()
    take_turn(content, state, moment.event, NOON)
    return time.perf_counter() - start
