"""The real bot on a Telegram of our own, in threads, with people who press and write."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from api.library import Library
from bot.assembly import attend
from bot.dialogue.turn import Content
from bot.memory.database import Memory
from bot.playground.group import Group
from bot.playground.person import Person, Playground
from bot.playground.serving import TOKEN, running
from bot.settings import Settings
from bot.telegram.room.translating import Engine
from tests import read, tables
from tests.databases import PostgreSQL
from tests.telegram.office import Office, RunningApi, running_api


@pytest.fixture(scope="session")
def content() -> Content:
    """The real programme, in every language."""
    return read.content()


@pytest.fixture
def playground(tmp_path: Path) -> Iterator[Playground]:
    """A Telegram of our own."""
    with running(tmp_path / "phones") as root, Playground(root) as playground:
        yield playground


class Bot:
    """A bot in a thread of its own. Nobody answers where it looks for the api."""

    def __init__(self, settings: Settings, content: Content, memory: Memory, engine: Engine | None = None) -> None:
        self.settings, self.content, self.memory, self.engine = settings, content, memory, engine
        self.failures: list[BaseException] = []
        self._stop, self._ready = asyncio.Event(), threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._attending: asyncio.Task[None] | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        self._ready.wait(10)

    def _run(self) -> None:
        try:
            asyncio.run(self._attend())
        except asyncio.CancelledError:
            return
        except BaseException as error:
            self.failures.append(error)
            raise

    async def _attend(self) -> None:
        self._loop, self._attending = asyncio.get_running_loop(), asyncio.current_task()
        self._ready.set()
        await attend(self.settings, TOKEN, self.content, self.memory, self._stop, self.engine)

    def die(self) -> None:
        """Ends it in the midst of whatever it is doing: calls are cut off, and nothing more is written down."""
        assert self._loop is not None
        assert self._attending is not None
        self._loop.call_soon_threadsafe(self._attending.cancel)
        self._thread.join(20)
        assert not self._thread.is_alive()
        self.memory.close()
        assert not self.failures

    def end(self) -> None:
        """Asks it to end, as SIGTERM does, and waits for it."""
        if not self._thread.is_alive():
            return
        assert self._loop is not None
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(20)
        assert not self._thread.is_alive()
        self.memory.close()
        assert not self.failures


StartBot = Callable[..., Bot]


NewDatabase = Callable[[str], str]
ON_BOTH = pytest.mark.parametrize("new_database", ["sqlite", "postgresql"], indirect=True)
"""Runs a test once on each kind of database, for the bot and the api alike; without it there are files."""


@pytest.fixture
def new_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NewDatabase]:
    """The databases of `api` and `bot`, of the kind that the test asks for, with their tables."""
    sides = {"api": tables.of_the_api, "bot": tables.of_the_bot}
    if getattr(request, "param", "sqlite") == "sqlite":
        yield lambda name: tables.in_a_file(sides[name], tmp_path / f"{name}.sqlite3")
        return
    server: PostgreSQL = request.getfixturevalue("postgresql")
    with ExitStack() as lent:
        yield cache(lambda name: lent.enter_context(server.lent(sides[name])))


@pytest.fixture
def bots() -> Iterator[list[Bot]]:
    """The bots that were started, the newest last."""
    bots: list[Bot] = []
    yield bots
    for bot in bots:
        bot.end()


@pytest.fixture
def start_bot(playground: Playground, content: Content, tmp_path: Path, new_database: NewDatabase, bots: list[Bot]) -> StartBot:
    """Starts a bot, or another one later on the same database; settings may be named, and a machine that translates."""
    database_url = new_database("bot")

    def start(engine: Engine | None = None, **named: object) -> Bot:
        settings = Settings(
            telegram_url=playground.url,
            bot_database_url=database_url,
            spool_dir=tmp_path / "spool",
            **{"api_url": "http://127.0.0.1:9", "chat_pace": 30.0, **named},  # type: ignore[arg-type]
        )
        memory = Memory(database_url)
        said = replace(content, has_desk=settings.support_chat_id is not None)
        bots.append(Bot(settings, said, memory, engine))
        return bots[-1]

    return start


@pytest.fixture(scope="session")
def library() -> Library:
    """What the api judges with."""
    return read.library()


@pytest.fixture
def api(tmp_path: Path, library: Library, new_database: NewDatabase) -> Iterator[RunningApi]:
    """The real api."""
    with running_api(tmp_path, library, new_database("api")) as api:
        yield api


@pytest.fixture
def engine() -> Engine | None:
    """The machine that translates in the office: none, unless a test brings one."""
    return None


@pytest.fixture
def office(playground: Playground, api: RunningApi, start_bot: StartBot, engine: Engine | None) -> Office:
    """Sofía of the support team has her role and her group; Jean has chosen Spanish and stands at home."""
    sofia, jean = playground.person("sofia", "Sofía"), playground.person("jean", "Jean", "fr")
    group = Group.new(playground, "Equipo de apoyo", [sofia])
    start_bot(engine, api_url=api.url, api_token=api.token, support_chat_id=group.id)
    office = Office(playground, api, group, jean, sofia)
    office.join_staff(sofia)
    jean.say("/start")
    jean.wait_for("Choose your language")
    jean.press("Español")
    jean.wait_for("¿Qué necesita hoy?")
    return office


@pytest.fixture
def bot(start_bot: StartBot) -> Bot:
    """One bot."""
    return start_bot()


@pytest.fixture
def marta(playground: Playground, bot: Bot) -> Person:
    """Somebody who has chosen Spanish and stands at home."""
    marta = playground.person("marta", "Marta")
    marta.say("/start")
    marta.wait_for("Choose your language")
    marta.press("Español")
    marta.wait_for("¿Qué necesita hoy?")
    return marta
