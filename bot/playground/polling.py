"""getUpdates: the long poll, its offsets, and one caller at a time."""

import asyncio
from itertools import islice

from bot.playground.refusals import conflict
from bot.playground.wire import Wire
from bot.playground.world import World

LONGEST_WAIT_SECONDS = 50


class Polling:
    """The one poll that may be going on."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._turn = 0
        self._again: list[Wire] = []

    async def updates(self, values: Wire) -> list[Wire]:
        """The next updates; waits for one as long as the caller asked, and ends an older poll with a 409."""
        world = self._world
        if world.webhook.url:
            raise conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
        self._turn += 1
        turn = self._turn
        world.updates.wake()
        if "allowed_updates" in values:
            world.updates.allowed = tuple(values["allowed_updates"])
        if values.get("offset"):
            world.updates.confirm(values["offset"])
        return await self._wait(turn, values.get("limit", 100), min(values.get("timeout", 0), LONGEST_WAIT_SECONDS))

    async def _wait(self, turn: int, limit: int, seconds: float) -> list[Wire]:
        loop = asyncio.get_running_loop()
        end = loop.time() + seconds
        while True:
            if found := self._found(limit):
                return found
            left = end - loop.time()
            if left <= 0 or self._world.feed.is_over:
                return []
            await self._world.updates.wait(left)
            if self._world.webhook.url:
                raise conflict("terminated by setWebhook request")
            if turn != self._turn:
                raise conflict("terminated by other getUpdates request; make sure that only one bot instance is running")

    def _found(self, limit: int) -> list[Wire]:
        """What waits; after a `duplicate` fault, what was already handed out and confirmed comes once more."""
        repeated, self._again = self._again, []
        found = [pending.wire() for pending in islice(self._world.updates.waiting(), limit)]
        self._again = [update for update in found if self._world.faults.strikes("duplicate")]
        return repeated + found
