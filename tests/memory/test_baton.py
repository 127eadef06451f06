"""One replica sends at a time, and another takes over when it dies."""

import time

from bot.memory.baton import Baton
from bot.memory.database import Memory


def test_one_holds_it_until_it_lets_go_or_dies(postgresql_url: str) -> None:
    memories = [Memory(postgresql_url) for _ in range(2)]
    first, second = (Baton(memory.engine) for memory in memories)
    assert first.is_held()
    assert first.is_held()
    assert not second.is_held()
    first.drop()
    assert second.is_held()
    assert not first.is_held()
    with memories[0].engine.connect() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted AND pid <> pg_backend_pid()"
            " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
        )
    end = time.monotonic() + 10  # the server ends what it is told to end a moment later
    while not first.is_held() and time.monotonic() < end:
        time.sleep(0.05)
    assert first.is_held()
    for baton, memory in zip((first, second), memories, strict=True):
        baton.drop()
        memory.close()


def test_on_a_file_there_is_nobody_else() -> None:
    memory = Memory("sqlite://")
    assert Baton(memory.engine).is_held()
    memory.close()
