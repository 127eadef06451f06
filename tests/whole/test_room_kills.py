"""Both sides of the support room walked at random while bot and api are killed: nothing lost, nothing leaked, repeats counted."""

import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from bot.memory import relays
from bot.playground.group import Group
from bot.playground.person import Person, Playground, Screen
from tests.whole.patience import LIMIT, seen, waited
from tests.whole.stage import Stage, staged
from tests.whole.test_kills import Killer, api_at_work, bot_at_work, on_files_and_polling, on_postgresql_and_webhook

GROUP = -1_002_000_000_001
ACTS = 40
PENDING = (
    "SELECT body FROM inbox WHERE handled_at IS NULL AND NOT parked UNION ALL SELECT body FROM errand WHERE NOT dead"
    " UNION ALL SELECT body FROM outbox"
)


@dataclass(slots=True)
class Walk:
    """What was written, by whom, kept outside the product. Each word is written once."""

    stage: Stage
    playground: Playground
    people: list[Person]
    sofia: Person
    chance: random.Random
    database: Engine
    calm: threading.Event = field(default_factory=threading.Event)
    topics: dict[str, int] = field(default_factory=dict)
    asked: dict[str, list[str]] = field(default_factory=dict)
    answered: dict[str, list[str]] = field(default_factory=dict)
    replaced: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)
    _number: int = 0

    def word(self, of: str) -> str:
        """One that nobody has written yet."""
        self._number += 1
        return f"{of}-{self._number:04}"

    def begin(self) -> None:
        """Everybody opens a case."""
        for person in self.people:
            person.say("/start")
            seen(person, "Choose your language")
            person.press("Español")
            seen(person, "¿Qué necesita hoy?")
            person.say("/persona")
            seen(person, "Escriba aquí su pregunta")
            first = self._ask(person)
            seen(self.sofia, first, GROUP)
            self.topics[person.key] = self._topic_with(first)

    def act(self) -> None:
        """Somebody does something."""
        person = self.chance.choice(self.people)
        acts: list[Callable[[Person], Any]] = [
            self._ask,
            self._ask,
            self._answer,
            self._answer,
            self._note,
            self._mend,
            self._close,
        ]
        self.chance.choice(acts)(person)
        time.sleep(self.chance.uniform(0, 0.3))

    def _ask(self, person: Person) -> str:
        said = self.word("pregunta")
        person.say(said)
        self.asked.setdefault(person.key, []).append(said)
        return said

    def _answer(self, person: Person) -> None:
        said = self.word("respuesta")
        self.sofia.say(said, chat=GROUP, thread=self.topics[person.key])
        self.answered.setdefault(person.key, []).append(said)

    def _note(self, person: Person) -> None:
        said = self.word("nota")
        self.sofia.say(f"// {said}", chat=GROUP, thread=self.topics[person.key])
        self.notes.append(said)

    def _mend(self, person: Person) -> None:
        """Staff write and change it at once."""
        first, then = self.word("borrador"), self.word("respuesta")
        written = self.sofia.say(first, chat=GROUP, thread=self.topics[person.key])
        self.sofia.edit(written, then, chat=GROUP)
        self.replaced.add(first)
        self.answered.setdefault(person.key, []).append(then)

    def _close(self, person: Person) -> None:
        """Closed once everything written before has been seen to, and opened again by the person's next word."""
        self.settle()
        self._press(person, "Cerrar")
        waited(lambda: "Estado: cerrado" in self._card(person).text)
        word = self._ask(person)
        seen(self.sofia, word, GROUP)
        waited(lambda: "Estado: cerrado" not in self._card(person).text)

    def settle(self) -> None:
        """Waits until nothing is on its way, and lets nobody be killed meanwhile: it would never come to rest."""
        self.calm.set()
        end = time.monotonic() + LIMIT
        while pending := ["with Telegram"] * self.playground.waiting() or self.pending():
            assert time.monotonic() < end, f"still on its way: {pending}\n{self.stage.logs()}"
            time.sleep(0.2)
        self.calm.clear()

    def pending(self) -> list[str]:
        """What is on its way inside the bot."""
        with self.database.connect() as connection:
            return [str(row[0])[:200] for row in connection.execute(text(PENDING)).all()]

    def _press(self, person: Person, label: str) -> None:
        waited(lambda: label in self._card(person).labels)
        card = self._card(person)
        self.sofia.press_data(card.message_id, card.data(label), GROUP)

    def _card(self, person: Person) -> Screen:
        topic = [each for each in self.sofia.messages(GROUP) if each.get("message_thread_id") == self.topics[person.key]]
        return [Screen.of(each) for each in topic if "Idioma:" in str(each.get("text", ""))][-1]

    def _topic_with(self, word: str) -> int:
        found = [each["message_thread_id"] for each in self.sofia.messages(GROUP) if each.get("text") == word]
        return int(found[0]) if found else 0

    def _words(self, chat: int | None, of: Person | None = None) -> Counter[str]:
        person = of or self.sofia
        return Counter(str(each.get("text", "")) for each in person.messages(chat) if each["from"]["is_bot"])

    def check(self) -> int:
        """Fails for what was lost, leaked, mixed or out of order; how many came more than once."""
        in_room, extra = self._words(GROUP), 0
        for person in self.people:
            heard = self._words(None, person)
            for said in self.asked[person.key]:
                assert in_room[said] >= 1, f"lost on the way to the room: {said}"
                extra += in_room[said] - 1
            for said in self.answered.get(person.key, []):
                assert heard[said] >= 1, f"lost on the way to {person.key}: {said}"
                extra += heard[said] - 1
            strange = {word for word in heard if word.startswith("respuesta")} - set(self.answered.get(person.key, []))
            assert not strange, f"{person.key} heard what was for somebody else: {strange}"
            assert not any(note in word for note in self.notes for word in heard), "a note has left the room"
            extra += sum(heard[word] for word in heard if word in self.replaced)
            self._check_order(person)
        return extra

    def repeated(self) -> dict[str, int]:
        """What came more than once, and drafts that were left standing."""
        everywhere = self._words(GROUP) + sum((self._words(None, person) for person in self.people), Counter())
        said = {word for words in (*self.asked.values(), *self.answered.values()) for word in words}
        return {word: n for word, n in everywhere.items() if (word in said and n > 1) or word in self.replaced}

    def _check_order(self, person: Person) -> None:
        topic = self.topics[person.key]
        shown = [str(each.get("text", "")) for each in self.sofia.messages(GROUP) if each.get("message_thread_id") == topic]
        first = list(dict.fromkeys(word for word in shown if word in self.asked[person.key]))
        assert first == [word for word in self.asked[person.key] if word in first], "out of order"


