"""One person in two hats writes, is answered and closed in any order: nothing lost, nothing twice, and the hats never mix."""

from collections import Counter
from dataclasses import replace
from typing import ClassVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test

from bot.dialogue import case_events as c
from bot.dialogue import events as e
from bot.dialogue.cases import CaseKind, Hat, When
from bot.dialogue.errands import AskPerson
from bot.dialogue.screen import Screen
from bot.dialogue.turn import Content, Turn
from tests.dialogue import glass
from tests.transcripts.world import START, World

WHO = "ana"
SAID = ["hola", "¿Sirve un decreto?", "4", "quiero matarme", "mi RUT es 12.345.678-5", "   "]
PLACES = [e.Place.HOME, e.Place.SERVICES, e.Place.TASKS, e.Place.QUESTION, e.Place.STATUS, e.Place.DANGER, e.Place.LANGUAGE]


class CaseWalk(RuleBasedStateMachine):
    """What the person reads on the screen tells to whom they write; the api here keeps cases of its own."""

    content: ClassVar[Content]
    looked_at: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.world = World(self.content)
        self.writes_as: Hat | None = None
        self.said: dict[str, Hat] = {}
        self.queue: list[AskPerson] = []
        self.came: dict[str, list[str]] = {}
        self.kept: dict[str, tuple[Hat, CaseKind]] = {}
        self.closed: set[str] = set()
        self.messages = 0

    @initialize()
    def begin(self) -> None:
        for event in (
            e.Started(),
            e.Spoke("es"),
            e.Accepted("05109", focal_point=True),
            e.Wrote("Ana Pérez"),
            e.Wrote("Asesora"),
        ):
            self.act(event)

    def act(self, event: e.Event) -> Turn:
        turn = self.world.happens(WHO, event)
        self.queue += [each for each in turn.errands if isinstance(each, AskPerson)]
        if turn.screen is not None:
            self.writes_as = _hat_on(turn.screen) or (self.writes_as if _is_between(turn.screen) else None)
            glass.check_ways_out(turn.screen, self.content.words, self.world.state_of(WHO).person.language)
        return turn

    @rule(place=st.sampled_from(PLACES))
    def go(self, place: e.Place) -> None:
        self.act(e.Opened(place))

    @rule(about=st.sampled_from(["", "", "official", "neighbour", "distress"]))
    def ask_for_a_person(self, about: str) -> None:
        self.act(e.Opened(e.Place.ADVISER, about))
        assert self.writes_as is not None

    @rule(leaving=st.sampled_from([e.Place.HOME, e.Place.SERVICES]), text=st.sampled_from(SAID), voice=st.booleans())
    def write_to_a_person(self, leaving: e.Place, text: str, voice: bool) -> None:
        if self.writes_as is None:
            self.go(leaving)
            self.ask_for_a_person("")
        self.write(text, voice)

    @precondition(lambda self: self.kept)
    @rule(data=st.data())
    def press_the_button_of_an_answer(self, data: st.DataObject) -> None:
        case = data.draw(st.sampled_from(sorted(self.kept)))
        self.act(e.Opened(e.Place.ADVISER, case))
        if self.world.state_of(WHO).person.case(case):
            assert self.writes_as == self.kept[case][0]

    @rule(text=st.sampled_from(SAID), voice=st.booleans())
    def write(self, text: str, voice: bool) -> None:
        self.messages += 1
        key, before, held = f"{WHO}:{self.messages}", self.writes_as, len(self.queue)
        is_sent = before is not None and (voice or (bool(text.strip()) and "RUT" not in text))
        turn = self.act(e.SentOther("voice", key) if voice else e.Wrote(text, message=key))
        asked = self.queue[held:]
        assert [each.message for each in asked] == ([key] if is_sent else []), "what is written to a person goes to one, once"
        if turn.screen is None:
            assert is_sent, "silence only where a person listens"
        if asked and before:
            self.said[key] = before
            self.check(asked[0], before)

    def check(self, errand: AskPerson, hat: Hat) -> None:
        assert errand.hat is hat, "it goes in the hat that the screen said"
        assert not errand.case or self.kept[errand.case][0] is hat
        if hat is Hat.NEIGHBOUR:
            assert (errand.commune, errand.profile) == ("", "")
            assert errand.stood is None or not errand.stood.question

    @precondition(lambda self: self.queue)
    @rule(is_heard=st.booleans())
    def message_is_brought(self, is_heard: bool) -> None:
        errand = self.queue.pop(0)
        live = (id for id, what in self.kept.items() if what == (errand.hat, errand.kind) and id not in self.closed)
        case = errand.case or next(live, "")
        opened = not case
        if opened:
            case = str(len(self.kept) + 1)
            self.kept[case] = (errand.hat, errand.kind)
        self.came.setdefault(case, []).append(errand.message)
        if opened:
            self.act(c.CaseOpened(case, f"D-2026-{case:>04}", errand.hat, errand.kind, START, When.AFTER_HOURS, is_heard))
        elif case in self.closed:
            self.closed.discard(case)
            self.act(c.CaseReopened(case, START))

    @precondition(lambda self: self.kept)
    @rule(data=st.data())
    def staff_answers(self, data: st.DataObject) -> None:
        assert self.staff(c.CaseAnswered(data.draw(st.sampled_from(sorted(self.kept))))).screen is None

    @precondition(lambda self: self.kept.keys() - self.closed)
    @rule(data=st.data())
    def staff_closes(self, data: st.DataObject) -> None:
        case = data.draw(st.sampled_from(sorted(self.kept.keys() - self.closed)))
        self.closed.add(case)
        self.looked_at["closed"] += 1
        self.staff(c.CaseClosed(case))

    @rule(leaving=st.sampled_from([e.Place.HOME, e.Place.SERVICES]), data=st.data())
    def there_and_back(self, leaving: e.Place, data: st.DataObject) -> None:
        self.write_to_a_person(leaving, "hola", voice=False)
        while self.queue:
            self.message_is_brought(True)
        if self.kept.keys() - self.closed:
            self.staff_closes(data)

    def staff(self, event: e.Event) -> Turn:
        before = self.writes_as
        turn = self.act(event)
        assert self.writes_as == before, "what staff do does not change to whom one writes"
        return turn

    @invariant()
    def none_is_on_its_way_while_another_is_open(self) -> None:
        for case in (open_ := [each for each in self.world.state_of(WHO).person.cases if each.is_open]):
            same = [each for each in open_ if (each.hat, each.kind) == (case.hat, case.kind)]
            assert len(same) == 1 or all(each.id for each in same)

    def teardown(self) -> None:
        while self.queue:
            self.message_is_brought(True)
        came = [key for keys in self.came.values() for key in keys]
        assert sorted(came) == sorted(self.said), "nothing is lost and nothing comes twice"
        for case, keys in self.came.items():
            assert {self.said[key] for key in keys} == {self.kept[case][0]}, "the hats never mix"
            numbers = [int(key.partition(":")[2]) for key in keys]
            assert numbers == sorted(numbers), "in the order in which they were written"
        self.looked_at["came"] += len(came)


def _hat_on(screen: Screen) -> Hat | None:
    lines = [line.source for line in screen.texts()]
    if "Hablar con una persona" not in lines:
        return None
    return Hat.OFFICIAL if any(line.startswith("Es una consulta de trabajo") for line in lines) else Hat.NEIGHBOUR


def _is_between(screen: Screen) -> bool:
    """The numbers, shown while writing to a person: the way back leads to that person."""
    events = [each.event for each in glass.presses(screen)]
    shows_danger = any(isinstance(each, e.Opened) and each.about.endswith(".short") for each in events)
    back = [each for each in events if isinstance(each, e.Opened) and each.place is e.Place.ADVISER]
    return shows_danger and len(back) > 1


def test_two_hats_and_many_messages_in_any_order(content: Content) -> None:
    looked_at: Counter[str] = Counter()
    walk = type("Walk", (CaseWalk,), {"content": replace(content, has_desk=True), "looked_at": looked_at})
    steps = settings(
        max_examples=60,
        stateful_step_count=40,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(walk, settings=steps)
    assert looked_at["came"] > 100, looked_at
    assert looked_at["closed"] > 20, looked_at
