"""Opens the database: durable on SQLite as well as on PostgreSQL, and brought up to the newest migration."""

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

_T = TypeVar("_T")
_P = ParamSpec("_P")

WORKERS = 4
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=10000", "foreign_keys=ON", "secure_delete=ON")


class Memory:
    """The database and the threads that may use it: no network ever slips inside a transaction.

    On SQLite there is one thread, so that nobody waits for a lock by sleeping; on PostgreSQL several.
    """

    def __init__(self, url: str) -> None:
        self.engine = open_engine(url)
        self.workers = 1 if is_sqlite(self.engine) else WORKERS
        self._threads = ThreadPoolExecutor(1 if self.workers == 1 else WORKERS + 2, "memory")

    async def do(self, work: Callable[Concatenate[Connection, _P], _T], *given: _P.args, **named: _P.kwargs) -> _T:
        """What `work` returns, given a connection and the rest, done in one transaction."""
        return await self.run(lambda: self._transaction(lambda connection: work(connection, *given, **named)))

    async def run(self, work: Callable[[], _T]) -> _T:
        """What `work` returns, done in a thread of the database."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    def close(self) -> None:
        """Ends the threads once they finished what they are at, and closes the database."""
        self._threads.shutdown()
        self.engine.dispose()

    def _transaction(self, work: Callable[[Connection], _T]) -> _T:
        with self.engine.begin() as connection:
            return work(connection)


def is_sqlite(engine: Engine) -> bool:
    """Whether this is a file rather than a server."""
    return engine.dialect.name == "sqlite"


def open_engine(url: str) -> Engine:
    """An engine for `sqlite:///…` or `postgresql://…`; the folder of a file is made."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        if address.database:
            Path(address.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(address, hide_parameters=True)
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin_writing)
        return engine
    return create_engine(
        address.set(drivername="postgresql+psycopg"), pool_size=WORKERS + 2, pool_pre_ping=True, hide_parameters=True
    )


def migrate(engine: Engine) -> None:
    """Brings the tables up to the newest migration."""
    config = Config()
    config.set_main_option("script_location", os.fspath(Path(__file__).parent / "migrations"))
    with engine.begin() as connection:
        if not is_sqlite(engine):  # several replicas may start at once
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7355608)")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def empty_log(engine: Engine) -> None:
    """On SQLite what was deleted is still read in the write-ahead log until that is emptied; PostgreSQL sees to its own."""
    if is_sqlite(engine):
        connection = engine.raw_connection()
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()


def _prepare(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # the driver shall not begin by itself
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_writing(connection: Connection) -> None:
    # Without IMMEDIATE, to read and then write loses what somebody else wrote in between.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
