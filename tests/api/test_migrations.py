"""The tables are what the models say, on both databases."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic import command
from sqlalchemy import inspect
from sqlalchemy.exc import IntegrityError

from api import migrations
from api.database import Database
from api.directory.indexing import part_id


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    yield database
    database.close()


def test_the_migrations_make_what_the_models_say(database: Database) -> None:
    assert not migrations.is_current(database)
    migrations.upgrade(database)
    assert migrations.is_current(database)
    migrations.check(database)


def test_run_again_they_change_nothing(database: Database) -> None:
    for _ in range(2):
        migrations.upgrade(database)
    migrations.check(database)


def test_two_processes_at_once_migrate_once(database_url: str) -> None:
    databases = [Database(database_url) for _ in range(3)]
    with ThreadPoolExecutor(3) as threads:
        list(threads.map(migrations.upgrade, databases))
    assert migrations.is_current(databases[0])
    for each in databases:
        each.close()


def test_they_can_be_taken_back(database: Database) -> None:
    migrations.upgrade(database)
    with database.transaction() as session:
        command.downgrade(migrations._config(session.connection()), "base")
    assert set(inspect(database.engine).get_table_names()) <= {"alembic_version"}


def test_no_column_is_an_enum_and_unknown_words_are_refused(database: Database) -> None:
    migrations.upgrade(database)
    with pytest.raises(IntegrityError), database.transaction() as session:
        session.connection().exec_driver_sql(
            "INSERT INTO token (digest, role, name, created_at) VALUES ('x', 'mayor', 'x', '2026-01-01')"
        )


def test_what_a_block_did_before_it_broke_is_undone(database: Database) -> None:
    migrations.upgrade(database)
    with pytest.raises(ZeroDivisionError):
        _break_half_way(database)
    with database.look() as session:
        assert session.connection().exec_driver_sql("SELECT count(*) FROM token").scalar() == 0


def _break_half_way(database: Database) -> None:
    with database.transaction() as session:
        session.connection().exec_driver_sql(
            "INSERT INTO token (digest, role, name, created_at) VALUES ('x', 'bot', 'x', '2026-01-01')"
        )
        raise ZeroDivisionError


def test_services_keep_their_history_and_gain_papers_numbers_places_and_words(database: Database) -> None:
    migrations.upgrade(database)
    with database.transaction() as session:
        command.downgrade(migrations._config(session.connection()), "0003")
        for id, papers in (("b", "with_run"), ("a", "any")):
            document = json.dumps({"papers": papers, "spots": [{"commune": "05601"}] if id == "b" else []})
            session.connection().exec_driver_sql(
                "INSERT INTO service (id, organization, status, words, document, doubts, modified_at) "
                f"VALUES ('{id}', 'x', 'active', 'una clase, 中文 clase', '{document}', 0, '2026-01-01 00:00:00')"
            )
            session.connection().exec_driver_sql(
                'INSERT INTO service_change (service, at, kind, "by", document) '
                f"VALUES ('{id}', '2026-01-01 00:00:00', 'added', 'x', '{{}}')"
            )
    migrations.upgrade(database)
    with database.look() as session:
        found = session.connection().exec_driver_sql("SELECT id, papers, number FROM service ORDER BY number").all()
        assert [tuple(each) for each in found] == [("a", "any", 1), ("b", "with_run", 2)]
        assert session.connection().exec_driver_sql("SELECT count(*) FROM service_change").scalar() == 2
        (placed,) = session.connection().exec_driver_sql("SELECT id, service, position, commune FROM service_spot").all()
        assert tuple(placed) == (part_id("b", "service_at_location"), "b", 0, "05601")
        words = session.connection().exec_driver_sql("SELECT word FROM service_word WHERE service = 1").scalars().all()
        assert set(words) == {"una", "clase", "中", "文"}
