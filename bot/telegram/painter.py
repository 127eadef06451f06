"""Puts one message where it belongs: the living screen is edited in place, or sent anew so that it stays at the bottom."""

import json
from dataclasses import dataclass
from typing import Any

from telegram import Bot, InlineKeyboardMarkup, InputFile, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.memory.outbox import Kind, Living, Waiting

_UNCHANGED = "message is not modified"
_GONE = ("message to edit not found", "message can't be edited", "message_id_invalid", "message identifier is not specified")
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True)
class Painter:
    """Sends with the bot it is given; errors are the bot's."""

    bot: Bot

    async def put(self, waiting: Waiting, living: Living) -> Living:
        """Where the living screen is after this was sent."""
        body = json.loads(waiting.body)
        match waiting.kind:
            case Kind.SCREEN:
                return Living(await self._screen(waiting, living, body))
            case Kind.NOTICE:
                return Living(living.message, await self._send(waiting.chat, body))
            case Kind.PHOTO | Kind.DOCUMENT:
                return Living(living.message, await self._file(waiting, body))

    async def _screen(self, waiting: Waiting, living: Living, body: dict[str, Any]) -> int:
        at_bottom = living.message > max(waiting.after, living.below)
        is_pressed = living.message == waiting.pressed and not waiting.after
        can_stay = bool(living.message) and (at_bottom or is_pressed) and not body["follows"]
        if can_stay and await self._edit(waiting.chat, living.message, body):
            return living.message
        sent = await self._send(waiting.chat, body)
        if living.message:
            await self._strip(waiting.chat, living.message)
        return sent

    async def _edit(self, chat: str, message: int, body: dict[str, Any]) -> bool:
        if len(body["parts"]) > 1:
            return False
        try:
            await self.bot.edit_message_text(
                body["parts"][0],
                chat_id=int(chat),
                message_id=message,
                parse_mode=ParseMode.HTML,
                reply_markup=_markup(body),
                link_preview_options=_NO_PREVIEW,
            )
        except BadRequest as refusal:
            said = refusal.message.lower()
            if any(reason in said for reason in _GONE):
                return False
            if _UNCHANGED not in said:
                raise
        return True

    async def _send(self, chat: str, body: dict[str, Any]) -> int:
        *before, last = body["parts"]
        for part in before:
            await self._text(chat, part, None)
        return await self._text(chat, last, _markup(body))

    async def _text(self, chat: str, text: str, markup: InlineKeyboardMarkup | None) -> int:
        options = {"parse_mode": ParseMode.HTML, "link_preview_options": _NO_PREVIEW}
        message = await self.bot.send_message(int(chat), text, reply_markup=markup, **options)  # type: ignore[arg-type]
        return message.message_id

    async def _file(self, waiting: Waiting, body: dict[str, Any]) -> int:
        file = InputFile(waiting.content or b"", filename=body["name"])
        send = self.bot.send_photo if waiting.kind is Kind.PHOTO else self.bot.send_document
        message = await send(int(waiting.chat), file, caption=body["caption"] or None, parse_mode=ParseMode.HTML)
        return int(message.message_id)

    async def _strip(self, chat: str, message: int) -> None:
        try:
            await self.bot.edit_message_reply_markup(chat_id=int(chat), message_id=message, reply_markup=None)
        except BadRequest:
            return  # deleted by the person, or stripped already: either way it has no keyboard


def _markup(body: dict[str, Any]) -> InlineKeyboardMarkup | None:
    return InlineKeyboardMarkup.de_json({"inline_keyboard": body["keyboard"]}, None) if body["keyboard"] else None
