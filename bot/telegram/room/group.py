"""The staff group as Telegram has it: its topics and what can be put in them."""

import time
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TypeVar

import structlog
from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions, MessageEntity, ReplyParameters
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.memory import cases
from bot.memory.database import Memory
from bot.memory.errands import NotYet
from bot.telegram.pace import Pace

_T = TypeVar("_T")
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_TOPIC_GONE = ("message thread not found", "topic_deleted", "topic_id_invalid", "thread not found")
_ROOM_GONE = (
    "not a forum",
    "chat not found",
    "chat_write_forbidden",
    "group chat was deactivated",
    "peer_id_invalid",
)
_NO_RIGHT = ("not enough rights", "chat_admin_required", "have no rights", "need administrator rights")
_UNCHANGED = ("topic_not_modified", "message is not modified")
_log = structlog.get_logger()


class RoomGone(Exception):
    """Nothing can be written to the group: removed from it, demoted, no topics, or there is no group."""


class RightLacking(RoomGone):
    """The bot is no administrator with the right to do this; it may do other things."""


class TopicGone(Exception):
    """The topic was deleted."""


class TopicClosed(Exception):
    """The topic is closed, and the bot may not write in it so."""


class MessageGone(Exception):
    """A message cannot be copied or changed, for good."""


@dataclass(slots=True)
class Group:
    """The supergroup configured under this number; it may have moved since. Errors are NotYet and those above."""

    bot: Bot
    memory: Memory
    configured: int
    pace: Pace = field(default_factory=lambda: Pace(20 / 60, 15))

    async def chat(self) -> int:
        """The group's number now."""
        return await self.memory.do(cases.room, self.configured)

    async def open_topic(self, name: str) -> int:
        """A new topic."""
        return (await self._call(self.bot.create_forum_topic(await self.chat(), name[:128]))).message_thread_id

    async def rename(self, thread: int, name: str) -> None:
        """Another name for a topic."""
        await self._settled(self.bot.edit_forum_topic(await self.chat(), thread, name=name[:128]))

    async def close(self, thread: int, *, closes: bool) -> None:
        """Closes a topic, or opens it again."""
        act = self.bot.close_forum_topic if closes else self.bot.reopen_forum_topic
        await self._settled(act(await self.chat(), thread))

    async def delete(self, thread: int) -> None:
        """Deletes a topic with everything in it."""
        await self._call(self.bot.delete_forum_topic(await self.chat(), thread))

    async def write(self, thread: int, text: str, keyboard: InlineKeyboardMarkup | None = None) -> int:
        """Sends words into a topic (0: none); the message's number."""
        self._book()
        chat = await self.chat()
        sent = self.bot.send_message(
            chat, text[:4096], message_thread_id=thread or None, reply_markup=keyboard, link_preview_options=_NO_PREVIEW
        )
        return (await self._call(sent)).message_id

    async def redraw(self, message: int, text: str, keyboard: InlineKeyboardMarkup | None) -> None:
        """Changes one of our own messages."""
        self._book()
        chat = await self.chat()
        edited = self.bot.edit_message_text(text[:4096], chat, message, reply_markup=keyboard, link_preview_options=_NO_PREVIEW)
        await self._settled(edited)

    async def set_keyboard(self, message: int, keyboard: InlineKeyboardMarkup) -> None:
        """Other buttons below one of our own messages."""
        await self._settled(self.bot.edit_message_reply_markup(await self.chat(), message, reply_markup=keyboard))

    async def pin(self, message: int) -> None:
        """Pins a message in its topic."""
        await self._settled(self.bot.pin_chat_message(await self.chat(), message, disable_notification=True))

    async def copy(self, thread: int, source: int, messages: Sequence[int], answers: int) -> Sequence[int]:
        """Copies messages of a chat into a topic, as one album where they were one; their numbers there."""
        self._book()
        chat = await self.chat()
        if len(messages) == 1:
            reply = ReplyParameters(answers, allow_sending_without_reply=True) if answers else None
            copied = self.bot.copy_message(chat, source, messages[0], message_thread_id=thread, reply_parameters=reply)
            return [(await self._call(copied)).message_id]
        album = await self._call(self.bot.copy_messages(chat, source, messages, message_thread_id=thread))
        return [each.message_id for each in album]

    async def mend(self, message: int, text: str) -> None:
        """Changes the words or the caption of a copy."""
        self._book()
        await self._settled(mended(self.bot, (await self.chat(), message), text))

    def _book(self) -> None:
        """Twenty messages a minute may go to a group; whoever comes too early comes again, and keeps nobody waiting."""
        now = time.monotonic()
        if (wait := self.pace.wait(now)) > 0:
            self.pace.unbook()
            raise NotYet(min(wait, 10.0))

    async def _settled(self, call: Awaitable[object]) -> None:
        """Does it; that it was so already is success."""
        try:
            await self._call(call)
        except _Unchanged:
            return

    async def _call(self, call: Awaitable[_T]) -> _T:
        try:
            return await call
        except ChatMigrated as moved:
            await self.memory.do(cases.note_moved, self.configured, moved.new_chat_id)
            raise NotYet(0.1) from None
        except Forbidden as refusal:
            raise RoomGone(refusal.message) from None
        except BadRequest as refusal:
            raise _meaning(refusal.message.lower()) from None
        except TelegramError as error:
            raise passing(error) from None


class _Unchanged(MessageGone):
    """It was so already."""


async def mended(
    bot: Bot,
    place: tuple[int, int],
    text: str,
    keyboard: InlineKeyboardMarkup | None = None,
    marks: Sequence[MessageEntity] = (),
) -> object:
    """Changes the words of a message (its chat and number), or its caption where it has none; only that can be taken away."""
    chat, message = place
    try:
        if text:
            return await bot.edit_message_text(text, chat, message, reply_markup=keyboard, entities=marks)
    except BadRequest as refusal:
        if "no text in the message" not in refusal.message.lower():
            raise
    return await bot.edit_message_caption(chat, message, caption=text, reply_markup=keyboard, caption_entities=marks)


def passing(error: TelegramError) -> Exception:
    """A trouble that passes: NotYet where Telegram says for how long, ConnectionError otherwise."""
    if isinstance(error, RetryAfter):
        wait = error.retry_after
        return NotYet(wait.total_seconds() if isinstance(wait, timedelta) else float(wait))
    if isinstance(error, InvalidToken):
        _log.critical("telegram_refuses_the_token")
    return ConnectionError(type(error).__name__)


def _meaning(said: str) -> Exception:
    if any(part in said for part in _UNCHANGED):
        return _Unchanged(said)
    if "topic_closed" in said:
        return TopicClosed(said)
    if any(part in said for part in _TOPIC_GONE):
        return TopicGone(said)
    if any(part in said for part in _NO_RIGHT):
        return RightLacking(said)
    if any(part in said for part in _ROOM_GONE):
        return RoomGone(said)
    return MessageGone(said)
