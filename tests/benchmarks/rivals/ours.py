"""Our bot with everything that it is made of: memory, turns, wording, rendering, sender."""

import asyncio
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from telegram import Bot
from telegram.request import BaseRequest, RequestData

from bot.assembly import read_content
from bot.dialogue.conversation import take_turn
from bot.dialogue.dossier import Author, Dossier
from bot.dialogue.events import Event, Opened, Place, Replied, WentBack
from bot.dialogue.person import Person, Standing, State
from bot.dialogue.screen import Press, Screen, para, title
from bot.dialogue.turn import Turn
from bot.memory import dossiers, inbox, people
from bot.memory.database import Memory, migrate
from bot.memory.turns import TakeTurn, Turns
from bot.speech.recording import Recorder
from bot.telegram.application import Application, Line
from bot.telegram.buttons import write_button
from bot.telegram.pace import Pace, Paces
from bot.telegram.painter import Painter
from bot.telegram.rendering import TelegramEdge
from bot.telegram.sender import Sender
from bot.telegram.webhook import Webhook
from content.answers import Chosen
from content.sentences import Verbatim
from content.wording import Wording
from tests.benchmarks.rivals import form
from tests.benchmarks.rivals.telegram import FIRST_PERSON, REACTION, Telegram, stay_on_one_core

TOKEN = "42:loopback"
Dialogue = tuple[TakeTurn, Wording, str]  # and the button that everybody presses first
AS_FAST_AS_IT_GOES = 1e9


class Deaf(BaseRequest):
    """No network: what is asked of Telegram is answered in this process."""

    read_timeout = 1.0

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *timeouts: Any, **named: Any
    ) -> tuple[int, bytes]:
        parameters = request_data.json_parameters if request_data else {}
        return 200, self._telegram.call(url.rpartition("/")[2], parameters)


def stand_in(state: State, event: Event, now: datetime) -> Turn:
    """The form of all rivals, as a dialogue of ours."""
    dossier = state.practice or Dossier(f"practice:{state.person.id}", "1")
    at = int(state.person.standing.about or 1)
    if isinstance(event, Replied) and event.to == f"Q{at}":
        dossier = dossier.answered(event.to, Chosen((event.said,)), Author(state.person.id, "", ""), now)
        at = form.question_after(at)
    person = replace(state.person, language="es", standing=Standing(Place.QUESTION, str(at)))
    return Turn(replace(state, person=person, practice=dossier), _screen(at))


def _screen(question: int) -> Screen:
    of = f"Q{question}"
    answering = (Press(Verbatim("Sí"), Replied("yes", of)), Press(Verbatim("No"), Replied("no", of)))
    blocks = title(Verbatim(form.title(question))), para(Verbatim(form.asked(question)))
    return Screen(blocks, (answering, (Press(Verbatim("Volver"), WentBack(of)),)))


def seed(memory: Memory, count: int, edition: str) -> None:
    """So many people who stand before the first question of a practice."""
    now = datetime.now(UTC)
    with memory.engine.begin() as connection:
        for id in map(str, range(FIRST_PERSON, FIRST_PERSON + count)):
            people.save(connection, None, Person(id, "es", Standing(Place.QUESTION)), now.timestamp())
            dossiers.save(connection, None, Dossier(f"practice:{id}", edition))


def application(line: Line, memory: Memory, turn: TakeTurn, words: Wording, webhook: Webhook | None) -> Application:
    """Put together as in bot/assembly.py, but without Telegram's pace, without errands, without the api."""
    painter = Painter(line.bot, line.request, Recorder(Path("voz")))
    sender = Sender(memory, painter, Paces(AS_FAST_AS_IT_GOES, overall=Pace(AS_FAST_AS_IT_GOES, 5)))
    return Application(line, memory, Turns(memory.engine, turn, TelegramEdge(words)), sender, words, lambda: None, webhook)


async def without_http(telegram: Telegram, build: Callable[[Line, Webhook | None], Application], memory: Memory) -> None:
    """What waits is kept and then confirmed, as in polling, until nobody presses any more."""
    stop, pressed = asyncio.Event(), asyncio.Event()
    webhook = Webhook(memory, "http://127.0.0.1/", "secret", "127.0.0.1:0", lambda: None)
    deaf = Deaf(telegram)
    app = build(Line(Bot(TOKEN, request=deaf, get_updates_request=deaf), deaf), webhook)
    telegram.arrived, telegram.soon = pressed.set, partial(asyncio.get_running_loop().call_later, REACTION)
    telegram.open()
    running = asyncio.create_task(app.run(stop))
    while not telegram.is_over:
        updates = [telegram.waiting.popleft() for _ in range(len(telegram.waiting))]
        await memory.do(inbox.receive, updates, time.time())
        app.arrived.set()
        await pressed.wait()
        pressed.clear()
    stop.set()
    await running


async def over_http(root: str, build: Callable[[Line, Webhook | None], Application]) -> None:
    """Polls there until it is ended."""
    line = Line.to(TOKEN, root)
    async with line:
        await build(line, None).run(asyncio.Event())


def a_form() -> Dialogue:
    """The form of all rivals."""
    return stand_in, Wording.load(), write_button(Replied("yes", "Q1"))


def the_programme(memory: Memory, count: int) -> Dialogue:
    """The whole self-assessment, with so many people who begin a practice."""
    content = read_content()
    seed(memory, count, content.current.edition)
    return partial(take_turn, content), content.words, write_button(Opened(Place.QUESTION))


def main(dialogue: str, where: str, folder: Path, count: int, presses: int) -> None:
    """`dialogue` is `form` or `programme`; `where` is the root of a Telegram, or `-` for one in this process."""
    stay_on_one_core()
    memory = Memory(f"sqlite:///{folder}/ours.sqlite3")
    migrate(memory.engine)
    turn, words, opening = a_form() if dialogue == "form" else the_programme(memory, count)

    def build(line: Line, webhook: Webhook | None) -> Application:
        return application(line, memory, turn, words, webhook)

    if where == "-":
        telegram = Telegram(count, presses, opening)
        asyncio.run(without_http(telegram, build, memory))
        print(telegram.report())
    else:
        asyncio.run(over_http(where, build))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5]))
