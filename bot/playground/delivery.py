"""Posting updates to a webhook: in order within a lane, again and again until it says 200."""

import asyncio

import httpx2

from bot.playground.updates import Pending
from bot.playground.webhook import SECRET_HEADER
from bot.playground.world import World

FIRST_PAUSE_SECONDS = 0.25
LONGEST_PAUSE_SECONDS = 8.0
PATIENCE_SECONDS = 60.0


class Delivery:
    """One postman for one world."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._busy: dict[str, asyncio.Task[None]] = {}

    async def run(self) -> None:
        """Delivers until cancelled."""
        while not self._world.webhook.url:
            await self._world.updates.wait(3600)
        async with httpx2.AsyncClient(timeout=PATIENCE_SECONDS, trust_env=False) as client:
            try:
                while True:
                    self._start(client)
                    await self._world.updates.wait(1.0)
            finally:
                for task in self._busy.values():
                    task.cancel()

    def _start(self, client: httpx2.AsyncClient) -> None:
        if not self._world.webhook.url:
            return
        for pending in self._world.updates.waiting():
            if len(self._busy) >= self._world.webhook.connections:
                return
            if pending.lane not in self._busy:
                self._busy[pending.lane] = asyncio.create_task(self._deliver(client, pending))

    async def _deliver(self, client: httpx2.AsyncClient, pending: Pending) -> None:
        pause = FIRST_PAUSE_SECONDS
        while self._world.webhook.url and pending.expires > self._world.clock.now():
            if await self._post(client, pending):
                if self._world.faults.strikes("duplicate"):
                    await self._post(client, pending)
                self._world.updates.done(pending.id)
                break
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
        del self._busy[pending.lane]
        self._world.updates.wake()

    async def _post(self, client: httpx2.AsyncClient, pending: Pending) -> bool:
        webhook = self._world.webhook
        headers = {SECRET_HEADER: webhook.secret} if webhook.secret else {}
        try:
            answer = await client.post(webhook.url, json=pending.wire(), headers=headers)
        except httpx2.HTTPError as error:
            return self._failed(f"Connection failed: {type(error).__name__}")
        if answer.is_success:
            return True
        return self._failed(f"Wrong response from the webhook: {answer.status_code} {answer.reason_phrase}")

    def _failed(self, reason: str) -> bool:
        self._world.webhook.failed_at, self._world.webhook.failure = int(self._world.clock.now()), reason
        return False
