"""Drops what has served its time, and says aloud what waits too long."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

import structlog
from sqlalchemy import Connection, delete, func, select

from bot.dialogue.case_events import MarkInherited
from bot.dialogue.errands import ForgetPerson
from bot.memory import dossiers, errands, forgetting, inbox, outbox, passing_by, relays, spool
from bot.memory.database import Memory, empty_log
from bot.memory.room_errands import EndTopic
from bot.memory.spool import Spool
from bot.memory.tables import answer, dossier, errand, person
from bot.memory.tables import outbox as outbox_table
from bot.memory.writing import read_header
from content.help import Kept, Retention

_EVERY = 600.0
_WORRYING = 300.0
PASSING = 3600.0
_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Tidying:
    """`retention` says how long each thing is kept."""

    memory: Memory
    spool: Spool
    retention: Mapping[Kept, Retention]

    async def run(self, stop: asyncio.Event) -> None:
        """Tidies now and every ten minutes until `stop` is set."""
        while not stop.is_set():
            await self.memory.do(self._tidy)
            await self.memory.run(lambda: empty_log(self.memory.engine))
            wanted = await self.memory.do(spool.wanted)
            await asyncio.to_thread(self.spool.tidy, wanted, self._before(Kept.SPOOL))
            try:
                await asyncio.wait_for(stop.wait(), _EVERY)
            except TimeoutError:
                continue

    def _tidy(self, connection: Connection) -> None:
        now = time.time()
        inbox.tidy(connection, now)
        inbox.drop_parked(connection, self._before(Kept.ERRAND))
        connection.execute(delete(outbox_table).where(outbox_table.c.due < self._before(Kept.OUTBOX)))
        connection.execute(delete(errand).where(errand.c.dead.is_(True), errand.c.due < self._before(Kept.ERRAND)))
        for id in connection.execute(select(person.c.id).where(person.c.seen_at < self._before(Kept.PERSON))).scalars().all():
            for cut, heir in forgetting.forget(connection, id).items():
                inbox.report(connection, str(uuid4()), heir, "", MarkInherited(cut), now)
            outbox.leave(connection, id)
            errands.add(connection, ForgetPerson(id), "", "", now)  # else the api would keep a focal point who never comes
        passing_by.forget(connection, now - PASSING)
        for topic in relays.drop_closed(connection, self._before(Kept.CASE)):
            errands.add(connection, EndTopic(*topic), "", "", now)
        forgetting.unnumber_pieces(connection)
        self._drop_drafts(connection)
        if (waited := errands.oldest_due(connection, now)) > _WORRYING:
            _log.error("errands_wait", oldest_seconds=round(waited))

    def _drop_drafts(self, connection: Connection) -> None:
        """What was handed over stays with the api; what never was and rests for long goes."""
        before = datetime.fromtimestamp(self._before(Kept.DOSSIER), UTC).isoformat()
        resting = select(answer.c.dossier).group_by(answer.c.dossier).having(func.max(answer.c.at) < before)
        for key, header in connection.execute(select(dossier.c.key, dossier.c.header).where(dossier.c.key.in_(resting))).all():
            if not read_header(header).receipts:
                dossiers.remove(connection, key)

    def _before(self, kept: Kept) -> float:
        return time.time() - self.retention[kept].span.total_seconds()
