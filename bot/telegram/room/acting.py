"""What a press on a card does. The api says whether this person may, and who was first."""

import time
from dataclasses import dataclass

from sqlalchemy import Connection

from api.contract import ByStaff, EntryRequest
from bot.backend import ApiRefused, Backend
from bot.dialogue.case_events import Approved, CaseAnswered, CaseClosed, CaseReopened, Refused
from bot.dialogue.cases import Refusal
from bot.dialogue.events import Opened, Outcome, Place, Started
from bot.dialogue.screen import Block, Press, Screen
from bot.dialogue.voice import button, say
from bot.memory import cases, errands, outbox, secrets
from bot.memory.cases import RoomCase
from bot.memory.database import Memory
from bot.memory.errands import Job
from bot.memory.outbox import Reply
from bot.memory.room_errands import Act, UpdateCard
from bot.telegram.rendering import TelegramEdge
from bot.telegram.room import wording
from bot.telegram.room.canned import Canned
from bot.telegram.room.group import MessageGone
from bot.telegram.room.pressing import Pressed, key, rows
from bot.telegram.room.topics import Topics

_REFUSED = {
    "role-forbidden": wording.NO_ROLE,
    "acting-forbidden": wording.NO_ROLE,
    "taken-by-other": wording.TAKEN_BY_OTHER,
    "case-closed": wording.ALREADY_CLOSED,
    "case-open": wording.ALREADY_OPEN,
    "case-erased": wording.ERASED,
}


_SENT = "sent"
"""What an errand is sealed with once the person's message is on its way: whatever comes after may be tried again."""


@dataclass(frozen=True, slots=True)
class Acting:
    """Presses on cards."""

    memory: Memory
    backend: Backend
    topics: Topics
    edge: TelegramEdge
    canned: Canned

    async def act(self, job: Job, case: RoomCase, act: Act) -> Outcome | None:
        """What it comes to for the person; a refusal is said in the topic."""
        try:
            return await self._done(job, case, act)
        except ApiRefused as refusal:
            await self.topics.tell(case, _REFUSED.get(refusal.name, refusal.detail))
            await self.memory.do(_redraw, case)
            return None

    async def _done(self, job: Job, case: RoomCase, act: Act) -> Outcome | None:
        match act.act:
            case "take":
                await self._add(job, case, act, "claimed", holder=act.staff.name)
            case "pass":
                await self._add(job, case, act, "passed_on", holder="")
            case "close":
                await self._close(job, case, act)
                return CaseClosed(case.id)
            case "reopen":
                await self._add(job, case, act, "reopened", holder="")
                expected = (await self.backend.case(case.id)).expected
                return CaseReopened(case.id, expected.by)
            case "approve":
                return await self._approve(job, case, act)
            case "refuse":
                return await self._refuse(job, case, act)
            case "invite":
                return await self._invite(job, case, act)
            case "canned":
                await self._offer(case)
            case "say":
                return await self._say(job, case, act)
            case _:
                await self.memory.do(_redraw, case)
        return None

    async def _add(self, job: Job, case: RoomCase, act: Act, kind: str, *, holder: str | None = None, text: str = "") -> None:
        by = ByStaff(staff=await self.memory.do(secrets.alias, act.staff.id))
        body = EntryRequest.model_validate({"kind": kind, "by": by, "text": text or None})
        added = await self.backend.add_entry(job.id, case.id, body)
        if kind == "answered" and case.state == "waiting":
            holder = act.staff.name
        await self.memory.do(cases.stands, case.id, added.state, time.time(), holder)
        await self.memory.do(_redraw, case)

    async def _close(self, job: Job, case: RoomCase, act: Act, text: str = "") -> None:
        await self._add(job, case, act, "closed", holder="", text=text)

    async def _approve(self, job: Job, case: RoomCase, act: Act) -> Outcome | None:
        if not case.commune:
            await self.topics.tell(case, wording.NO_COMMUNE)
            return None
        # Sealed with the errand: tried again, it is the same invitation that goes out.
        code = job.sealed or (await self.backend.invite(case.commune, await self._alias(act))).start
        await self.memory.do(errands.seal, job, code)
        await self._close(job, case, act)
        return Approved(case.id, code)

    async def _refuse(self, job: Job, case: RoomCase, act: Act) -> Outcome | None:
        if act.detail == Refusal.OTHER:  # staff write it, and what they write comes back as the reason in words
            await self.topics.tell(case, wording.WHY)
            return None
        reason = Refusal(act.detail) if act.detail in set(Refusal) else Refusal.OTHER
        await self._close(job, case, act, text=wording.REFUSALS[reason])
        return Refused(case.id, reason)

    async def _invite(self, job: Job, case: RoomCase, act: Act) -> Outcome | None:
        if not case.commune:
            await self.topics.tell(case, wording.NO_COMMUNE)
            return None
        if job.sealed != _SENT:
            await self._give_invitation(job, case, act)
        await self.topics.tell(case, wording.INVITED)
        return CaseAnswered(case.id)

    async def _give_invitation(self, job: Job, case: RoomCase, act: Act) -> None:
        code = job.sealed or (await self.backend.invite(case.commune, await self._alias(act))).start
        await self.memory.do(errands.seal, job, code)
        text = say("El equipo le da una invitación para el expediente de su municipalidad.")
        await self._add(job, case, act, "answered", text=text.source)
        join = Press(button("Usar mi invitación"), Started(code))
        await self.memory.do(self._send, job, case, Screen((Block((text,)),), ((join,),)))

    async def _offer(self, case: RoomCase) -> None:
        replies = self.canned.titles()
        if not replies:
            await self.topics.tell(case, wording.NO_CANNED)
            return
        listed = [[key(title, Pressed("say", case.id, id))] for id, title in replies.items()]
        keyboard = rows(*listed, [key(wording.BACK, Pressed("card", case.id))])
        try:
            await self.topics.heeding(case, self.topics.group.set_keyboard(case.card, keyboard))
        except MessageGone:
            await self.memory.do(_redraw, case)

    async def _say(self, job: Job, case: RoomCase, act: Act) -> Outcome | None:
        paragraphs, spanish = self.canned.paragraphs(act.detail), self.canned.in_spanish(act.detail)
        if not paragraphs:
            return None
        if job.sealed != _SENT:
            await self._add(job, case, act, "answered", text=spanish)
            answer = Press(button("Responder"), Opened(Place.ADVISER, case.id))
            await self.memory.do(self._send, job, case, Screen((Block(paragraphs),), ((answer,),)))
        await self.topics.tell(case, wording.SENT_CANNED.format(text=spanish))
        return CaseAnswered(case.id)

    def _send(self, connection: Connection, job: Job, case: RoomCase, screen: Screen) -> None:
        outbox.add(connection, Reply(case.person, (self.edge.notice(screen, case.language),), time.time()))
        errands.seal(connection, job, _SENT)

    async def _alias(self, act: Act) -> str:
        return await self.memory.do(secrets.alias, act.staff.id)


def _redraw(connection: Connection, case: RoomCase) -> None:
    errands.add(connection, UpdateCard(case.id), case.person, "", time.time(), after=0.5)
