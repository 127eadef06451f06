"""The room as the errands know it: told of cases, and run for what concerns a topic."""

import time
from dataclasses import dataclass

from bot.dialogue.case_events import CaseOpened
from bot.dialogue.cases import CaseKind, Hat, When
from bot.dialogue.events import Outcome
from bot.memory import cases, errands, relays
from bot.memory.cases import RoomCase
from bot.memory.database import Memory
from bot.memory.errands import Job, NotYet
from bot.memory.room_errands import (
    Act,
    AnswerCommand,
    DecideService,
    EndTopic,
    OpenTopic,
    Relay,
    RoomErrand,
    SayInRoom,
    Side,
    StaffMended,
    StaffSaid,
    TakeOut,
    UpdateCard,
)
from bot.telegram.room.acting import Acting
from bot.telegram.room.commanding import Commanding
from bot.telegram.room.deciding import Deciding
from bot.telegram.room.group import MessageGone, RoomGone, TopicClosed, TopicGone
from bot.telegram.room.relaying import Relaying
from bot.telegram.room.removing import Removing
from bot.telegram.room.staff_words import StaffWords
from bot.telegram.room.topics import Topics

_OfACase = Act | OpenTopic | Relay | StaffMended | StaffSaid | UpdateCard
_UNTIL_CONFIGURED = 60.0


@dataclass(frozen=True, slots=True)
class SupportRoom:
    """A room that there is."""

    memory: Memory
    topics: Topics
    relaying: Relaying
    words: StaffWords
    acting: Acting
    commanding: Commanding
    removing: Removing
    deciding: Deciding

    async def announce(self, case: str) -> bool:
        """Whether the case has its topic, or will once a passing trouble has passed; False when nobody can be told of it."""
        known = await self.memory.do(cases.find, case)
        try:
            if known is not None:
                await self.topics.ensure(known)
        except RoomGone as gone:
            await self.topics.waiting_for_the_room(str(gone))
            return False
        except (NotYet, OSError, MessageGone):
            return await self.memory.do(cases.is_heard)
        return True

    async def mend(self, case: RoomCase, message: str, text: str) -> None:
        """Changes the room's copy of a person's message."""
        relayed = await self.memory.do(relays.find, message)
        if relayed is None or not relayed.target_message:
            return
        try:
            await self.topics.heeding(case, self.topics.group.mend(relayed.target_message, text))
        except MessageGone:  # the topic went with it, or it is of a kind without words: the entry with the api has them
            return
        except RoomGone as gone:
            raise await self.topics.waiting_for_the_room(str(gone)) from None
        await self.relaying.translate(case, [relayed], Side.TO_ROOM, time.time())

    async def deliver(self, job: Job, errand: RoomErrand) -> Outcome | None:
        """Runs an errand of the room; NotYet while there is no room."""
        try:
            match errand:
                case AnswerCommand():
                    await self.commanding.answer(errand)
                    return None
                case TakeOut():
                    await self.removing.deliver(job, errand)
                    return None
                case DecideService():
                    await self.deciding.deliver(errand)
                    return None
                case EndTopic():
                    await self.topics.end(errand)
                    return None
                case SayInRoom(thread, text):
                    await self.topics.group.write(thread, text)
                    return None
            return await self._about_a_case(job, errand)
        except (TopicGone, TopicClosed):
            return None
        except RoomGone as gone:
            raise await self.topics.waiting_for_the_room(str(gone)) from None

    async def _about_a_case(self, job: Job, errand: _OfACase) -> Outcome | None:
        case = await self.memory.do(cases.find, errand.case)
        if case is None:
            return None
        match errand:
            case OpenTopic(was_unheard=was_unheard):
                await self.memory.do(errands.begun, job)
                await self.topics.ensure(case)
                return await self._heard_at_last(case) if was_unheard else None
            case UpdateCard():
                await self.memory.do(errands.begun, job)
                await self.topics.refresh(case)
            case Relay():
                await self.memory.do(errands.begun, job)
                await self.relaying.relay(case, errand, time.time(), is_late=job.attempts > 1)
            case StaffSaid():
                return await self.words.said(job, case, errand)
            case StaffMended():
                await self.words.mended(job, case, errand)
            case Act():
                return await self.acting.act(job, case, errand)
        return None

    async def _heard_at_last(self, case: RoomCase) -> Outcome:
        now = (await self.topics.backend.case(case.id)).expected
        return CaseOpened(case.id, case.reference, Hat(case.hat), CaseKind(case.kind), now.by, When(now.when))


class NoRoom:
    """No room is configured: cases wait in the api, and what is for the room waits here."""

    async def announce(self, case: str) -> bool:
        """Nobody can be told."""
        return False

    async def mend(self, case: RoomCase, message: str, text: str) -> None:
        """There is no copy."""

    async def deliver(self, job: Job, errand: RoomErrand) -> Outcome | None:
        """Not before there is a room."""
        raise NotYet(_UNTIL_CONFIGURED)
