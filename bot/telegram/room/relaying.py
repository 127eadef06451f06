"""Messages brought to the other side: once, in order, albums whole, answers under what they answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import structlog
from sqlalchemy import Connection
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters
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
from bot.memory.room_errands import Relay, Side, UpdateCard
from bot.telegram.buttons import write_button
from bot.telegram.rendering import TelegramEdge
from bot.telegram.room import wording
from bot.telegram.room.group import MessageGone, TopicClosed, TopicGone, mended, passing
from bot.telegram.room.topics import Topics
from bot.telegram.room.translating import Translation, marked
from content.wording import Wording

_UNTIL_THEY_WRITE = 5.0
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
        if not these:
            return
        if errand.side is Side.TO_ROOM:
            await self._to_room(await self.topics.ensure(case), these)
        else:
            await self._to_person(case, these, now)
        await self._translate(case, these, errand.side, now)
        if is_late:  # the card may have said why
            await self.memory.do(errands.add, UpdateCard(case.id), case.person, "", now)

    async def mend(self, case: RoomCase, message: int, text: str) -> None:
        """Changes the words of what was brought to the person; MessageGone when it cannot be."""
        try:
            await mended(self.bot, int(case.person), message, text, self._keyboard(case))
        except Forbidden:
            await self.memory.do(_note_blocked, case, 0.0)
            raise NotYet(_UNTIL_THEY_WRITE) from None
        except BadRequest as refusal:
            if "not modified" not in refusal.message.lower():
                raise MessageGone(refusal.message) from None
        except TelegramError as error:
            raise passing(error) from None

    async def _translate(self, case: RoomCase, these: Sequence[Relayed], side: Side, now: float) -> None:
        for each in these:
            words = await self.translation.of(case, each, for_person=side is Side.TO_PERSON)
            if words and side is Side.TO_PERSON:
                notice = self.edge.notice(marked(words), case.language)
                await self.memory.do(outbox.add, Reply(case.person, (notice,), now))
            elif words:
                await self.topics.tell(case, wording.MACHINE.format(text=words))

    async def _to_room(self, case: RoomCase, these: Sequence[Relayed]) -> None:
        source = these[0].source_chat
        answers = await self.memory.do(relays.counterpart, source, these[0].reply_to) if these[0].reply_to else 0
        await self.memory.do(relays.trying, these, 1)
        try:
            numbers = await self.topics.group.copy(case.thread, source, [each.source_message for each in these], answers)
        except (TopicGone, TopicClosed, NotYet, MessageGone) as refusal:
            await self.memory.do(relays.trying, these, -1)
            await self._refused(case, these, refusal)
        else:
            await self._brought(these, numbers, case.chat)

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
            await self.memory.do(relays.drop, f"{each.source_chat}:{each.source_message}")

    async def _to_person(self, case: RoomCase, these: Sequence[Relayed], now: float) -> None:
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
                await self.memory.do(relays.drop, f"{each.source_chat}:{each.source_message}")
            return
        except TelegramError as error:
            waits = passing(error)
            if isinstance(waits, NotYet):
                await self.memory.do(relays.trying, these, -1)
            raise waits from None
        await self._brought(these, numbers, int(case.person))
        await self.memory.do(outbox.came_below, case.person, max(numbers, default=0))
        if len(these) > 1:
            await self.memory.do(self._point_at_album, case, now)

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
        await self.memory.do(relays.brought, targets, chat)

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
