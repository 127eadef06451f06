"""Databases that have their tables and nothing in them: migrated once in a run, then copied or emptied for each test."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from api.database import Database
from api.migrations import upgrade
from bot.memory.database import Memory, migrate
from tests.databases import PostgreSQL

Tables = Callable[[str], None]
"""Makes the tables of one side in a new database."""


def of_the_api(url: str) -> None:
    """All that the api keeps."""
    database = Database(url)
    upgrade(database)
    database.close()


def of_the_bot(url: str) -> None:
    """All that the bot remembers."""
    memory = Memory(url)
    migrate(memory.engine)
    memory.close()


def in_a_file(tables: Tables, file: Path) -> str:
    """The URL of a file with those tables; of the same one when asked again."""
    if not file.exists():
        file.write_bytes(_migrated(tables))
    return f"sqlite:///{file}"


def on_either(request: pytest.FixtureRequest, tables: Tables, folder: Path) -> Iterator[str]:
    """The URL of a database of the kind that the request's parameter names, for as long as the test runs."""
    if request.param == "sqlite":
        yield in_a_file(tables, folder / "sello.sqlite3")
        return
    server: PostgreSQL = request.getfixturevalue("postgresql")
    with server.lent(tables) as url:
        yield url


@cache
def _migrated(tables: Tables) -> bytes:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "sello.sqlite3"
        tables(f"sqlite:///{file}")
        return file.read_bytes()
