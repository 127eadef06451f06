"""What people ask of a person of the team, as the api keeps it; the room is told of it."""

import time
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection

from api.contract import (
    Attachment,
    ByPerson,
    EntryAdded,
    EntryRequest,
    EscalationOpened,
    EscalationRequest,
    FirstEntry,
    Stood,
    Verification,
)
from bot.backend import ApiRefused, Backend
from bot.dialogue.case_events import CaseOpened, CaseReopened, NotAsked
from bot.dialogue.cases import Applicant, CaseKind, When
from bot.dialogue.errands import AskPerson, MendWords, Rate
from bot.dialogue.events import Outcome
from bot.memory import cases, errands, relays, secrets
from bot.memory.cases import RoomCase
from bot.memory.database import Memory
from bot.memory.errands import Job, NotYet
from bot.memory.room_errands import OpenTopic, Relay, RoomErrand, Side, UpdateCard

_LONGEST = 300
_ALBUM_PAUSE = 1.5
_OPENED, _REOPENED = "opened", "reopened"
"""What an errand is sealed with once what it did to its case is known here: run again, it still comes back with that."""


class Room(Protocol):
    """Where staff are."""

    async def announce(self, case: str) -> bool:
        """Whether the case has its topic, or will once a passing trouble has passed; False when nobody can be told of it."""

    async def mend(self, case: RoomCase, message: str, text: str) -> None:
        """Changes the room's copy of a person's message."""

    async def deliver(self, job: Job, errand: RoomErrand) -> Outcome | None:
        """Runs an errand of the room."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Brings what people ask to the api and to the room."""

    memory: Memory
    backend: Backend
    room: Room

    async def deliver(self, job: Job, errand: AskPerson | MendWords | Rate) -> Outcome | None:
        """What it came to; ApiAway or NotYet when it is to be tried again."""
        match errand:
            case AskPerson():
                return await self.ask(job, errand)
            case MendWords():
                await self.mend(job, errand)
            case Rate():
                await self.rate(job, errand)
        return None

    async def ask(self, job: Job, asked: AskPerson) -> Outcome | None:
        """Opens a case or adds to one; NotAsked when the api will never take it."""
        try:
            known = None if job.sealed == _OPENED else await self.memory.do(_known, job.lane, asked)
            if known is not None:
                return await self._add(job, asked, known)
            return await self._open(job, asked)
        except ApiRefused:
            await self.memory.do(_drop, asked.message)
            return NotAsked(asked.hat, asked.kind)

    async def mend(self, job: Job, mended: MendWords) -> None:
        """Changes the words with the api and in the room."""
        relayed = await self.memory.do(relays.find, mended.message)
        case = await self.memory.do(cases.find, relayed.case) if relayed else None
        if relayed is None or case is None:
            return
        by = ByPerson(person=await self.memory.do(secrets.alias, job.lane))
        body = EntryRequest(kind="edited", by=by, text=_clean(mended.text), of=relayed.entry)
        try:
            await self.backend.add_entry(job.id, case.id, body)
        except ApiRefused:  # erased meanwhile, or nothing would be left of it: what is there stays as it was
            return
        if relayed.is_under_way:
            raise NotYet
        await self.room.mend(case, mended.message, mended.text)

    async def rate(self, job: Job, rated: Rate) -> None:
        """Tells the api; a case that was opened again meanwhile is not rated."""
        by = ByPerson(person=await self.memory.do(secrets.alias, job.lane))
        try:
            await self.backend.add_entry(job.id, rated.case, EntryRequest(kind="rated", by=by, helped=rated.helped))
        except ApiRefused:
            return
        await self.memory.do(_follow, rated.case, job.lane, "", "")

    async def _open(self, job: Job, asked: AskPerson) -> Outcome:
        opened = await self.backend.open_case(job.id, await self._request(job, asked))
        entry = (await self.backend.case(str(opened.id))).entries[0].id
        await self.memory.do(_keep_opened, job, asked, opened, entry)
        is_heard = await self.room.announce(str(opened.id))
        # Only now: whoever comes later finds the topic, and does not open a second one.
        await self.memory.do(_follow, str(opened.id), job.lane, asked.message, asked.album, was_unheard=not is_heard)
        expected = opened.expected
        return CaseOpened(
            str(opened.id), opened.reference, asked.hat, asked.kind, expected.by, When(expected.when), is_heard=is_heard
        )

    async def _add(self, job: Job, asked: AskPerson, known: RoomCase) -> Outcome | None:
        by = ByPerson(person=await self.memory.do(secrets.alias, job.lane))
        body = EntryRequest(kind="asked", by=by, text=_clean(asked.text), attachments=_attachments(asked))
        added = await self.backend.add_entry(job.id, known.id, body)
        await self.memory.do(_keep_added, job, asked, known, added)
        if known.state != "closed" and job.sealed != _REOPENED:
            return None
        now = (await self.backend.case(known.id)).expected
        return CaseReopened(known.id, now.by, When(now.when))

    async def _request(self, job: Job, asked: AskPerson) -> EscalationRequest:
        stood, applicant = asked.stood, asked.applicant
        attached = _attachments(asked)
        text = asked.text or (f"{applicant.name}, {applicant.post}, {applicant.email}" if applicant else "")
        return EscalationRequest.model_validate(
            {
                "kind": asked.kind.value,
                "person": await self.memory.do(secrets.alias, job.lane),
                "hat": asked.hat.value,
                "language": asked.language,
                "commune": asked.commune or None,
                "profile": asked.profile or None,
                "stood": stood and Stood(place=stood.place, question=stood.question or None, said=_clean(stood.said)),
                "verification": applicant and _verification(applicant),
                "entry": FirstEntry(text=_clean(text), attachments=attached),
            }
        )


