"""A case's topic: opened once, mended when somebody deleted it, its card drawn as things stand."""

import time
from collections.abc import Awaitable
from contextlib import suppress
from dataclasses import dataclass
from typing import NoReturn, TypeVar

import structlog

from bot.backend import Backend
from bot.memory import cases, errands, outbox
from bot.memory.cases import RoomCase
from bot.memory.database import Memory
from bot.memory.errands import NotYet
from bot.memory.room_errands import EndTopic
from bot.telegram.room import wording
from bot.telegram.room.card import Cards
from bot.telegram.room.group import Group, MessageGone, RightLacking, RoomGone, TopicClosed, TopicGone

_T = TypeVar("_T")
_UNTIL_THE_ROOM_IS_BACK, _UNTIL_IT_MAY_DELETE = 20.0, 600.0
_DELETING = "delete"
_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Topics:
    """The topics of one group."""

    memory: Memory
    backend: Backend
    group: Group
    cards: Cards

    async def ensure(self, case: RoomCase) -> RoomCase:
        """The case with a topic in the group as it is now; RoomGone when there can be none."""
        chat = await self.group.chat()
        if case.thread and case.chat == chat:
            return case if case.card else await self._with_card(case)
        if case.opening:
            _log.warning("topic_opened_again", case=case.reference)
        title = self.cards.title(case)
        # Claimed first: an orphan topic is the worst that can happen, and its name carries the reference.
        await self.memory.do(cases.change, case.id, opening=case.opening + 1)
        thread = await self._write(self.group.open_topic(title))
        await self.memory.do(cases.change, case.id, chat=await self.group.chat(), thread=thread, card=0, title=title)
        await self.memory.do(cases.note_lack, "")
        opened = await self.memory.do(cases.find, case.id)
        if opened is None:  # its person was forgotten meanwhile
            await self.memory.do(errands.add, EndTopic(await self.group.chat(), thread), "", "", time.time())
            raise NotYet(0.1)
        return await self._with_card(opened)

    async def refresh(self, case: RoomCase) -> None:
        """Draws card and name as things stand; nothing for a case that has no topic yet."""
        if not case.card or case.chat != await self.group.chat():
            return
        await self.heeding(case, self._refreshed(case))

    async def tell(self, case: RoomCase, text: str) -> None:
        """A sentence in the case's topic."""
        if case.thread:
            await self.heeding(case, self.group.write(case.thread, text))

    async def heeding(self, case: RoomCase, call: Awaitable[object]) -> None:
        """Does something in a topic; where it was deleted or closed by hand, that is mended and the errand comes again."""
        try:
            await self._write(call)
        except TopicGone:
            await self.lost(case)
            raise NotYet(0.1) from None
        except TopicClosed:
            await self._write(self.group.close(case.thread, closes=False))
            raise NotYet(0.1) from None

    async def lost(self, case: RoomCase) -> None:
        """The topic was deleted: the next one who needs it opens another."""
        await self.memory.do(cases.change, case.id, chat=0, thread=0, card=0, title="")

    async def end(self, errand: EndTopic) -> None:
        """Deletes a topic; where the bot may not, it is closed until it may, which is said in the group once."""
        if errand.chat != await self.group.chat():
            _log.error("topic_left_in_another_group")
            return
        try:
            await self.group.delete(errand.thread)
        except TopicGone:
            _log.info("topic_was_gone")
        except RightLacking as refusal:
            await self._close_until_deleted(errand, str(refusal))
        await self.memory.do(cases.note_lack, "", _DELETING)
        if errand.reference:
            await self.group.write(0, wording.FORGOTTEN.format(reference=errand.reference))

    async def _close_until_deleted(self, errand: EndTopic, reason: str) -> NoReturn:
        _log.error("topic_not_deleted", reason=reason)
        await self._say_once(wording.NO_DELETING, reason, _DELETING)
        with suppress(RoomGone, TopicGone, MessageGone):
            await self.group.close(errand.thread, closes=True)
        raise NotYet(_UNTIL_IT_MAY_DELETE)

    async def waiting_for_the_room(self, reason: str) -> NotYet:
        """Notes that nobody can be told; what waits is tried again."""
        if await self.memory.do(cases.is_heard):
            _log.error("support_room_gone", reason=reason)
            await self.memory.do(cases.note_heard, heard=False)
        await self._say_what_it_lacks(reason)
        return NotYet(_UNTIL_THE_ROOM_IS_BACK)

    async def _say_what_it_lacks(self, reason: str) -> None:
        """Staff read it in the group itself, once, as long as anything can be written there."""
        await self._say_once(wording.TOPICS_OFF if "not a forum" in reason else wording.NO_RIGHTS, reason)

    async def _say_once(self, lack: str, reason: str, act: str = "") -> None:
        if not await self.memory.do(cases.note_lack, lack, act):
            return
        try:
            await self.group.write(0, lack)
        except (RoomGone, TopicGone, TopicClosed, MessageGone, NotYet, OSError):
            _log.warning("room_not_told", reason=reason)

    async def _write(self, call: Awaitable[_T]) -> _T:
        done = await call
        if not await self.memory.do(cases.is_heard):
            await self.memory.do(cases.note_heard, heard=True)
        return done

    async def _with_card(self, case: RoomCase) -> RoomCase:
        told = await self.backend.case(case.id)
        blocked = not await self.memory.do(outbox.is_reachable, case.person)
        text = self.cards.text(case, told, is_blocked=blocked)
        try:
            card = await self.group.write(case.thread, text, self.cards.keyboard(case))
        except TopicGone:
            await self.lost(case)
            raise NotYet(0.1) from None
        await self.memory.do(cases.change, case.id, card=card)
        try:
            await self.group.pin(card)
        except (MessageGone, RoomGone):
            _log.info("card_not_pinned", case=case.reference)
        return await self.memory.do(cases.find, case.id) or case

    async def _refreshed(self, case: RoomCase) -> None:
        told = await self.backend.case(case.id)
        blocked = not await self.memory.do(outbox.is_reachable, case.person)
        try:
            await self.group.redraw(case.card, self.cards.text(case, told, is_blocked=blocked), self.cards.keyboard(case))
        except MessageGone:  # deleted by hand, or too old to be changed
            await self._with_card(case)
        if (title := self.cards.title(case)) == case.title:
            return
        try:
            await self.group.rename(case.thread, title)
            await self.group.close(case.thread, closes=case.state == "closed")
        except RoomGone as refusal:  # it can be written there, as the card was: only the name waits, for the next drawing
            await self._say_what_it_lacks(str(refusal))
        else:
            await self.memory.do(cases.change, case.id, title=title)
            await self.memory.do(cases.note_lack, "")
