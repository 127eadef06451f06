"""The one way to the database: SQLite or PostgreSQL by URL, one transaction per request, committed here and nowhere else."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from sqlite3 import Connection as SQLiteConnection
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy import Connection, Engine, event, make_url, text
from sqlalchemy.orm import registry
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session, SQLModel, create_engine

PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=10000", "foreign_keys=ON", "secure_delete=ON")


class Table(SQLModel, registry=registry()):
    """A table of the api; the bot's are in a history of their own."""


class Database:
    """An engine, and transactions on it. Nothing connects before the first of them."""

    def __init__(self, url: str) -> None:
        self.engine = _engine(url)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A session that may write; what it did is durable after the block, or undone if the block raised."""
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def look(self) -> Iterator[Session]:
        """A session for reading: nothing it does is kept, and it waits for no writer."""
        with Session(self.engine.execution_options(looks=True)) as session:
            yield session

    def close(self) -> None:
        """Lets go of every connection."""
        self.engine.dispose()


def serialise(session: Session, *names: str) -> None:
    """Until the end of the transaction nobody else is in one that names the same. Ask in the same order everywhere.

    On SQLite every writing transaction is alone already.
    """
    if session.get_bind().dialect.name == "postgresql":
        key = int.from_bytes(sha256("\0".join(names).encode()).digest()[:8], signed=True)
        session.connection().execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})


def _engine(url: str) -> Engine:
    address = make_url(url)
    if address.get_backend_name() == "postgresql":
        return create_engine(address.set(drivername="postgresql+psycopg"), pool_pre_ping=True, pool_size=20, hide_parameters=True)
    if address.database:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(address, hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: SQLiteConnection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # transactions are begun by `_begin`, not by the driver's guess
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # Reading and then writing without the lock loses the update that came between.
    looks = connection.get_execution_options().get("looks", False)
    connection.exec_driver_sql("BEGIN" if looks else "BEGIN IMMEDIATE")


def _writing(request: Request) -> Iterator[Session]:
    with request.app.state.database.transaction() as session:
        yield session


def _looking(request: Request) -> Iterator[Session]:
    with request.app.state.database.look() as session:
        yield session


# `function`: committed before the answer leaves, so that nobody is told of what was not kept.
Writing = Annotated[Session, Depends(_writing, scope="function")]
Looking = Annotated[Session, Depends(_looking, scope="function")]
