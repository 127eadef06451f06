"""The same Telegram over HTTP: as little as answers sendMessage, editMessageText and getUpdates."""

import asyncio
import sys
from functools import partial
from typing import Any

from aiohttp import web

from bot.playground.loopback import listening_socket
from tests.benchmarks.rivals.telegram import REACTION, Telegram

LONG_POLL = 5.0


class Loopback:
    """Gives each update until it is confirmed; prints its root at the start and what it measured once it is over."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram, self._given = telegram, asyncio.Event()
        self._unconfirmed: list[dict[str, Any]] = []
        telegram.arrived, telegram.soon = self._given.set, partial(asyncio.get_running_loop().call_later, REACTION)

    async def answer(self, request: web.Request) -> web.Response:
        """Any method of the Bot API."""
        method = request.match_info["method"]
        parameters = {**request.query, **await request.post()}
        if method == "getUpdates":
            return web.json_response({"ok": True, "result": await self._updates(int(str(parameters.get("offset", 0))))})
        body = self._telegram.call(method, parameters)
        if self._telegram.is_over and self._telegram.presses:
            print(self._telegram.report(), flush=True)
            self._telegram.presses = 0
        return web.Response(body=body, content_type="application/json")

    async def _updates(self, offset: int) -> list[dict[str, Any]]:
        self._unconfirmed = [each for each in self._unconfirmed if each["update_id"] >= offset]
        if not self._unconfirmed and not self._telegram.waiting:
            self._given.clear()
            try:
                await asyncio.wait_for(self._given.wait(), LONG_POLL)
            except TimeoutError:
                return []
        self._unconfirmed += self._telegram.waiting
        self._telegram.waiting.clear()
        return self._unconfirmed[:100]


async def serve(telegram: Telegram) -> None:
    """Until it is ended."""
    telegram.open()
    app = web.Application()
    app.router.add_route("*", "/bot{token}/{method}", Loopback(telegram).answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    listening = listening_socket("127.0.0.1", 0)
    await web.SockSite(runner, listening).start()
    print(f"http://127.0.0.1:{listening.getsockname()[1]}", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(Telegram(int(sys.argv[1]), int(sys.argv[2]), opening=sys.argv[3])))
