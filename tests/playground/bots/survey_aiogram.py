"""A survey in plain aiogram: `python survey_aiogram.py ROOT TOKEN`, or with a port to listen on for a webhook."""

import asyncio
import sys

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    Message,
)
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

SECRET = "a-secret_1"
router = Router()


class Survey(StatesGroup):
    people = State()
    sure = State()


@router.message(CommandStart(deep_link=True))
async def invited(message: Message, command: CommandObject, state: FSMContext) -> None:
    await state.set_state(Survey.people)
    await message.answer(f"Invitación {command.args}. ¿Cuántas personas?")


@router.message(Survey.people, F.text.isdecimal())
async def people(message: Message, state: FSMContext) -> None:
    await state.update_data(people=message.text)
    await state.set_state(Survey.sure)
    button = InlineKeyboardButton(text="Confirmar", callback_data="sure", style="success")
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[button]])
    await message.answer(f"<i>{message.text}</i> personas", parse_mode="HTML", reply_markup=keyboard)


@router.callback_query(Survey.sure, F.data == "sure")
async def sure(query: CallbackQuery, state: FSMContext) -> None:
    await query.answer("Listo")
    assert isinstance(query.message, Message)
    await query.message.edit_reply_markup(reply_markup=None)
    papers = [BufferedInputFile(f"{n}".encode(), f"{n}.txt") for n in range(2)]
    await query.message.answer_media_group([InputMediaDocument(media=paper) for paper in papers])
    await query.message.answer(f"Quedó anotado: {(await state.get_data())['people']}")
    await state.clear()


@router.message()
async def other(message: Message) -> None:
    await message.reply("Escriba un número.")


async def poll(bot: Bot) -> None:
    dispatcher = Dispatcher()
    dispatcher.include_router(router)
    await dispatcher.start_polling(bot)


def listen(bot: Bot, port: int) -> None:
    dispatcher = Dispatcher()
    dispatcher.include_router(router)

    @dispatcher.startup()
    async def tell_where() -> None:
        await bot.set_webhook(f"http://127.0.0.1:{port}/updates", secret_token=SECRET)

    application = web.Application()
    SimpleRequestHandler(dispatcher, bot, secret_token=SECRET).register(application, path="/updates")
    setup_application(application, dispatcher, bot=bot)
    web.run_app(application, host="127.0.0.1", port=port, print=None)


def main() -> None:
    root, token, *port = sys.argv[1:]
    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(root)))
    if port:
        listen(bot, int(port[0]))
    else:
        asyncio.run(poll(bot))


if __name__ == "__main__":
    main()
