"""What a container is asked: whether the bot keeps up."""

import time

from bot.assembly import is_well
from bot.memory import inbox
from bot.memory.database import Memory
from bot.settings import Settings
from tests.memory.conftest import message


def test_it_is_well_while_nothing_waits_for_long(memory: Memory, migrated_url: str) -> None:
    settings = Settings(bot_database_url=migrated_url)
    with memory.engine.begin() as connection:
        inbox.receive(connection, [message(1, 7, "hola")], time.time())
    assert is_well(settings)


def test_it_is_not_while_somebody_waits_for_a_minute(memory: Memory, migrated_url: str) -> None:
    settings = Settings(bot_database_url=migrated_url)
    with memory.engine.begin() as connection:
        inbox.receive(connection, [message(1, 7, "hola")], time.time() - 61)
    assert not is_well(settings)


def test_it_is_not_without_its_tables(database_url: str) -> None:
    assert not is_well(Settings(bot_database_url=database_url))
