"""The form in aiogram 3, as its documentation would have it: states in Redis, one event of a person at a time."""

import asyncio
import sys
from functools import partial
from typing import Any, cast

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.redis import RedisStorage
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from tests.benchmarks.rivals import form
from tests.benchmarks.rivals.telegram import REACTION, Telegram, stay_on_one_core

TOKEN = "42:loopback"
router = Router()


class Form(StatesGroup):
    """Where somebody stands."""

    asking = State()


class Deaf(AiohttpSession):
    """No network: what is asked of Telegram is answered in this process, from and to the same bytes as over HTTP."""

    def __init__(self, telegram: Telegram) -> None:
        super().__init__()
        self._telegram = telegram

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109  (aiogram's own form)
    ) -> TelegramType:
        files: dict[str, Any] = {}
        written = {name: self.prepare_value(value, bot, files) for name, value in method.model_dump(warnings=False).items()}
        said = self._telegram.call(method.__api_method__, {name: value for name, value in written.items() if value})
        return cast("TelegramType", self.check_response(bot, method, 200, said.decode()).result)


@router.callback_query(F.data.startswith("r|"))
async def answered(query: CallbackQuery, state: FSMContext) -> None:
    """Keeps the answer and draws the next question on the same message."""
    known = await state.get_data()
    at = known.get("at", 1)
    _, said, question = (query.data or "").split("|")
    if question == f"Q{at}":
        at = form.question_after(at)
        await state.update_data({question: said, "at": at})
        await state.set_state(Form.asking)
    await query.answer()
    if isinstance(query.message, Message):
        await query.message.edit_text(form.html(at), parse_mode="HTML", reply_markup=_keyboard(at))


def _keyboard(question: int) -> InlineKeyboardMarkup:
    rows = [[InlineKeyboardButton(text=label, callback_data=data) for label, data in row] for row in form.buttons(question)]
    return InlineKeyboardMarkup(inline_keyboard=rows)


async def dispatcher(redis: str) -> Dispatcher:
    """With its states and its locks in that Redis, which is emptied: a run before this was killed with locks in hand."""
    storage = RedisStorage.from_url(redis)
    await storage.redis.flushall()
    dispatcher = Dispatcher(storage=storage, events_isolation=storage.create_isolation())
    dispatcher.include_router(router)
    return dispatcher


async def without_http(redis: str, telegram: Telegram) -> None:
    """Each update is a task of its own, as in aiogram's own polling, until nobody presses any more."""
    dispatching, bot, arrived = await dispatcher(redis), Bot(TOKEN, session=Deaf(telegram)), asyncio.Event()
    telegram.arrived, telegram.soon = arrived.set, partial(asyncio.get_running_loop().call_later, REACTION)
    telegram.open()
    under_way: set[asyncio.Task[Any]] = set()
    while not telegram.is_over:
        while telegram.waiting:
            task = asyncio.create_task(dispatching.feed_raw_update(bot, telegram.waiting.popleft()))
            under_way.add(task)
            task.add_done_callback(under_way.discard)
        await arrived.wait()
        arrived.clear()
    await asyncio.gather(*under_way)
    await dispatching.storage.close()


async def over_http(redis: str, root: str) -> None:
    """Polls there until it is ended."""
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(root)))
    await (await dispatcher(redis)).start_polling(bot, handle_signals=False)


def main(redis: str, where: str, people: int, presses: int) -> None:
    """`where` is the root of a Telegram, or `-` for one in this process."""
    stay_on_one_core()
    if where == "-":
        telegram = Telegram(people, presses, opening="r|yes|Q1")
        asyncio.run(without_http(redis, telegram))
        print(telegram.report())
    else:
        asyncio.run(over_http(redis, where))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
