"""What staff write in a topic: kept with the case first, and only then brought to the person."""

import time
from dataclasses import dataclass

from sqlalchemy import Connection

from api.contract import Attachment, ByStaff, EntryAdded, EntryRequest
from bot.backend import ApiRefused, Backend
from bot.dialogue.case_events import CaseAnswered
from bot.dialogue.events import Outcome
from bot.memory import cases, errands, relays, secrets
from bot.memory.cases import RoomCase
from bot.memory.database import Memory
from bot.memory.errands import Job, NotYet
from bot.memory.room_errands import Relay, Side, StaffMended, StaffSaid, UpdateCard
from bot.telegram.room import wording
from bot.telegram.room.group import MessageGone
from bot.telegram.room.hearing import NOTE
from bot.telegram.room.relaying import Relaying
from bot.telegram.room.topics import Topics

_LONGEST_NAME = 300
_REFUSED = {
    "case-closed": wording.NOT_SENT_CLOSED,
    "role-forbidden": wording.NOT_SENT_NO_ROLE,
    "case-erased": wording.ERASED,
}


@dataclass(frozen=True, slots=True)
class StaffWords:
    """Answers, notes and their edits."""

    memory: Memory
    backend: Backend
    topics: Topics
    relaying: Relaying

    async def said(self, job: Job, case: RoomCase, said: StaffSaid) -> Outcome | None:
        """Keeps an answer or a note; the person is told that an answer came."""
        is_note = said.is_note or await self.memory.do(relays.is_note, said.message, said.album)
        by = ByStaff(staff=await self.memory.do(secrets.alias, said.staff.id))
        text = said.text.replace("\0", "") or None
        body = EntryRequest(kind="noted" if is_note else "answered", by=by, text=text, attachments=_attachments(said))
        try:
            added = await self.backend.add_entry(f"{job.id}-{body.kind}", case.id, body)
        except ApiRefused as refusal:
            await self.memory.do(relays.drop, said.message)
            await self.topics.tell(case, _REFUSED.get(refusal.name, wording.NOT_SENT_KIND))
            return None
        await self.memory.do(_keep, case, said, added, is_note)
        return None if is_note else CaseAnswered(case.id)

    async def mended(self, job: Job, case: RoomCase, mended: StaffMended) -> None:
        """Changes an answer with the case and with the person. A note stays a note, and what was sent cannot become one."""
        relayed = await self.memory.do(relays.find, mended.message)
        if relayed is None:
            return
        if mended.text.lstrip().startswith(NOTE) and not relayed.is_note:
            await self.topics.tell(case, wording.NOT_MENDED_NOTE)
            return
        if relayed.is_note:
            await self.relaying.take_back(case, await self.memory.do(relays.escaped, relayed.key, relayed.album))
        elif relayed.is_under_way:
            raise NotYet
        by = ByStaff(staff=await self.memory.do(secrets.alias, mended.staff.id))
        body = EntryRequest(kind="edited", by=by, text=mended.text.replace("\0", "") or None, of=relayed.entry)
        try:
            await self.backend.add_entry(job.id, case.id, body)
            if relayed.target_message and not relayed.is_note:  # what has not left yet will leave as it reads now
                await self.relaying.mend(case, relayed, mended)
        except ApiRefused as refusal:
            await self.topics.tell(case, _REFUSED.get(refusal.name, wording.NOT_MENDED))
        except MessageGone:
            await self.topics.tell(case, wording.NOT_MENDED)


def _keep(connection: Connection, case: RoomCase, said: StaffSaid, added: EntryAdded, is_note: bool) -> None:
    now = time.time()
    relays.kept(connection, said.message, case.id, added.entry.id, is_note=is_note)
    if is_note:
        return
    takes = case.state == "waiting" and added.state == "taken"
    cases.stands(connection, case.id, added.state, now, said.staff.name if takes else None)
    relay, queue = Relay(case.id, Side.TO_PERSON, said.message, said.album), f"person:{case.id}"
    errands.add(connection, relay, case.person, "", now, queue=queue, after=0.5 if said.album else 0.0)
    errands.add(connection, UpdateCard(case.id), case.person, "", now, after=2.0)


def _attachments(said: StaffSaid) -> list[Attachment]:
    if not said.kind:
        return []
    name = said.name.replace("\0", "").strip()[:_LONGEST_NAME] or None
    return [Attachment.model_validate({"kind": said.kind, "name": name, "size": said.size})]
