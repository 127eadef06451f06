"""What each errand takes."""

import asyncio
import io
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import structlog
from sqlalchemy import Connection

from api.contract import Activity, Doubt, PreApplication
from bot.backend import ApiRefused, Backend
from bot.deliveries.asking import Asking
from bot.deliveries.handing_over import pre_application
from bot.deliveries.proposing import propose
from bot.dialogue.dossier import Dossier, PieceState
from bot.dialogue.errands import (
    AcceptInvitation,
    AskPerson,
    DoubtService,
    FetchFile,
    FileSheet,
    ForgetPerson,
    HandOver,
    MakeInvitation,
    MendWords,
    ProposeService,
    Rate,
    RemoveColleague,
    ReportActivity,
)
from bot.dialogue.events import (
    Accepted,
    Declined,
    Fetched,
    HandedOver,
    HandOverRefused,
    Invited,
    NotFetched,
    NotInvited,
    Outcome,
)
from bot.dialogue.month_sheet import paper_of
from bot.dialogue.turn import Content
from bot.dialogue.upkeep import MunicipalSheet
from bot.memory import dossiers, errands, secrets, spool
from bot.memory.database import Memory
from bot.memory.errands import Job, NotYet
from bot.memory.spool import Spool
from bot.memory.writing import PutEvidence
from bot.pictures import paper
from content.file_kinds import media_type_of

_DECLINED = {"invitation-used-up": "used", "invitation-expired": "expired"}
_log = structlog.get_logger()

Fetch = Callable[[str, str], Awaitable[bytes | NotFetched]]


