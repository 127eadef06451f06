"""Our own getUpdates loop: what came is committed first, and only then confirmed by the next offset."""

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import structlog
from sqlalchemy.exc import OperationalError
from telegram import Bot
from telegram.error import Conflict, RetryAfter, TelegramError
from telegram.request import BaseRequest

from bot.memory import inbox
from bot.memory.database import Memory
from bot.telegram.inbound import ALLOWED_UPDATES

_LONG_POLL = 30
_LONGEST_PAUSE = 15.0
_log = structlog.get_logger()


@dataclass(slots=True)
class Poller:
    """`arrived` is called when something new is in the inbox."""

    bot: Bot
    request: BaseRequest
    memory: Memory
    arrived: Callable[[], None]
    offset: int = 0
    _pause: float = 0.0
    _is_polling: bool = False

    async def run(self) -> None:
        """Asks until cancelled; outages of Telegram or of the database are waited out."""
        while True:
            try:
                await self._ask()
                self._pause = 0.0
            except (TelegramError, OperationalError) as error:
                await self._wait(error)

    async def _ask(self) -> None:
        if not self._is_polling:
            await self.bot.delete_webhook()
            self._is_polling = True
        updates = await self._get_updates()
        if updates:
            await self.memory.do(inbox.receive, updates, time.time())
            # Telegram forgets what lies below the offset: nothing may come between the commit and this line but success.
            self.offset = max(update["update_id"] for update in updates) + 1
            self.arrived()

    async def _get_updates(self) -> list[dict[str, Any]]:
        asked = {"timeout": _LONG_POLL, "allowed_updates": json.dumps(ALLOWED_UPDATES), "limit": 100}
        if self.offset:
            asked["offset"] = self.offset
        # Raw JSON, not objects: what this library does not know yet is kept as well.
        url = f"{self.bot.base_url}/getUpdates?{urlencode(asked)}"
        updates: list[dict[str, Any]] = await self.request.post(url, read_timeout=_LONG_POLL + 10)  # type: ignore[assignment]
        return updates

    async def _wait(self, error: Exception) -> None:
        self._pause = min(_LONGEST_PAUSE, max(0.5, self._pause * 2))
        if isinstance(error, RetryAfter):
            self._pause = float(
                error.retry_after.total_seconds() if isinstance(error.retry_after, timedelta) else error.retry_after
            )
        if isinstance(error, Conflict):
            _log.error("another_program_polls_with_this_token")
        _log.warning("no_updates", reason=type(error).__name__, pause=self._pause)
        await asyncio.sleep(self._pause)
