"""The playground as a running server, in its own process or in a thread of a test."""

import logging
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import uvicorn

from bot.playground.app import make_app
from bot.playground.loopback import listening_socket
from bot.playground.wire import Wire
from bot.playground.world import World

TOKEN = "42:playground"  # noqa: S105 - opens nothing but a playground
USERNAME = "sello_demo_bot"
GRACE_SECONDS = 3


def _is_trouble(record: logging.LogRecord) -> bool:
    """Answers that are lost on purpose (`bot_api.CutOff`) are no news."""
    return "without completing response" not in record.getMessage()


class PlaygroundServer(uvicorn.Server):
    """Sends those who wait home first, so that it stops at once and not when their polls run out."""

    def __init__(self, config: uvicorn.Config, world: World) -> None:
        super().__init__(config)
        self._world = world

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Ends polls and pages, then the server."""
        self._world.feed.end()
        self._world.updates.wake()
        await super().shutdown(sockets)


def make_server(world: World, host: str, port: int, opening: Wire | None = None, kept_in: Path | None = None) -> PlaygroundServer:
    """A server for one world; port 0 takes a free one; `kept_in` is the file that remembers the world."""
    config = uvicorn.Config(
        make_app(world, opening, kept_in),
        host,
        port,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    logging.getLogger("uvicorn.error").addFilter(_is_trouble)
    return PlaygroundServer(config, world)


@contextmanager
def running(
    files: Path, opening: Wire | None = None, company: Callable[[World], None] | None = None, token: str = TOKEN
) -> Iterator[str]:
    """A playground in a thread, on a free loopback port, for as long as the block runs; yields its root address."""
    world = World(token, USERNAME, files)
    if company is not None:
        company(world)
    listening = listening_socket("127.0.0.1", 0)
    server = make_server(world, "127.0.0.1", 0, opening)
    thread = Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listening.close()
