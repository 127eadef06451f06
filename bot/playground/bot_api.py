"""The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

import asyncio
from collections import deque
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.types import Receive, Scope, Send

from bot.playground.calls import HANDLERS
from bot.playground.calls.call import Call
from bot.playground.files import Upload
from bot.playground.pace import Pace
from bot.playground.polling import Polling
from bot.playground.reading import parameters_of
from bot.playground.refusals import Refused, not_found, refusal_of, too_many_requests, unauthorized
from bot.playground.spec import read_spec
from bot.playground.wire import Wire
from bot.playground.world import World

REMEMBERED_CALLS = 500
SENDS = ("send", "copy", "forward", "editmessage")


class CutOff(Response):
    """No answer: the connection is closed after the headers, as when a network fails."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Promises a body and never sends it."""
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"1000")]})


class BotApi:
    """The server's side of one bot."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._spec = read_spec()
        self._polling = Polling(world)
        self._pace = Pace(world.clock)
        self.calls: deque[Wire] = deque(maxlen=REMEMBERED_CALLS)

    def routes(self) -> APIRouter:
        """Where bots call."""
        router = APIRouter()
        router.add_api_route("/bot{token}/{method}", self.call, methods=["GET", "POST"], response_model=None)
        router.add_api_route("/file/bot{token}/{path:path}", self.download, methods=["GET"], response_model=None)
        return router

    async def call(self, request: Request, token: str, method: str) -> Response:
        """Answers one call, as well or as badly as the faults in force allow."""
        try:
            wire, uploads = await parameters_of(request)
        except Refused as refused:
            return _refusal(refused)
        if trouble := await self._trouble(method, _chat_of(wire)):
            return trouble
        answer = await self._answer(token, method, wire, uploads)
        return CutOff() if self._world.faults.strikes("lost", method, _chat_of(wire)) else answer

    async def _answer(self, token: str, name: str, wire: Wire, uploads: dict[str, Upload]) -> Response:
        try:
            result = await self._carry_out(token, name, wire, uploads)
        except Refused as refused:
            self._remember(name, wire, refused.description)
            return _refusal(refused)
        self._remember(name, wire, None)
        return JSONResponse({"ok": True, "result": result})

    async def _carry_out(self, token: str, name: str, wire: Wire, uploads: dict[str, Upload]) -> Any:
        if token != self._world.token:
            raise unauthorized()
        method = self._spec.method(name)
        if method is None:
            raise not_found("method not found")
        read = self._spec.read_call(method, wire, frozenset(uploads))
        if read.complaints:
            raise refusal_of(method, read.complaints[0])
        if method == "getUpdates":
            return await self._polling.updates(read.value)
        handler = HANDLERS.get(method)
        if handler is None:
            raise Refused(501, f"Not Implemented: this playground does not know how to {method} yet")
        return handler(self._world, Call(method, read.value, uploads))

    async def _trouble(self, method: str, chat: int | None) -> Response | None:
        faults = self._world.faults
        if faults.strikes("outage", method, chat):
            return CutOff()
        if slow := faults.strikes("slow", method, chat):
            await asyncio.sleep(slow.seconds)
        if many := faults.strikes("too_many", method, chat):
            return _refusal(too_many_requests(max(int(many.seconds), 1)))
        if wait := self._wait(method, chat):
            return _refusal(too_many_requests(wait))
        if faults.strikes("bad_gateway", method, chat):
            return HTMLResponse("<html><head><title>502 Bad Gateway</title></head><body></body></html>", 502)
        return None

    def _wait(self, method: str, chat: int | None) -> int:
        """Seconds that flood control asks for, where it is in force."""
        if chat is None or not method.lower().startswith(SENDS) or not self._world.faults.strikes("pace", method, chat):
            return 0
        return self._pace.refuses(chat)

    async def download(self, token: str, path: str) -> Response:
        """The bytes of a file that getFile named."""
        if self._world.faults.strikes("outage"):
            return CutOff()
        stored = self._world.files.at(path)
        if token != self._world.token or stored is None:
            return _refusal(not_found())
        return Response(self._world.files.content(stored), media_type="application/octet-stream")

    def _remember(self, method: str, wire: Wire, refused: str | None) -> None:
        if method.lower() != "getupdates":
            self.calls.append({"method": method, "parameters": wire, "refused": refused})


def _refusal(refused: Refused) -> JSONResponse:
    return JSONResponse(refused.wire(), refused.code)


def _chat_of(wire: Wire) -> int | None:
    try:
        return int(wire["chat_id"])
    except (KeyError, TypeError, ValueError):
        return None
