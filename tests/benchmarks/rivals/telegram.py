"""Telegram as far as a form needs it, with people on it who press as soon as they are shown something."""

import itertools
import json
import os
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

WARMING_UP = 0.1
REACTION = 0.03
FIRST_PERSON = 1000
ANSWERING = ("r|", "f|")


@dataclass(slots=True)
class Telegram:
    """`people` press `presses` times altogether, each one thing at a time; the first of them press `opening`.

    `arrived` is called when an update waits. `soon` does something REACTION seconds later: nobody presses before the program
    has finished what it showed, or programs that make a person's updates wait for each other would wait for nothing else.
    """

    people: int
    presses: int
    opening: str
    arrived: Callable[[], None] = lambda: None
    soon: Callable[[Callable[[], None]], object] = lambda press: press()
    waiting: deque[dict[str, Any]] = field(default_factory=deque)
    shown: int = 0
    _promised: int = 0
    _pressed: int = 0
    _messages: "itertools.count[int]" = field(default_factory=lambda: itertools.count(5000))
    _started: tuple[float, float] = (0.0, 0.0)
    _ended: tuple[float, float] = (0.0, 0.0)

    def open(self) -> None:
        """Everybody presses the button that their chat begins with."""
        self._promised = self.people
        for person in range(FIRST_PERSON, FIRST_PERSON + self.people):
            self._press(person, self._message(person, next(self._messages)), self.opening)

    def call(self, method: str, parameters: Mapping[str, Any]) -> bytes:
        """The answer to a method of the Bot API."""
        result: object = True
        match method:
            case "sendMessage":
                result = self._show(int(parameters["chat_id"]), next(self._messages), parameters)
            case "editMessageText":
                result = self._show(int(parameters["chat_id"]), int(parameters["message_id"]), parameters)
            case "getMe":
                result = {"id": 42, "is_bot": True, "first_name": "Sello", "username": "sello_bot"}
        return json.dumps({"ok": True, "result": result}).encode()

    @property
    def is_over(self) -> bool:
        """Whether everybody was shown what their last press came to."""
        return self.shown >= self.presses

    def report(self) -> str:
        """Screens per second, and seconds of this process's own processor for each, as JSON; the first few do not count."""
        counted = self.presses * (1 - WARMING_UP)
        seconds, own = (end - start for start, end in zip(self._started, self._ended, strict=True))
        return json.dumps({"rate": counted / seconds, "cpu": own / counted})

    def _show(self, person: int, message: int, parameters: Mapping[str, Any]) -> dict[str, Any]:
        self.shown += 1
        if self.shown == round(self.presses * WARMING_UP):
            self._started = _clocks()
        if self.shown == self.presses:
            self._ended = _clocks()
        keyboard = json.loads(parameters["reply_markup"])
        shown = {**self._message(person, message), "text": parameters["text"], "reply_markup": keyboard}
        if self._promised < self.presses:
            self._promised += 1
            self.soon(partial(self._press, person, shown, _chosen(keyboard)))
        elif self.is_over:
            self.arrived()
        return shown

    def _press(self, person: int, message: dict[str, Any], data: str) -> None:
        self._pressed += 1
        pressed = {"id": str(self._pressed), "from": _user(person), "message": message, "chat_instance": "1", "data": data}
        self.waiting.append({"update_id": self._pressed, "callback_query": pressed})
        self.arrived()

    @staticmethod
    def _message(person: int, message: int) -> dict[str, Any]:
        chat = {"id": person, "type": "private", "first_name": "Ana"}
        return {"message_id": message, "date": 1_790_000_000, "chat": chat}


def stay_on_one_core() -> None:
    """Everything this process does from here on shares one core."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def _chosen(keyboard: Mapping[str, Any]) -> str:
    """The first button that answers, else the first that leads on."""
    carried = [button["callback_data"] for row in keyboard["inline_keyboard"] for button in row if "callback_data" in button]
    return str(next((data for data in carried if data.startswith(ANSWERING)), carried[0]))


def _user(person: int) -> dict[str, Any]:
    return {"id": person, "is_bot": False, "first_name": "Ana", "language_code": "es"}


def _clocks() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()