def _verification(applicant: Applicant) -> Verification:
    return Verification.model_validate(
        {"name": _line(applicant.name), "post": _line(applicant.post), "email": applicant.email.strip()}
    )


def _known(connection: Connection, person: str, asked: AskPerson) -> RoomCase | None:
    if asked.case:
        return cases.find(connection, asked.case)
    if asked.kind is CaseKind.VERIFICATION:
        return None
    return cases.open_of(connection, person, asked.hat.value, asked.kind.value)


def _keep_opened(connection: Connection, job: Job, asked: AskPerson, opened: EscalationOpened, entry: int) -> None:
    id = str(opened.id)
    same = (opened.reference, job.lane, asked.hat.value, asked.kind.value, asked.language, asked.commune)
    cases.add(connection, RoomCase(id, *same, state="waiting"))
    errands.seal(connection, job, _OPENED)
    if asked.message:
        relays.kept(connection, asked.message, id, entry)


def _keep_added(connection: Connection, job: Job, asked: AskPerson, known: RoomCase, added: EntryAdded) -> None:
    cases.stands(connection, known.id, added.state, time.time(), None if added.state == "taken" else "")
    if known.state == "closed":
        errands.seal(connection, job, _REOPENED)
    if asked.message:
        relays.kept(connection, asked.message, known.id, added.entry.id)
    _follow(connection, known.id, job.lane, asked.message, asked.album)


def _follow(connection: Connection, case: str, lane: str, message: str, album: str, *, was_unheard: bool = False) -> None:
    """What the room is to do; where it was done already, it does nothing."""
    now, queue = time.time(), f"room:{case}"
    errands.add(connection, OpenTopic(case, was_unheard), lane, "", now, queue=queue)
    if message:
        copied = Relay(case, Side.TO_ROOM, message, album)
        errands.add(connection, copied, lane, "", now, queue=queue, after=_ALBUM_PAUSE if album else 0.0)
    errands.add(connection, UpdateCard(case), lane, "", now, after=2.0)


def _drop(connection: Connection, message: str) -> None:
    if message:
        relays.drop(connection, message)


def _attachments(asked: AskPerson) -> list[Attachment]:
    enclosed = asked.enclosure
    if enclosed is None:
        return []
    return [Attachment.model_validate({"kind": enclosed.kind, "name": _line(enclosed.name), "size": enclosed.size})]


def _clean(text: str) -> str | None:
    return text.replace("\0", "") or None


def _line(text: str) -> str | None:
    return text.replace("\0", "").strip()[:_LONGEST] or None
