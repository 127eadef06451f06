"""The tests' own footing: databases of both kinds, and no way out."""

import asyncio
import socket

import pytest
from sqlalchemy import create_engine, make_url, text

from tests.conftest import ReachedOut


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
