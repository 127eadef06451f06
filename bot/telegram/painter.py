"""Puts one message where it belongs: the living screen is edited in place, or sent anew so that it stays at the bottom."""

import json
from dataclasses import dataclass
from typing import Any

from telegram import Bot, InputFile
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.request import BaseRequest

from bot.memory.outbox import Kind, Living, Waiting
from bot.speech.audible import Passage
from bot.speech.recording import Recorder, seconds
from bot.telegram.requests import Fields

_UNCHANGED = "message is not modified"
_GONE = ("message to edit not found", "message can't be edited", "message_id_invalid", "message identifier is not specified")
_SAME = {"parse_mode": ParseMode.HTML.value, "link_preview_options": '{"is_disabled": true}'}


@dataclass(frozen=True, slots=True)
class Painter:
    """Sends with the bot and over the request it is given; errors are the library's."""

    bot: Bot
    request: BaseRequest
    recorder: Recorder

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
            case Kind.VENUE:
                return Living(living.message, int((await self._call("sendVenue", waiting.chat, body))["message_id"]))
            case Kind.VOICE:
                return Living(living.message, await self._voice(waiting.chat, body) or living.below)

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
            await self._call("editMessageText", chat, {"message_id": str(message), **_text(body, body["parts"][0])})
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
            await self._call("sendMessage", chat, {"text": part, **_SAME})
        return int((await self._call("sendMessage", chat, _text(body, last)))["message_id"])

    async def _call(self, method: str, chat: str, fields: dict[str, str]) -> Any:
        # A stored screen is what Telegram takes: to make the library's objects of it and of the answer costs more than sending.
        return await self.request.post(f"{self.bot.base_url}/{method}", Fields({"chat_id": chat, **fields}))  # type: ignore[arg-type]

    async def _file(self, waiting: Waiting, body: dict[str, Any]) -> int:
        file = InputFile(waiting.content or b"", filename=body["name"])
        send = self.bot.send_photo if waiting.kind is Kind.PHOTO else self.bot.send_document
        message = await send(int(waiting.chat), file, caption=body["caption"] or None, parse_mode=ParseMode.HTML)
        return int(message.message_id)

    async def _voice(self, chat: str, body: dict[str, Any]) -> int | None:
        recording = await self.recorder.recorded([Passage(**each) for each in body["passages"]])
        if recording is None:
            return None  # the screen with the same words comes next
        file = InputFile(recording, filename="voz.ogg")
        return int((await self.bot.send_voice(int(chat), file, duration=seconds(recording))).message_id)

    async def _strip(self, chat: str, message: int) -> None:
        try:
            await self._call("editMessageReplyMarkup", chat, {"message_id": str(message)})
        except BadRequest:
            return  # deleted by the person, or stripped already: either way it has no keyboard


def _text(body: dict[str, Any], text: str) -> dict[str, str]:
    keyboard = {"reply_markup": json.dumps({"inline_keyboard": body["keyboard"]})} if body["keyboard"] else {}
    return {"text": text, **_SAME, **keyboard}
