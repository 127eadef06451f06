"""One line per request: method, route template, status, time. Never an address, a query, a body or a name."""

import time

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.health.metrics import Metrics

log = structlog.get_logger("api.access")
QUIET = frozenset({"/healthz", "/readyz", "/metrics"})


class Observed:
    """Counts and logs each request that passes."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app, self._metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes it on, and notes how it ended."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status = time.perf_counter(), 500

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, noting)
        finally:
            self._note(scope, status, time.perf_counter() - began)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        # What matched no route may hold anything that somebody typed.
        route = getattr(scope.get("route"), "path", "unmatched")
        self._metrics.add(scope["method"], route, status, seconds)
        if route not in QUIET:
            log.info("request", method=scope["method"], route=route, status=status, ms=round(seconds * 1000, 1))
