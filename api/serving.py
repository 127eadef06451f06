"""The process that answers: migrates, listens, erases what is due, and stops cleanly when asked."""

import logging
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from types import FrameType
from typing import NoReturn

import structlog
import uvicorn

from api.app import create_app
from api.database import Database
from api.directory.seeding import seed
from api.migrations import upgrade
from api.pruning import Pruning
from api.settings import Settings, SettingsWrong
from api.vault import Vault
from content.reading import read_help, read_services

PATIENCE = 10  # seconds for requests under way to end
log = structlog.get_logger("api")


def serve(settings: Settings) -> None:
    """Until SIGTERM or Ctrl-C; requests under way are finished first."""
    _log_as(settings.log_format)
    _migrate(settings)
    app = create_app(settings)
    config = uvicorn.Config(app, access_log=False, log_config=None, server_header=False, timeout_graceful_shutdown=PATIENCE)
    server = uvicorn.Server(config)
    # Uvicorn raises the signal again once it has stopped: that is our end, and a good one.
    signal.signal(signal.SIGTERM, _done)
    signal.signal(signal.SIGINT, _done)
    with _listening(settings) as listener, _pruned(settings):
        log.info("listening", address=settings.api_listen)
        server.run([listener])


@contextmanager
def _pruned(settings: Settings) -> Iterator[None]:
    """For as long as the block runs, what is due is erased without an operator's doing."""
    stop, database = Event(), Database(settings.api_database_url)
    pruning = Pruning(read_help().retention, database, Vault(settings.evidence_dir))
    thread = Thread(target=pruning.run, args=(stop,), name="pruning")
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
        database.close()


def _listening(settings: Settings) -> socket.socket:
    host, port = settings.address
    # It names its protocol, as `socket.create_server` does not: only then asyncio sends at once (TCP_NODELAY). Without it each
    # answer takes 40 ms longer.
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(2048)
    except OSError as error:
        listener.close()
        reason = f"No se puede atender en {settings.api_listen} ({error.strerror})"
        raise SettingsWrong(f"{reason}. Cambie SELLO_API_LISTEN.") from None
    return listener


def _migrate(settings: Settings) -> None:
    database = Database(settings.api_database_url)
    upgrade(database)
    with database.transaction() as session:
        seed(session, read_services())
    database.close()


def _log_as(form: str) -> None:
    """Our lines and those of the libraries, in one form, on standard error."""
    before: list[structlog.typing.Processor] = [
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    last: structlog.typing.Processor
    last = structlog.processors.JSONRenderer() if form == "json" else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    structlog.configure(processors=[*before, last], logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    steps = [structlog.stdlib.ProcessorFormatter.remove_processors_meta, last]
    handler = logging.StreamHandler()
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(processors=steps, foreign_pre_chain=before))
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)


def _done(_signal: int, _frame: FrameType | None) -> NoReturn:
    sys.exit(0)
