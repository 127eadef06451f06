"""Officials who fill in a self-assessment on their phones, and write down outside the product what they did."""

import random
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from bot.playground.person import Person, Screen
from content.answers import Wire

REFERENCE = re.compile(r"SM-\d{4}-\w{4}-\w{2}")
STEP = 12.0
Buttons = list[list[str]]


@dataclass(slots=True)
class Ledger:
    """What one official did and, having a receipt, saw done. Files are digests by question."""

    answers: dict[str, Wire] = field(default_factory=dict)
    files: dict[str, list[str]] = field(default_factory=dict)
    reference: str = ""
    repeated: int = 0


@dataclass(slots=True)
class Official:
    """Presses what stands at the bottom of the chat, as somebody in no hurry; repeats what nothing came of."""

    phone: Person
    name: str
    chance: random.Random
    ledger: Ledger = field(default_factory=Ledger)
    _tried: set[str] = field(default_factory=set)
    _chosen: dict[str, str] = field(default_factory=dict)
    _pressed: dict[str, list[str]] = field(default_factory=dict)
    _left: set[str] = field(default_factory=set)

    def join(self, invitation: str, limit: float = 600.0) -> None:
        """From the link to the first question."""
        self.phone.say(f"/start {invitation}")
        end = time.monotonic() + limit
        while time.monotonic() < end:
            screen = self.phone.screens()[-1:]
            if any("Pregunta 1 de" in each.text for each in screen):
                return
            for each in screen:
                self._introduce(each)
            time.sleep(0.1)
        raise AssertionError(f"{self.name} could not join: {self.phone.screens()[-1:]}")

    def _introduce(self, screen: Screen) -> None:
        if "Choose your language" in screen.text:
            self._press(screen, ["l", "es"])
        for asked, told in (("¿Cómo se llama usted?", self.name), ("¿Cuál es su cargo", "Encargada de inclusión")):
            if asked in screen.text:
                self.phone.say(told)
                self._await_change(_signature(screen))

    def fill_in(self, limit: float = 600.0) -> None:
        """From the first question to the receipt."""
        end = time.monotonic() + limit
        while time.monotonic() < end:
            screen = self.phone.screen()
            if found := REFERENCE.search(screen.text):
                self.ledger.reference = found[0]
                return
            self._step(screen)
        raise AssertionError(f"{self.name} never got a receipt; the screen says: {self.phone.screen().text}")

    def _step(self, screen: Screen) -> None:
        buttons = _pressable(screen)
        if answering := [each for each in buttons if each[0] in ("r", "m", "f")]:
            self._answer(screen, answering)
        elif last := [each for each in buttons if each[:2] in (["y", "hand-over"], ["o", "decl"])]:
            self._press(screen, last[0])
        elif "va en camino" in screen.text or not buttons:
            time.sleep(0.3)
        else:
            self._press(screen, buttons[0])

    def _answer(self, screen: Screen, buttons: Buttons) -> None:
        question = buttons[0][2] if buttons[0][0] == "r" else buttons[0][3] if buttons[0][0] == "m" else buttons[0][1]
        said = {each[1]: each for each in buttons if each[0] == "r"}
        if "lacking" in said or "later" in said or question in self.ledger.files:
            self._show_evidence(screen, question, said, buttons)
        elif any(each[0] == "m" for each in buttons):
            self._mark(screen, question, buttons)
        elif set(said) <= {"?", "none"} and question not in self._tried:
            self._type(screen, question)
        else:
            choice = self._choice(question, said)
            self.ledger.answers[question] = None if choice == "?" else choice
            self._press(screen, said[choice])

    def _choice(self, question: str, said: Mapping[str, object]) -> str:
        """One of what can be said; the same one each time, for a press may be slow and not lost."""
        return self._chosen.setdefault(question, self.chance.choice(sorted(said)))

    def _type(self, screen: Screen, question: str) -> None:
        """Words are written once: they are never lost, and what was not understood is answered by a button."""
        self._tried.add(question)
        number = self.chance.randint(2, 40)
        self.ledger.answers[question] = number
        self.phone.say(str(number))
        assert self._await_change(_signature(screen), 120.0), f"{number} was never answered"

    def _mark(self, screen: Screen, question: str, buttons: Buttons) -> None:
        off = [each for each in buttons if each[0] == "m" and each[2] == "1"]
        on = [each[1] for each in buttons if each[0] == "m" and each[2] == "0"]
        finish = next((each for each in buttons if each[0] == "f"), None)
        choice = finish if finish and on and (not off or self.chance.random() < 0.6) else self.chance.choice(off)
        # The same again while nothing came of it: a tick that is only slow must not be taken for one that was not set.
        chosen = self._pressed.setdefault(_signature(screen), choice)
        if finish and on and _signature(screen) in self._left:
            chosen = finish  # here again by a tick that clears the others: the same choices would lead round for ever
        if chosen == finish:
            self.ledger.answers[question] = sorted(on)
        self._press(screen, chosen)

    def _show_evidence(self, screen: Screen, question: str, said: dict[str, list[str]], buttons: Buttons) -> None:
        sent = self.ledger.files.get(question, [])
        finish = next((each for each in buttons if each[0] == "f"), None)
        if sent and finish:
            if screen.text.count(": guardado") < len(sent):
                time.sleep(0.3)
            else:
                self.ledger.answers[question] = {"status": "attached"}
                self._press(screen, finish)
        elif not sent and question not in self._chosen and self.chance.random() < 0.8:
            number = self.chance.choice((1, 2, 3))
            contents = {f"{question} {n}.pdf": b"%PDF-1.4\n" + self.chance.randbytes(2000) for n in range(number)}
            self.ledger.files[question] = [sha256(content).hexdigest() for content in contents.values()]
            self.phone.send_files(contents)
            self._await_change(_signature(screen))
        elif not sent:
            choice = self._choice(question, said)
            status: dict[str, Wire] = {"?": None, "later": {"status": "later"}, "lacking": {"status": "none"}}
            self.ledger.answers[question] = status[choice]
            self._press(screen, said[choice])
        else:
            time.sleep(0.3)

    def _press(self, screen: Screen, button: list[str]) -> None:
        before = _signature(screen)
        self.phone.press_data(screen.message_id, "|".join(button))
        if self._await_change(before):
            self._left.add(before)
        else:
            self.ledger.repeated += 1

    def _await_change(self, before: str, seconds: float = STEP) -> bool:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if _signature(self.phone.screen()) != before:
                return True
            time.sleep(0.2)
        return False


def _pressable(screen: Screen) -> Buttons:
    rows = screen.message.get("reply_markup", {}).get("inline_keyboard", [])
    return [str(button["callback_data"]).split("|") for row in rows for button in row if "callback_data" in button]


def _signature(screen: Screen) -> str:
    return f"{screen.message_id} {screen.text} {_pressable(screen)}"
