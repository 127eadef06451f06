"""Offers help to municipalities that have not moved for long: once, to whoever has belonged longest."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

import structlog
from sqlalchemy import Connection

from api.contract import MunicipalityInNeed
from bot.backend import ApiAway, ApiRefused, Backend
from bot.dialogue.case_events import HelpOffered
from bot.memory import dossiers, inbox
from bot.memory.database import Memory

_EVERY = 3600.0
_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Offering:
    """`arrived` is called when an offer is in the inbox."""

    memory: Memory
    backend: Backend
    arrived: Callable[[], None]

    async def run(self, stop: asyncio.Event) -> None:
        """Looks now and every hour until `stop` is set."""
        while not stop.is_set():
            await self.offer()
            try:
                await asyncio.wait_for(stop.wait(), _EVERY)
            except TimeoutError:
                continue

    async def offer(self) -> None:
        """Offers help wherever it was not offered since the municipality last moved."""
        try:
            found = (await self.backend.in_need()).results
        except (ApiAway, ApiRefused) as error:
            _log.warning("nobody_was_offered_help", reason=type(error).__name__)
            return
        for each in found:
            if each.help is None:
                await self.memory.do(_offer, each)
        self.arrived()


def _offer(connection: Connection, to: MunicipalityInNeed) -> None:
    dossier = dossiers.load(connection, to.commune).get(to.commune)
    members = [each for each in dossier.members if each.person] if dossier else []
    first = next((each for each in members if each.focal_point), members[0] if members else None)
    if first is not None:
        once = str(uuid5(NAMESPACE_URL, f"help:{to.commune}:{to.last_moved_at.isoformat()}"))
        inbox.report(connection, once, first.person, to.commune, HelpOffered(), time.time())
