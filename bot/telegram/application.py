"""The bot on Telegram: what arrives is taken turn by turn, what is to be said is sent, and all of it can stop cleanly."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

import structlog
from sqlalchemy.exc import OperationalError
from telegram import Bot
from telegram.error import InvalidToken, TelegramError
from telegram.request import BaseRequest

from bot.memory.database import Memory
from bot.memory.turns import Taken, Turns
from bot.telegram import commands
from bot.telegram.polling import Poller
from bot.telegram.requests import AiohttpRequest
from bot.telegram.sender import Sender
from bot.telegram.webhook import Webhook
from content.wording import Wording

_LOOK = 1.0
_HINT_LIMIT = 200
Work = Callable[[asyncio.Event], Awaitable[None]]
_log = structlog.get_logger()


class TokenRefused(Exception):
    """Telegram does not know this token."""


@dataclass(frozen=True, slots=True)
class Line:
    """The connection to Telegram."""

    bot: Bot
    request: BaseRequest

    @classmethod
    def to(cls, token: str, root: str) -> "Line":
        """To the Bot API at that root; nothing is called yet."""
        request = AiohttpRequest()
        bot = Bot(token, base_url=f"{root}/bot", base_file_url=f"{root}/file/bot", request=request, get_updates_request=request)
        return cls(bot, request)

    async def username(self, stop: asyncio.Event) -> str:
        """The bot's name, as soon as Telegram can be asked; nothing once `stop` is set. TokenRefused for an unknown token."""
        while not stop.is_set():
            try:
                return (await self.bot.get_me()).username or ""
            except InvalidToken:
                raise TokenRefused from None
            except TelegramError as error:
                _log.warning("telegram_away", reason=type(error).__name__)
                await asyncio.sleep(_LOOK)
        return ""

    async def __aenter__(self) -> Self:
        await self.request.initialize()
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.request.shutdown()


@dataclass(slots=True)
class Application:
    """Everything that runs beside each other. `errands_wake` is called after a turn that left errands."""

    line: Line
    memory: Memory
    turns: Turns
    sender: Sender
    wording: Wording
    errands_wake: Callable[[], None]
    webhook: Webhook | None = None
    staff_chat: int | None = None
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    _answering: set["asyncio.Task[None]"] = field(default_factory=set)

    async def run(self, stop: asyncio.Event, *others: Work) -> None:
        """Runs until `stop` is set, with the others beside; the turn in hand is finished, nothing is lost."""
        async with asyncio.TaskGroup() as group:
            receiving = group.create_task(self._receive())
            group.create_task(self._publish(stop))
            for _ in range(self.memory.workers):
                group.create_task(self._persist(stop, self._work))
            group.create_task(self._persist(stop, self.sender.run))
            for other in others:
                group.create_task(self._persist(stop, other))
            await stop.wait()
            receiving.cancel()
            self.arrived.set()
            self.sender.wake.set()
        await asyncio.gather(*self._answering)

    async def _receive(self) -> None:
        if self.webhook is None:
            await Poller(self.line.bot, self.line.request, self.memory, self.arrived.set).run()
            return
        runner = await self.webhook.listening()
        try:
            await self.webhook.announce(self.line.bot)
            await asyncio.Event().wait()
        finally:
            await runner.cleanup()

    async def _persist(self, stop: asyncio.Event, work: Work) -> None:
        """Takes up its work again when the database was away."""
        while not stop.is_set():
            try:
                await work(stop)
            except OperationalError as error:
                _log.warning("database_away", reason=type(error.orig).__name__)
                await asyncio.sleep(_LOOK)

    async def _work(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            self.arrived.clear()
            taken = await self.memory.run(self.turns.some)
            for each in taken:
                self._follow(each)
            if not taken:
                await self._rest()

    async def _rest(self) -> None:
        try:
            await asyncio.wait_for(self.arrived.wait(), _LOOK)
        except TimeoutError:
            return

    def _follow(self, taken: Taken) -> None:
        self.sender.wake.set()
        if taken.has_errands:
            self.errands_wake()
        if taken.callback:
            self._beside(self._answer(taken))
        if taken.chose:
            self._beside(commands.publish_for_chat(self.line.bot, self.wording, taken.chat, taken.chose))

    def _beside(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)

    async def _answer(self, taken: Taken) -> None:
        hint = self.wording.word(taken.hint, taken.language)[:_HINT_LIMIT] if taken.hint else None
        try:
            await self.line.bot.answer_callback_query(taken.callback, hint)
        except TelegramError as error:  # a press perishes in 150 seconds; what it did is kept
            _log.info("press_not_answered", reason=type(error).__name__)

    async def _publish(self, stop: asyncio.Event) -> None:
        """Sets the menus once Telegram can be reached."""
        while not stop.is_set():
            try:
                await commands.publish(self.line.bot, self.wording)
                if self.staff_chat is not None:
                    await commands.publish_for_staff(self.line.bot, self.staff_chat)
            except TelegramError:
                await asyncio.sleep(_LOOK)
            else:
                return
