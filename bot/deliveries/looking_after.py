"""Looks after services for those who answer for them: what readers doubt, what was decided, what nobody confirms or finds."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import NAMESPACE_URL, uuid4, uuid5

import structlog
from sqlalchemy import Connection, select

from api.contract import Counted, CountedBatch, CountedTerm, Doubts, ProposalKept, Proposals
from api.contract import MonthSheet as SheetTold
from bot.backend import ApiAway, ApiRefused, Backend
from bot.deliveries.mirroring import Mirror
from bot.dialogue.upkeep import MonthSheet, Upkeep, due
from bot.dialogue.upkeep_events import ProposalDecided, StillRight
from bot.memory import counts, dossiers, inbox, secrets
from bot.memory.counts import Batch, Tally
from bot.memory.database import Memory
from bot.memory.tables import dossier as dossier_table
from content.calendar_words import CHILE
from content.months import Month
from content.offering import Directory

_EVERY = 60.0
_DECIDED_WITHIN = timedelta(days=2)
_SETTLED_IN = timedelta(days=7)
"""So long after joining nobody is asked yet: they have just begun to fill in the dossier."""
_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class LookingAfter:
    """`mirror` is given what officials have to know; `arrived` is called when something for them is in the inbox."""

    memory: Memory
    backend: Backend
    mirror: Mirror
    arrived: Callable[[], None]

    async def run(self, stop: asyncio.Event) -> None:
        """Looks now and every minute until `stop` is set."""
        while not stop.is_set():
            await self.look()
            try:
                await asyncio.wait_for(stop.wait(), _EVERY)
            except TimeoutError:
                continue

    async def look(self) -> None:
        """Everything once; while the api is away what is known stays, and what is counted waits."""
        now = datetime.now(UTC)
        try:
            await self._learn(now)
            await self._hand_over_counts()
        except (ApiAway, ApiRefused) as error:
            _log.warning("services_not_looked_after", reason=type(error).__name__)
            return
        await self.memory.do(_ask, self.mirror.content.directory, now)
        self.arrived()

    async def _learn(self, now: datetime) -> None:
        month = Month.of(now.astimezone(CHILE).date()).plus(-1)
        doubts, waiting = await self.backend.doubts(), await self.backend.proposals_waiting()
        sheets = (await self.backend.sheets(str(month))).results
        decided = (await self.backend.proposals_decided(now - _DECIDED_WITHIN)).results
        known = Upkeep(_words(doubts), _services(waiting), {each.commune: _sheet(each) for each in sheets if each.commune})
        self.mirror.content = replace(self.mirror.content, upkeep=known)
        for each in decided:
            if each.kind != "confirmed":
                await self.memory.do(_report, each)

    async def _hand_over_counts(self) -> None:
        batch = await self.memory.do(counts.seal, str(uuid4()))
        if batch.tallies:
            await self.backend.count(batch.name, _batch(batch))
            await self.memory.do(counts.sent, batch.name)


def _words(doubts: Doubts) -> dict[str, tuple[str, ...]]:
    said = defaultdict[str, tuple[str, ...]](tuple)
    for each in doubts.results:
        said[each.service] += (each.words,)
    return dict(said)


def _services(waiting: Proposals) -> frozenset[str]:
    return frozenset(each.service for each in waiting.results if each.service)


def _sheet(told: SheetTold) -> MonthSheet:
    languages = tuple((each.language, each.number) for each in told.languages)
    topics = tuple((each.category or "", each.number) for each in told.topics)
    terms = tuple((each.term, each.number) for each in told.terms)
    return MonthSheet(Month.read(told.month), told.asked, told.unanswered, languages, topics, terms)


def _batch(batch: Batch) -> CountedBatch:
    terms = [
        CountedTerm(month=each.month, commune=each.commune or None, term=each.term, number=each.number) for each in batch.terms
    ]
    return CountedBatch(results=[_counted(each) for each in batch.tallies], terms=terms)


def _counted(tally: Tally) -> Counted:
    of = tally.of
    return Counted.model_validate(
        {
            "month": of.month,
            "commune": of.commune or None,
            "category": of.category or None,
            "language": of.language,
            "ending": of.ending,
            "number": tally.number,
        }
    )


def _report(connection: Connection, decided: ProposalKept) -> None:
    """Whoever proposed it is told, once, if they still belong there."""
    of = dossiers.load(connection, decided.commune).get(decided.commune)
    for each in of.members if of else ():
        if each.person and secrets.alias(connection, each.person) == decided.person:
            once = str(uuid5(NAMESPACE_URL, f"proposal:{decided.id}"))
            outcome = ProposalDecided(decided.name, decided.state == "approved", decided.reason)
            inbox.report(connection, once, each.person, decided.commune, outcome, time.time())


def _ask(connection: Connection, directory: Directory, now: datetime) -> None:
    """Whoever has belonged longest is asked about what nobody has confirmed. Thought of daily; their turn asks them but once."""
    today = now.astimezone(CHILE).date()
    keys = connection.execute(select(dossier_table.c.key).where(~dossier_table.c.key.startswith("practice:"))).scalars().all()
    for cut in keys:
        of = dossiers.load(connection, cut).get(cut) if due(directory, cut, today) else None
        if of is not None and of.focal_point is not None and of.focal_point.person and now - of.focal_point.since >= _SETTLED_IN:
            once = str(uuid5(NAMESPACE_URL, f"still-right:{cut}:{of.focal_point.person}:{today}"))
            inbox.report(connection, once, of.focal_point.person, cut, StillRight(), time.time())