def unless(calm: threading.Event, at_work: Callable[[], bool]) -> Callable[[], bool]:
    """At work, and not in a moment of calm."""
    return lambda: not calm.is_set() and at_work()


@pytest.mark.timeout(900)
@pytest.mark.alone
@pytest.mark.parametrize("way", [on_files_and_polling, on_postgresql_and_webhook])
def test_nothing_is_lost_between_people_and_staff_however_often_we_die(
    request: pytest.FixtureRequest, tmp_path: Path, way: Callable[[pytest.FixtureRequest], dict[str, str]]
) -> None:
    settings = {**way(request), "SELLO_SUPPORT_CHAT_ID": str(GROUP), "SELLO_CHAT_PACE": "30"}
    over = threading.Event()
    with staged(tmp_path, settings) as stage, Playground(stage.playground) as playground, ExitStack() as after:
        sofia = staffed(stage, playground)
        people = [playground.person(key, key.capitalize()) for key in ("jean", "rosa", "li")]
        database = stage.bot_database()
        after.callback(database.dispose)
        walk = Walk(stage, playground, people, sofia, random.Random(20261124), database)

        with Playground(stage.playground) as watch:
            killers = [
                Killer(stage.children["bot"], unless(walk.calm, bot_at_work(watch)), 1, 4.0, over),
                Killer(stage.children["api"], unless(walk.calm, api_at_work(stage, database)), 2, 3.0, over),
            ]
            _walk_and_kill(walk, killers, over)
        walk.settle()
        with database.connect() as connection:
            unsure = relays.repeated(connection)
            reopened = connection.execute(text('SELECT sum(opening) - count(*) FROM "case"')).scalar_one()
        extra = walk.check()
        kills = sum(killer.kills for killer in killers)
        print(f"{kills} kills; {extra} messages came twice, {unsure} may have; {reopened} topics opened again")
        assert kills >= 6
        assert extra <= unsure, walk.repeated()
        assert set(Group(playground, GROUP).topics) >= set(walk.topics.values())


def _walk_and_kill(walk: Walk, killers: list[Killer], over: threading.Event) -> None:
    walk.begin()
    for kind in ("too_many", "bad_gateway", "lost", "duplicate"):
        walk.playground.fault(kind, times=None, rate=0.03, seconds=1)
    for killer in killers:
        killer.start()
    try:
        for _ in range(ACTS):
            walk.act()
    except AssertionError as wrong:
        raise AssertionError(f"{wrong}\n{walk.pending()}\n{walk.stage.logs()}") from wrong
    finally:
        over.set()
        walk.playground.mend()
        for killer in killers:
            killer.join()


def staffed(stage: Stage, playground: Playground) -> Person:
    """Somebody with the role of support, as she gets it."""
    sofia = playground.person("sofia", "Sofía")
    said = stage.api("invite", "--role", "support", "--uses", "5")
    sofia.say("/start")
    seen(sofia, "Choose your language")
    sofia.press("Español")
    seen(sofia, "¿Qué necesita hoy?")
    sofia.say(f"/start {next(word for word in said.split() if word.startswith('rol_'))}")
    seen(sofia, "Aceptamos su invitación")
    return sofia
