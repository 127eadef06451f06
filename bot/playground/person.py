"""The phones for programs: people who say, press, send and look, over HTTP to a running playground."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import httpx2

from bot.playground.loopback import loopback_client
from bot.playground.wire import Wire

PATIENCE_SECONDS = 20.0


class NothingCame(AssertionError):
    """What was waited for did not come; says what stood there instead."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A message of the bot as a person sees it: its words, and the labels of its buttons row by row."""

    message_id: int
    text: str
    buttons: tuple[tuple[str, ...], ...]
    message: Wire

    @classmethod
    def of(cls, message: Wire) -> Self:
        """The screen that a message is; a picture's caption is its text."""
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        labels = tuple(tuple(str(button["text"]) for button in row) for row in rows)
        return cls(message["message_id"], str(message.get("text", message.get("caption", ""))), labels, message)

    @property
    def labels(self) -> tuple[str, ...]:
        """Every label, left to right and down."""
        return tuple(label for row in self.buttons for label in row)

    def data(self, label: str) -> str:
        """What that button sends; KeyError without such a button."""
        for row in self.message.get("reply_markup", {}).get("inline_keyboard", []):
            for button in row:
                if button["text"] == label and "callback_data" in button:
                    return str(button["callback_data"])
        raise KeyError(f"no button {label!r} among {self.labels}")


class Playground:
    """A running playground at `url`, as tests use it."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._http = loopback_client(self.url, PATIENCE_SECONDS * 4)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets the connections go; the playground runs on."""
        self._http.close()

    def get(self, path: str, **query: Any) -> Any:
        """What `/playground/<path>` answers."""
        return self._done(self._http.get(f"/playground/{path}", params=query))

    def post(self, path: str, body: Mapping[str, Any] | None = None, **form: Any) -> Any:
        """Posts JSON, or a form with `data` and `files`; AssertionError with the reason when it is refused."""
        return self._done(self._http.post(f"/playground/{path}", json=body, **form))

    def _done(self, answer: httpx2.Response) -> Any:
        assert answer.is_success, f"{answer.request.url.path}: {answer.status_code} {answer.text}"
        return answer.json() if answer.content else None

    def person(self, key: str, name: str | None = None, language: str | None = "es") -> "Person":
        """The person of that key, added when new, with a phone in that language (None: it does not say)."""
        added = self.post("people", {"key": key, "name": name or key.capitalize(), "language": language})
        return Person(self, key, added["id"])

    def fault(self, kind: str, **what: Any) -> None:
        """Begins trouble: `times`, `rate`, `chat`, `method`, `seconds` as `faults.Fault` explains them."""
        self.post("faults", {"kind": kind, **what})

    def mend(self) -> None:
        """Ends all trouble."""
        self._done(self._http.delete("/playground/faults"))

    def waiting(self) -> int:
        """How many updates the bot has not taken yet."""
        return int(self.get("waiting"))

    def advance(self, seconds: float) -> None:
        """Makes everything older."""
        self.post("clock", {"seconds": seconds})

    def calls(self, method: str | None = None) -> list[Wire]:
        """The bot's last calls, of one method if named: `method`, `parameters`, `refused`."""
        return [call for call in self.get("calls") if method in (None, call["method"])]


