"""Everything a case passes through: api, Telegram's stand-in and bot in threads, people with phones, staff in their group."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uvicorn

from api import tokens
from api.app import create_app
from api.database import Database
from api.invitations import records
from api.library import Library
from api.settings import Settings as ApiSettings
from bot.playground.group import Group
from bot.playground.loopback import listening_socket
from bot.playground.person import Person, Playground, Screen
from tests import tables

PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class RunningApi:
    """The real api on a loopback port. `token` is the bot's."""

    url: str
    token: str
    database: Database


@contextmanager
def running_api(folder: Path, library: Library, database_url: str = "") -> Iterator[RunningApi]:
    """An api in a thread for as long as the block runs; on a file of that folder, unless a database with tables is named."""
    url = database_url or tables.in_a_file(tables.of_the_api, folder / "api.sqlite3")
    settings = ApiSettings(_env_file=None, api_database_url=url, evidence_dir=folder / "evidence", bot_username="sello")
    app = create_app(settings, library)
    database: Database = app.state.database
    with database.transaction() as session:
        token = tokens.create(session, "bot", "bot")
    listening = listening_socket("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()
    try:
        yield RunningApi(f"http://127.0.0.1:{listening.getsockname()[1]}", token, database)
    finally:
        server.should_exit = True
        thread.join()
        listening.close()
        database.close()


@dataclass(slots=True)
class Office:
    """People, staff and their group."""

    playground: Playground
    api: RunningApi
    group: Group
    jean: Person
    sofia: Person

    def join_staff(self, person: Person) -> None:
        """Somebody accepts the support role."""
        person.say("/start")
        person.wait_for("Choose your language")
        person.press("Español")
        person.wait_for("¿Qué necesita hoy?")
        person.say(f"/start {staff_code(self.api.database)}")
        person.wait_for("Aceptamos su invitación")

    def topics(self, text: str = "") -> dict[int, dict[str, Any]]:
        """The topics whose name has these words."""
        return {id: topic for id, topic in self.group.topics.items() if text in topic["name"]}

    def topic(self, text: str = "") -> int:
        """The newest topic, once there is one."""
        until(lambda: self.topics(text))
        return max(self.topics(text))

    def topic_with(self, words: str) -> int:
        """The topic where these words stand, once they do."""
        until(lambda: any(words in self.texts(topic) for topic in self.topics()))
        return next(topic for topic in self.topics() if words in self.texts(topic))

    def in_topic(self, topic: int) -> list[Any]:
        """The messages in a topic, oldest first."""
        return [each for each in self.sofia.messages(self.group.id) if each.get("message_thread_id") == topic]

    def texts(self, topic: int) -> list[str]:
        """The words in a topic, oldest first."""
        return [str(each.get("text", each.get("caption", ""))) for each in self.in_topic(topic)]

    def card(self, topic: int) -> Screen:
        """The card of a topic, once there is one."""
        until(lambda: self._cards(topic))
        return self._cards(topic)[-1]

    def _cards(self, topic: int) -> list[Screen]:
        return [Screen.of(each) for each in self.in_topic(topic) if "Idioma:" in str(each.get("text", ""))]

    def press(self, topic: int, label: str, person: Person | None = None) -> str:
        """Presses a button of the card, once it is there."""
        until(lambda: label in self.card(topic).labels)
        card = self.card(topic)
        return (person or self.sofia).press_data(card.message_id, card.data(label), self.group.id)

    def reply(self, topic: int, text: str, **how: Any) -> int:
        """Staff write in a topic."""
        return self.sofia.say(text, chat=self.group.id, thread=topic, **how)

    def heard(self, text: str, person: Person | None = None) -> Any:
        """The message of the bot in a private chat that has these words, once it is there."""
        phone = person or self.jean
        until(lambda: any(text in screen.text for screen in phone.screens()))
        return next(screen.message for screen in reversed(phone.screens()) if text in screen.text)

    def stays_unheard(self, text: str, seconds: float = 2.0) -> None:
        """Fails when the person gets these words within that time."""
        time.sleep(seconds)
        assert not any(text in screen.text for screen in self.jean.screens())


def until(holds: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Returns once it holds; fails when it does not."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return
        time.sleep(0.05)
    raise AssertionError("it did not come to hold")


def staff_code(database: Database) -> str:
    """An invitation to the support role, as the api's command line makes it."""
    with database.transaction() as session:
        return records.invite(session, None, "support", uses=20, days=30, bot="sello").start
