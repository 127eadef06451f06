"""The tests' own footing: databases of both kinds, and no way out."""

import asyncio
import socket

import psycopg
import pytest
from sqlalchemy import create_engine, make_url, text

from api.database import Database
from tests import tables
from tests.conftest import ReachedOut
from tests.databases import PostgreSQL


def test_a_database_is_there_and_empty(database_url: str) -> None:
    engine = create_engine(make_url(database_url.replace("postgresql://", "postgresql+psycopg://")))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE stone (weight INTEGER)"))
        assert connection.execute(text("SELECT count(*) FROM stone")).scalar_one() == 0
    engine.dispose()


def test_nobody_reaches_beyond_this_machine() -> None:
    with socket.socket() as probe, pytest.raises(ReachedOut):
        probe.connect(("192.0.2.1", 9))


async def test_nor_does_the_event_loop() -> None:
    with pytest.raises(ReachedOut):
        await asyncio.open_connection("192.0.2.1", 9)


def test_what_was_lent_comes_back_empty_and_counts_anew(postgresql: PostgreSQL) -> None:
    for _ in range(2):
        with postgresql.lent(tables.of_the_api) as url:
            database = Database(url)
            with database.transaction() as session:
                row = "('x', 'bot', 'x', now())"
                session.connection().execute(text(f"INSERT INTO token (digest, role, name, created_at) VALUES {row}"))
                assert session.connection().execute(text("SELECT id FROM token")).scalars().all() == [1]
            database.close()
            forgotten = psycopg.connect(url)
            forgotten.execute("LOCK TABLE token")  # somebody who never leaves
        forgotten.close()