class Person:
    """Somebody with a phone. Without `chat` everything happens in the private chat with the bot."""

    def __init__(self, playground: Playground, key: str, id: int) -> None:
        self.playground, self.key, self.id = playground, key, id

    def _act(self, act: str, **body: Any) -> Any:
        return self.playground.post(f"people/{self.key}/{act}", body)

    def say(self, text: str, chat: int | None = None, thread: int | None = None, reply_to: int | None = None) -> int:
        """Sends words; the id of the message."""
        return int(self._act("say", text=text, chat=chat, thread=thread, reply_to=reply_to)["message_id"])

    def press(self, label: str, chat: int | None = None) -> str:
        """Presses the lowest button of that label; the id of the press. NothingCame without such a button."""
        for screen in reversed(self.screens(chat)):
            if label in screen.labels:
                return self.press_data(screen.message_id, screen.data(label), chat)
        raise NothingCame(f"no button {label!r}; the last screen is {self.screen(chat)}")

    def press_data(self, message_id: int, data: str, chat: int | None = None) -> str:
        """Presses whatever sends that, even if it no longer stands there; the id of the press."""
        return str(self._act("press", message_id=message_id, data=data, chat=chat)["press"])

    def send_file(self, name: str, content: bytes, kind: str = "document", caption: str = "", size: int | None = None) -> int:
        """Sends one file (`document`, `photo`, `voice`, …); `size` pretends it is that large. The id of the message."""
        return self.send_files({name: content}, kind, caption, size=size)[0]

    def send_files(
        self,
        contents: Mapping[str, bytes],
        kind: str = "document",
        caption: str = "",
        chat: int | None = None,
        thread: int | None = None,
        size: int | None = None,
    ) -> list[int]:
        """Sends files by name, several as one album; the ids of the messages."""
        form = {"kind": kind, "caption": caption, "chat": chat, "thread": thread, "size": size}
        data = {name: str(value) for name, value in form.items() if value is not None}
        files = [("files", (name, content)) for name, content in contents.items()]
        sent = self.playground.post(f"people/{self.key}/files", data=data, files=files)
        return [int(message["message_id"]) for message in sent]

    def send_odd(self, kind: str, chat: int | None = None, thread: int | None = None) -> int:
        """Sends a `sticker`, a `voice` note, a `location`, a `contact`, `dice` or a `quiz`; the id of the message."""
        return int(self._act("odd", kind=kind, chat=chat, thread=thread)[0]["message_id"])

    def edit(self, message_id: int, text: str, chat: int | None = None, entities: Sequence[Wire] = ()) -> None:
        """Changes one's own message; `entities` say what of it is bold or a link."""
        self._act("edit", message_id=message_id, text=text, chat=chat, entities=list(entities))

    def forward(self, message_id: int, source: int | None = None, chat: int | None = None) -> int:
        """Passes on a message of the chat `source`; the id of the new one."""
        return int(self._act("forward", message_id=message_id, source=source or self.id, chat=chat)["message_id"])

    def block(self) -> None:
        """Blocks the bot."""
        self._act("phone", has_blocked=True)

    def unblock(self) -> None:
        """Lets the bot in again."""
        self._act("phone", has_blocked=False)

    def speak(self, language: str) -> None:
        """Sets the phone to another language; an empty one says nothing."""
        self._act("phone", language=language)

    def messages(self, chat: int | None = None) -> list[Wire]:
        """The messages of a chat, oldest first, as the Bot API shows them."""
        if chat is None:
            return list(self.playground.get(f"people/{self.key}")["chat"]["messages"])
        chats = {each["id"]: each for each in self.playground.get("state")["chats"]}
        return list(chats[chat]["messages"])

    def screens(self, chat: int | None = None) -> Sequence[Screen]:
        """The bot's messages, oldest first."""
        return [Screen.of(message) for message in self.messages(chat) if message["from"]["is_bot"]]

    def screen(self, chat: int | None = None) -> Screen:
        """The bot's last message; NothingCame while there is none."""
        if screens := self.screens(chat):
            return screens[-1]
        raise NothingCame("the bot has said nothing")

    def wait_for(self, text: str, seconds: float = PATIENCE_SECONDS, chat: int | None = None, anywhere: bool = False) -> Screen:
        """The bot's last message (or the last of all its messages) that has these words, once it is there."""
        end = time.monotonic() + seconds
        while True:
            number = int(self.playground.get("happenings", after=2**53)["number"])
            screens = self.screens(chat)
            for screen in reversed(screens if anywhere else screens[-1:]):
                if text in screen.text:
                    return screen
            left = end - time.monotonic()
            if left <= 0:
                raise NothingCame(f"{text!r} did not come; the bot said last: {screens[-1:]}")
            self.playground.get("happenings", after=number, seconds=min(left, 5))

    def wait_for_answer(self, press: str, seconds: float = PATIENCE_SECONDS) -> str:
        """What the bot showed when it answered that press (mostly nothing); NothingCame when it did not."""
        end = time.monotonic() + seconds
        number = 0
        while time.monotonic() < end:
            news = self.playground.get("happenings", after=number, seconds=1)
            for happening in news["happenings"]:
                if happening["kind"] == "answered" and happening["what"]["press"] == press:
                    return str(happening["what"].get("text", ""))
            number = int(news["number"])
        raise NothingCame(f"press {press} was not answered")
