"""The command menu, in every language: for all, for private chats, and for a chat whose language was chosen there."""

from collections.abc import Mapping

import structlog
from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import BadRequest, TelegramError

from bot.dialogue.voice import say
from bot.telegram.room.wording import STAFF_COMMANDS
from content.sentences import Say
from content.wording import LANGUAGES, Wording

COMMANDS: Mapping[str, Say] = {
    "start": say("Empezar o volver al inicio"),
    "autoevaluacion": say("Continuar la autoevaluación"),
    "avance": say("Ver qué falta"),
    "requisitos": say("Leer los requisitos del Sello"),
    "estado": say("Ver el estado de la entrega"),
    "servicios": say("Buscar servicios en su comuna"),
    "persona": say("Hablar con una persona"),
    "idioma": say("Cambiar de idioma"),
    "ayuda": say("Cómo usar este asistente"),
    "privacidad": say("Qué datos se guardan"),
    "misdatos": say("Descargar lo que este chat sabe"),
    "borrar": say("Borrar sus datos de este chat"),
}
_log = structlog.get_logger()

# Telegram knows languages by two letters.
_TELEGRAM_CODES = {language: language.partition("_")[0] for language in LANGUAGES}


def menu(wording: Wording, language: str) -> list[BotCommand]:
    """The commands with their descriptions in that language."""
    return [BotCommand(name, wording.word(description, language)) for name, description in COMMANDS.items()]


async def publish(bot: Bot, wording: Wording) -> None:
    """Sets the menu for every language; Spanish for phones of any other."""
    for scope in (BotCommandScopeDefault(), BotCommandScopeAllPrivateChats()):
        await bot.set_my_commands(menu(wording, "es"), scope=scope)
        for language, code in _TELEGRAM_CODES.items():
            await bot.set_my_commands(menu(wording, language), scope=scope, language_code=code)


async def publish_for_staff(bot: Bot, chat: int) -> None:
    """Sets the menu of the staff's group; without the group there is none."""
    listed = [BotCommand(name, description) for name, description in STAFF_COMMANDS.items()]
    try:
        await bot.set_my_commands(listed, scope=BotCommandScopeChat(chat))
    except BadRequest as refusal:
        _log.warning("staff_menu_not_set", reason=refusal.message)


async def publish_for_chat(bot: Bot, wording: Wording, chat: str, language: str) -> None:
    """Sets the menu of one chat, whatever the phone speaks: few phones say `ht`."""
    try:
        await bot.set_my_commands(menu(wording, language), scope=BotCommandScopeChat(int(chat)))
    except TelegramError as error:  # the menu is a help, not a promise: the commands work whatever it says
        _log.info("menu_not_set", reason=type(error).__name__)
