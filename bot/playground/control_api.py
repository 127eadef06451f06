"""The playground itself over HTTP: what happened, what goes wrong on request, time."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import asdict
from typing import Literal
from urllib.parse import quote

from fastapi import APIRouter, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel

from bot.playground import sight
from bot.playground.bot_api import BotApi
from bot.playground.faults import Fault
from bot.playground.feed import Happening
from bot.playground.media import OGG
from bot.playground.wire import Wire
from bot.playground.world import World

LONGEST_WAIT_SECONDS = 30.0
SHOWN = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp", OGG})


class Trouble(BaseModel):
    """A fault to begin; see `faults.Fault` for what each member means."""

    kind: Literal["too_many", "pace", "lost", "bad_gateway", "outage", "slow", "duplicate", "no_file"]
    times: int | None = 1
    rate: float = 1.0
    chat: int | None = None
    method: str | None = None
    seconds: float = 1.0


class Later(BaseModel):
    """How far to move the clock."""

    seconds: float


class ControlApi:
    """What the page and the tests need besides the phones."""

    def __init__(self, world: World, bot_api: BotApi, opening: Wire) -> None:
        self._world, self._bot_api, self._opening = world, bot_api, opening

    def routes(self) -> APIRouter:
        """Where pages listen and tests meddle."""
        router = APIRouter(prefix="/playground")
        router.add_api_route("/state", self.state, methods=["GET"], response_model=None)
        router.add_api_route("/events", self.events, methods=["GET"], response_model=None)
        router.add_api_route("/happenings", self.happenings, methods=["GET"], response_model=None)
        router.add_api_route("/files/{id}", self.file, methods=["GET"], response_model=None)
        router.add_api_route("/calls", self.calls, methods=["GET"], response_model=None)
        router.add_api_route("/faults", self.faults, methods=["GET"], response_model=None)
        router.add_api_route("/faults", self.begin, methods=["POST"], response_model=None)
        router.add_api_route("/faults", self.clear, methods=["DELETE"], response_model=None)
        router.add_api_route("/waiting", self.waiting, methods=["GET"], response_model=None)
        router.add_api_route("/clock", self.advance, methods=["POST"], response_model=None)
        return router

    async def state(self) -> Wire:
        """Everything, to begin with."""
        return sight.state(self._world) | {"opening": self._opening}

    async def waiting(self) -> int:
        """How many updates the bot has not taken yet."""
        return sum(1 for _ in self._world.updates.waiting())

    async def events(self, after: int = 0) -> StreamingResponse:
        """Server-sent events from there on; one called `reload` first when some were forgotten."""
        return StreamingResponse(self._stream(after), media_type="text/event-stream", headers={"Cache-Control": "no-store"})

    async def _stream(self, after: int) -> AsyncIterator[str]:
        if self._world.feed.after(after) is None:
            yield "event: reload\ndata: {}\n\n"
            after = self._world.feed.number
        async for happening in self._world.feed.follow(after):
            yield _event(happening) if happening else ": still here\n\n"

    async def happenings(self, after: int, seconds: float = 0) -> Wire:
        """The same for programs: what came after that number, waiting for it if there is nothing yet."""
        await self._world.feed.wait_after(after, min(seconds, LONGEST_WAIT_SECONDS))
        found = self._world.feed.after(after)
        return {"number": self._world.feed.number, "happenings": [asdict(each) for each in found or []]}

    async def file(self, id: str) -> Response:
        """The bytes of a file; shown only if a picture or a voice, anything else is for saving."""
        stored = self._world.files.by_id.get(id)
        if stored is None:
            return Response(status_code=404)
        mime = stored.mime if stored.mime in SHOWN else "application/octet-stream"
        place = "inline" if stored.mime in SHOWN else f"attachment; filename*=UTF-8''{quote(stored.name)}"
        headers = {"Content-Disposition": place, "X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
        return Response(self._world.files.content(stored), media_type=mime, headers=headers)

    async def calls(self) -> list[Wire]:
        """The bot's last calls, with the refusal where there was one."""
        return list(self._bot_api.calls)

    async def faults(self) -> list[Wire]:
        """What goes wrong at the moment."""
        return self._world.faults.wire()

    async def begin(self, trouble: Trouble) -> list[Wire]:
        """Lets something go wrong."""
        self._world.faults.add(Fault(**trouble.model_dump()))
        self._world.feed.tell("faults")
        return self._world.faults.wire()

    async def clear(self) -> list[Wire]:
        """Lets everything work again."""
        self._world.faults.clear()
        self._world.feed.tell("faults")
        return []

    async def advance(self, later: Later) -> Wire:
        """Makes everything older by that many seconds."""
        self._world.clock.advance(later.seconds)
        await asyncio.sleep(0)
        return {"now": self._world.clock.now()}


def _event(happening: Happening) -> str:
    body = json.dumps({"kind": happening.kind, **happening.what}, ensure_ascii=False)
    return f"id: {happening.number}\ndata: {body}\n\n"
