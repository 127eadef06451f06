"""Messages brought to the other side: once, in order, albums whole, answers under what they answer."""

import json
import time
from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass

import structlog
from sqlalchemy import Connection
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity, ReplyParameters
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.dialogue.errands import Tell
from bot.dialogue.events import Opened, Place
from bot.dialogue.voice import button, say
from bot.memory import errands, outbox, relays
from bot.memory.cases import RoomCase
from bot.memory.database import Memory
from bot.memory.errands import NotYet
from bot.memory.outbox import Reply
from bot.memory.relays import Relayed
from bot.memory.room_errands import Relay, Side, StaffMended, UpdateCard
from bot.telegram.buttons import write_button
from bot.telegram.rendering import TelegramEdge
from bot.telegram.room import wording
from bot.telegram.room.group import MessageGone, TopicClosed, TopicGone, mended, passing
from bot.telegram.room.topics import Topics
from bot.telegram.room.translating import Translation, marked
from content.wording import Wording

_UNTIL_THEY_WRITE = 5.0
_PART = 2000  # characters, none of which counts for more than two of Telegram's 4096
_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Relaying:
    """Between the private chats of people and the topics of their cases."""

    memory: Memory
    bot: Bot
    topics: Topics
    edge: TelegramEdge
    words: Wording
    translation: Translation

    async def relay(self, case: RoomCase, errand: Relay, now: float, *, is_late: bool) -> None:
        """Brings what waits under this message or album; nothing when it was brought already. `is_late`: it had to wait."""
        these = await self.memory.do(relays.waiting, errand.message, errand.album)
        if any(not each.entry for each in these):
            raise NotYet(0.3)  # a part of the album has yet to be kept with the case
        these = [each for each in these if not each.is_note]
        if errand.side is Side.TO_ROOM:
            case = await self.topics.ensure(case) if these else case
            there = await self._to_room(case, these) if these else ()
        else:
            there = await self._to_person(case, these, now) if these else ()
            if escaped := await self.memory.do(relays.escaped, errand.message, errand.album):
                await self.take_back(case, escaped)
                return
            if len(there) > 1:
                await self.memory.do(self._point_at_album, case, now)
        await self.translate(case, there, errand.side, now)
        if these and is_late:  # the card may have said why
            await self.memory.do(errands.add, UpdateCard(case.id), case.person, "", now)

    async def mend(self, case: RoomCase, relayed: Relayed, to: StaffMended) -> None:
        """Changes the words of what was brought to the person; MessageGone when it cannot be."""
        marks = MessageEntity.de_list(json.loads(to.marks or "[]"), self.bot)
        keyboard = None if relayed.album else self._keyboard(case)  # an album carries no buttons
        place = (int(case.person), relayed.target_message)
        try:
            await self._of_the_person(case, mended(self.bot, place, to.text, keyboard, marks))
        except BadRequest as refusal:
            if "not modified" not in refusal.message.lower():
                raise MessageGone(refusal.message) from None
        await self.translate(case, [relayed], Side.TO_PERSON, time.time())

    async def take_back(self, case: RoomCase, escaped: Sequence[Relayed]) -> None:
        """Deletes what reached the person although it is a note, and says so in the topic.

        A message is copied as it reads in that instant, and Telegram does not say what it copied: an answer that is changed into
        a note while it is on its way may arrive as the note. So it is looked at again once the copy is known, and when the edit
        is heard of. What remains: until then, mostly less than a second, the person could read it; and if the bot is killed
        between the copy and the writing down of its number, nobody knows what to delete.
        """
        for each in escaped:
            try:
                await self._of_the_person(case, self.bot.delete_message(each.target_chat, each.target_message))
            except BadRequest as refusal:  # the person deleted it, or cleared the chat
                _log.warning("note_not_taken_back", case=case.reference, reason=refusal.message)
        if escaped:
            await self.topics.tell(case, wording.TAKEN_BACK)
            await self.memory.do(relays.taken_back, escaped)

    async def _of_the_person(self, case: RoomCase, call: Awaitable[object]) -> None:
        """Changes something in the private chat; NotYet while they block us or Telegram is away."""
        try:
            await call
        except Forbidden:
            await self.memory.do(_note_blocked, case, time.time())
            raise NotYet(_UNTIL_THEY_WRITE) from None
        except BadRequest:
            raise
        except TelegramError as error:
            raise passing(error) from None

    async def translate(self, case: RoomCase, these: Sequence[Relayed], side: Side, now: float) -> None:
        """Adds what a machine makes of them, where one was plugged in."""
        for each in these:
            words = await self.translation.of(case, each, for_person=side is Side.TO_PERSON)
            if words and side is Side.TO_PERSON:
                notice = self.edge.notice(marked(words), case.language)
                await self.memory.do(outbox.add, Reply(case.person, (notice,), now))
            elif words:
                told = wording.MACHINE.format(text=words)
                for start in range(0, len(told), _PART):
                    await self.topics.tell(case, told[start : start + _PART])

    async def _to_room(self, case: RoomCase, these: Sequence[Relayed]) -> Sequence[Relayed]:
        source = these[0].source_chat
        answers = await self.memory.do(relays.counterpart, source, these[0].reply_to) if these[0].reply_to else 0
        await self.memory.do(relays.trying, these, 1)
        try:
            numbers = await self.topics.group.copy(case.thread, source, [each.source_message for each in these], answers)
        except (TopicGone, TopicClosed, NotYet, MessageGone) as refusal:
            await self.memory.do(relays.trying, these, -1)
            await self._refused(case, these, refusal)
            return ()
        await self._brought(these, numbers, case.chat)
        return these

    async def _refused(self, case: RoomCase, these: Sequence[Relayed], refusal: Exception) -> None:
        if isinstance(refusal, TopicGone):
            await self.topics.lost(case)
            raise NotYet(0.1)
        if isinstance(refusal, TopicClosed):
            await self.topics.group.close(case.thread, closes=False)
            raise NotYet(0.1)
        if isinstance(refusal, NotYet):
            raise refusal
        # Deleted by its author before it could be copied, or of a kind that cannot be: its words are with the case.
        await self.topics.tell(case, wording.NOT_COPIED)
        for each in these:
            await self.memory.do(relays.drop, each.key)

    async def _to_person(self, case: RoomCase, these: Sequence[Relayed], now: float) -> Sequence[Relayed]:
        if not await self.memory.do(outbox.is_reachable, case.person):
            raise NotYet(_UNTIL_THEY_WRITE)
        await self.memory.do(relays.trying, these, 1)
        if any(each.tries for each in these):
            _log.warning("message_may_come_twice", case=case.reference)
        try:
            numbers = await self._copied(case, these)
        except Forbidden:
            await self.memory.do(relays.trying, these, -1)
            await self.memory.do(_note_blocked, case, now)
            raise NotYet(_UNTIL_THEY_WRITE) from None
        except BadRequest:
            await self.topics.tell(case, wording.NOT_SENT_KIND)
            for each in these:
                await self.memory.do(relays.drop, each.key)
            return ()
        except TelegramError as error:
            waits = passing(error)
            if isinstance(waits, NotYet):
                await self.memory.do(relays.trying, these, -1)
            raise waits from None
        await self._brought(these, numbers, int(case.person))
        await self.memory.do(outbox.came_below, case.person, max(numbers, default=0))
        return these

    async def _copied(self, case: RoomCase, these: Sequence[Relayed]) -> Sequence[int]:
        person, source, messages = int(case.person), these[0].source_chat, [each.source_message for each in these]
        if len(messages) > 1:
            return [each.message_id for each in await self.bot.copy_messages(person, source, messages)]
        answers = await self.memory.do(relays.counterpart, source, these[0].reply_to) if these[0].reply_to else 0
        reply = ReplyParameters(answers, allow_sending_without_reply=True) if answers else None
        copied = await self.bot.copy_message(
            person, source, messages[0], reply_parameters=reply, reply_markup=self._keyboard(case)
        )
        return [copied.message_id]

    async def _brought(self, these: Sequence[Relayed], numbers: Sequence[int], chat: int) -> None:
        targets: Mapping[Relayed, int] = dict(zip(these, numbers, strict=False))
        await self.memory.do(relays.brought, targets, chat, time.time())

    def _keyboard(self, case: RoomCase) -> InlineKeyboardMarkup:
        # Both sides see which language this is: the person by the button, staff by the card.
        label = button("Responder") if case.language == "es" else button("Responder (en español)")
        data = write_button(Opened(Place.ADVISER, case.id))
        return InlineKeyboardMarkup([[InlineKeyboardButton(self.words.word(label, case.language), callback_data=data)]])

    def _point_at_album(self, connection: Connection, case: RoomCase, now: float) -> None:
        """An album cannot carry a button: a sentence below it does."""
        text = say("El equipo le envió estos archivos.")
        tell = Tell(case.person, text, button("Responder"), Opened(Place.ADVISER, case.id))
        outbox.add(connection, Reply(case.person, (self.edge.tell(tell, case.language),), now))


def _note_blocked(connection: Connection, case: RoomCase, now: float) -> None:
    outbox.blocked(connection, case.person)
    errands.add(connection, UpdateCard(case.id), case.person, "", now)
