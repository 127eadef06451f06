"""A survey in plain python-telegram-bot: `python survey_ptb.py ROOT TOKEN`."""

import sys
from typing import Any

from telegram import BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove, Update
from telegram.constants import ChatAction, ParseMode
from telegram.ext import (
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    filters,
)  # fmt: skip

COMMUNE, OFFICE, PAPER = range(3)
Context = ContextTypes.DEFAULT_TYPE


async def start(update: Update, context: Context) -> int:
    assert update.message
    keyboard = ReplyKeyboardMarkup([["Arica", "Ancud"]], one_time_keyboard=True)
    await update.message.reply_text("¿De qué <b>comuna</b>?", parse_mode=ParseMode.HTML, reply_markup=keyboard)
    return COMMUNE


async def commune(update: Update, context: Context) -> int:
    assert update.message
    assert context.user_data is not None
    context.user_data["commune"] = update.message.text
    await update.message.reply_text("Anotado.", reply_markup=ReplyKeyboardRemove())
    buttons = [[InlineKeyboardButton("Sí", callback_data="yes"), InlineKeyboardButton("No", callback_data="no")]]
    await update.message.reply_text("¿Hay oficina?", reply_markup=InlineKeyboardMarkup(buttons))
    return OFFICE


async def office(update: Update, context: Context) -> int:
    assert update.callback_query
    await update.callback_query.answer()
    await update.callback_query.edit_message_text(f"Oficina: {update.callback_query.data}. Mande un documento.")
    return PAPER


async def paper(update: Update, context: Context) -> int:
    assert update.message
    assert update.message.document
    assert context.user_data is not None
    await update.message.reply_chat_action(ChatAction.UPLOAD_DOCUMENT)
    file = await update.message.document.get_file()
    content = bytes(await file.download_as_bytearray())
    caption = f"{context.user_data['commune']}: {len(content)} bytes"
    await update.message.reply_document(content, filename="copia.txt", caption=caption)
    return ConversationHandler.END


async def cancel(update: Update, context: Context) -> int:
    assert update.message
    await update.message.reply_text("Hasta luego.")
    return ConversationHandler.END


async def offer_commands(application: Any) -> None:
    await application.bot.set_my_commands([BotCommand("start", "Empezar"), BotCommand("cancel", "Dejarlo")])


def main() -> None:
    root, token = sys.argv[1:]
    builder = ApplicationBuilder().token(token).base_url(f"{root}/bot").base_file_url(f"{root}/file/bot")
    application = builder.post_init(offer_commands).build()
    application.add_handler(
        ConversationHandler(
            entry_points=[CommandHandler("start", start)],
            states={
                COMMUNE: [MessageHandler(filters.TEXT & ~filters.COMMAND, commune)],
                OFFICE: [CallbackQueryHandler(office)],
                PAPER: [MessageHandler(filters.Document.ALL, paper)],
            },
            fallbacks=[CommandHandler("cancel", cancel)],
        )
    )
    application.run_polling()


if __name__ == "__main__":
    main()