@dataclass(frozen=True, slots=True)
class Courier:
    """Delivers one errand at a time; `fetch` brings the bytes of a piece's file, `username` is the bot's, for links."""

    memory: Memory
    backend: Backend
    spool: Spool
    fetch: Fetch
    content: Content
    username: str
    asking: Asking

    async def deliver(self, job: Job) -> Outcome | None:
        """What the errand came to; NotYet, ApiAway or an OSError when it is to be tried again."""
        match job.errand:
            case FetchFile(piece, file):
                return await self._fetch(job, piece, file)
            case FileSheet(piece, sheet):
                return await self._keep(job, piece, await asyncio.to_thread(self._printed, sheet))
            case PutEvidence(sha256):
                await self._put(sha256)
                return None
            case HandOver(dossier, round):
                return await self._hand_over(job, dossier, round)
            case AcceptInvitation(code):
                return await self._accept(job, code)
            case MakeInvitation(cut):
                return await self._invite(job, cut)
            case ProposeService() as proposed:
                return await propose(self.memory, self.backend, job, proposed)
            case AskPerson() | MendWords() | Rate() as asked:
                return await self.asking.deliver(job, asked)
            case ForgetPerson() | RemoveColleague() | ReportActivity() | DoubtService() as told:
                await self._tell(job, told)
                return None
            case room_errand:
                return await self.asking.room.deliver(job, room_errand)

    async def _tell(self, job: Job, told: ForgetPerson | RemoveColleague | ReportActivity | DoubtService) -> None:
        match told:
            case ForgetPerson(person):
                await self.backend.forget(await self._alias(person))
            case RemoveColleague(person, cut):
                await self._remove(job, person, cut)
            case ReportActivity():
                await self._report(told)
            case DoubtService():
                await self._doubt(job, told)

    async def _fetch(self, job: Job, piece: str, file: str) -> Outcome:
        content = await self.fetch(piece, file)
        if isinstance(content, NotFetched):
            return content
        if not content:
            return NotFetched(piece, "empty")
        return await self._keep(job, piece, content)

    def _printed(self, sheet: MunicipalSheet) -> bytes:
        # Whoever judges the dossier reads Spanish, whatever language its officials chose.
        return paper(paper_of(sheet, self.content.categories), "es", self.content.words)

    async def _keep(self, job: Job, piece: str, content: bytes) -> Outcome:
        media_type = media_type_of(io.BytesIO(content))
        if media_type is None:
            return NotFetched(piece, "type")
        sha256 = await asyncio.to_thread(self.spool.keep, content)
        await self.memory.do(spool.note, sha256, media_type, time.time())
        if job.dossier and not job.dossier.startswith("practice:"):
            await self._ask_to_put(job, frozenset({sha256}))
        return Fetched(piece, sha256, media_type, len(content))

    async def _put(self, sha256: str) -> None:
        path = self.spool.path(sha256)
        content = await asyncio.to_thread(path.read_bytes)
        await self.backend.put_evidence(sha256, content)
        await self.memory.do(spool.note_put, sha256, time.time())

    async def _ask_to_put(self, job: Job, digests: frozenset[str]) -> None:
        def ask(connection: Connection) -> None:
            for sha256 in digests:
                errands.add(connection, PutEvidence(sha256), job.lane, job.dossier, time.time())

        await self.memory.do(ask)

    async def _hand_over(self, job: Job, key: str, round: int) -> Outcome | None:
        dossier = (await self.memory.do(dossiers.load, key)).get(key)
        if dossier is None or dossier.round != round or dossier.sending is None or dossier.receipt is not None:
            return None
        body = await self._body(job, dossier)
        try:
            receipt = await self.backend.hand_over(job.id, body)
        except ApiRefused as refusal:
            _log.error("hand_over_refused", reason=refusal.name, detail=refusal.detail)
            return HandOverRefused(round, refusal.name)
        return HandedOver(round, receipt.reference, receipt.received_at, receipt.digest, receipt.replaces or "")

    async def _body(self, job: Job, dossier: Dossier) -> PreApplication:
        if job.sealed:
            return PreApplication.model_validate_json(job.sealed)
        await self._await_evidence(job, dossier)
        body = pre_application(self.content, dossier)
        await self.memory.do(errands.seal, job, body.model_dump_json())
        return body

    async def _await_evidence(self, job: Job, dossier: Dossier) -> None:
        if any(piece.state is PieceState.COMING for piece in dossier.pieces):
            raise NotYet
        digests = frozenset(piece.sha256 for piece in dossier.pieces if piece.state is PieceState.KEPT and piece.sha256)
        missing = await self.memory.do(spool.missing, digests)
        if missing:
            await self._ask_to_put(job, missing)
            raise NotYet

    async def _accept(self, job: Job, payload: str) -> Outcome:
        code = payload.removeprefix("inv_").removeprefix("rol_")
        try:
            accepted = await self.backend.accept(code, await self._alias(job.lane))
        except ApiRefused as refusal:
            return Declined(_DECLINED.get(refusal.name, "unknown"))
        return Accepted(accepted.commune or "", accepted.focal_point, accepted.role or "")

    async def _invite(self, job: Job, cut: str) -> Outcome:
        try:
            invitation = await self.backend.invite(cut, await self._alias(job.lane))
        except ApiRefused:
            return NotInvited()
        link = invitation.link or f"https://t.me/{self.username}?start={invitation.start}"
        return Invited(invitation.start, link, invitation.expires_at)

    async def _report(self, happened: ReportActivity) -> None:
        told = {"at": happened.at, "kind": happened.kind, "unmet_essential": list(happened.unmet_essential)}
        try:
            await self.backend.report(happened.cut, Activity.model_validate(told))
        except ApiRefused as refusal:
            _log.error("activity_refused", reason=refusal.name)

    async def _doubt(self, job: Job, doubt: DoubtService) -> None:
        try:
            await self.backend.doubt(job.id, doubt.service, Doubt(language=doubt.language, words=doubt.words))
        except ApiRefused as refusal:  # the service is gone meanwhile
            _log.warning("doubt_refused", reason=refusal.name)

    async def _remove(self, job: Job, person: str, cut: str) -> None:
        try:
            await self.backend.remove_member(await self._alias(person), cut, await self._alias(job.lane))
        except ApiRefused as refusal:  # whoever removes has no right to it any more: the api keeps its members
            _log.warning("member_not_removed", reason=refusal.name)

    async def _alias(self, person: str) -> str:
        return await self.memory.do(secrets.alias, person)
