"""People who hand over, at the api, as fast as it goes or at a steady pace."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import aiohttp


@dataclass(slots=True)
class Load:
    """Hands over the same dossier again and again for one commune after the other, each in place of the one before.

    `refused` counts those that the api had no time for (503).
    """

    url: str
    token: str
    body: dict[str, Any]
    communes: list[str]
    refused: int = 0
    _numbers: "count[int]" = field(default_factory=count)
    _newest: dict[str, str] = field(default_factory=dict)

    async def per_second(self, connections: int, seconds: float) -> float:
        """How many are kept in a second over so many connections, one after the other on each."""
        async with self._session(connections) as session:
            end = time.perf_counter() + seconds
            kept = await asyncio.gather(*(self._until(session, end) for _ in range(connections)))
        return sum(kept) / seconds

    async def latencies(self, rate: float, seconds: float) -> list[float]:
        """Seconds from when each was due to when it was answered, at a steady rate, whatever becomes of those before."""
        async with self._session(64) as session:
            start = time.perf_counter()
            dues = (start + number / rate for number in range(int(rate * seconds)))
            return await asyncio.gather(*[asyncio.create_task(self._at(session, due)) for due in dues])

    async def _until(self, session: aiohttp.ClientSession, end: float) -> int:
        kept = 0
        while time.perf_counter() < end:
            kept += await self._is_kept(session)
        return kept

    async def _at(self, session: aiohttp.ClientSession, due: float) -> float:
        await asyncio.sleep(due - time.perf_counter())
        await self._is_kept(session)
        return time.perf_counter() - due

    async def _is_kept(self, session: aiohttp.ClientSession) -> bool:
        number = next(self._numbers)
        commune = self.communes[number % len(self.communes)]
        body = {**self.body, "commune": commune, "replaces": self._newest.get(commune)}
        async with session.post("/v1/pre-applications", json=body, headers={"Idempotency-Key": f"bench-{number}"}) as answer:
            assert answer.status in (201, 503), await answer.text()
            if answer.status == 503:
                self.refused += 1
                return False
            self._newest[commune] = (await answer.json())["reference"]
            return True

    @asynccontextmanager
    async def _session(self, connections: int) -> AsyncIterator[aiohttp.ClientSession]:
        connector = aiohttp.TCPConnector(limit=connections)
        bearer = {"Authorization": f"Bearer {self.token}"}
        async with aiohttp.ClientSession(self.url, connector=connector, headers=bearer) as session:
            yield session
