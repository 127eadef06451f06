"""Telegram's calls to us: committed first, and only then answered with 200; 503 while the database is away."""

import asyncio
import hmac
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

import structlog
from aiohttp import web
from sqlalchemy.exc import OperationalError
from telegram import Bot
from telegram.error import TelegramError

from bot.memory import inbox
from bot.memory.database import Memory
from bot.telegram.inbound import ALLOWED_UPDATES

_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  (the header's name)
_MAX_BODY = 1 << 20
_AGAIN = 2.0
_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Webhook:
    """Listens on `listen` (host:port) under the path of `url`. Several replicas may do so at once."""

    memory: Memory
    url: str
    secret: str
    listen: str
    arrived: Callable[[], None]

    async def listening(self) -> web.AppRunner:
        """Listens; whoever stops calls `cleanup` on the runner."""
        app = web.Application(client_max_size=_MAX_BODY)
        app.router.add_post(urlsplit(self.url).path or "/", self.received)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        host, _, port = self.listen.rpartition(":")
        await web.TCPSite(runner, host, int(port)).start()
        return runner

    async def announce(self, bot: Bot) -> None:
        """Tells Telegram where to call, as soon as it can be told."""
        while True:
            try:
                await bot.set_webhook(self.url, secret_token=self.secret, allowed_updates=ALLOWED_UPDATES, max_connections=40)
            except TelegramError as error:
                _log.warning("webhook_not_set", reason=type(error).__name__)
                await asyncio.sleep(_AGAIN)
            else:
                return

    async def received(self, request: web.Request) -> web.Response:
        """200 once the update is kept; 401 without the secret, 400 for what is no update, 503 while it cannot be kept."""
        said = request.headers.get(_SECRET_HEADER, "")
        if not hmac.compare_digest(said.encode("utf-8", "surrogateescape"), self.secret.encode()):
            return web.Response(status=401)
        try:
            update = json.loads(await request.read())
        except ValueError:
            return web.Response(status=400)
        if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
            return web.Response(status=400)
        try:
            await self.memory.do(inbox.receive, [update], time.time())
        except OperationalError:
            _log.warning("update_not_kept")
            return web.Response(status=503)
        self.arrived()
        return web.Response()
