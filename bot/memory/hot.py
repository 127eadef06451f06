"""Statements of every turn, compiled once and given to the driver itself: the toolkit in between costs more than they do."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Table, TextClause, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.expression import ClauseElement

Row = tuple[Any, ...]
Values = Mapping[str, Any]


class Hot:
    """A statement whose values are named when it is run; every column of a row that is added has to be among them."""

    __slots__ = ("_compiled", "_statement")

    def __init__(self, statement: ClauseElement) -> None:
        self._statement = statement
        self._compiled: dict[str, tuple[str, Sequence[str] | None, Values]] = {}

    def run(self, connection: Connection, values: Values | None = None) -> list[Row]:
        """What it finds, as the driver gives it: a truth value may come as 0 or 1. Errors are SQLAlchemy's."""
        sql, names, own = self._for(connection)
        with _driver(connection) as cursor:
            cursor.execute(sql, _bound(names, own, values or {}))
            return list(cursor.fetchall()) if cursor.description else []

    def run_each(self, connection: Connection, rows: Sequence[Values]) -> None:
        """Runs it for each of the rows; for none it does nothing."""
        if rows:
            sql, names, own = self._for(connection)
            with _driver(connection) as cursor:
                cursor.executemany(sql, [_bound(names, own, row) for row in rows])

    def _for(self, connection: Connection) -> tuple[str, Sequence[str] | None, Values]:
        kind = connection.dialect.name
        if kind not in self._compiled:
            compiled: Any = self._statement.compile(dialect=connection.dialect)
            names = tuple(compiled.positiontup) if compiled.positional else None
            self._compiled[kind] = (str(compiled), names, dict(compiled.params))
        return self._compiled[kind]


@contextmanager
def _driver(connection: Connection) -> Iterator[Any]:
    cursor, driver = connection.connection.cursor(), connection.dialect.loaded_dbapi
    try:
        yield cursor
    except driver.Error as error:
        raise DBAPIError.instance(None, None, error, driver.Error, hide_parameters=True, dialect=connection.dialect) from error
    finally:
        cursor.close()


def upsert(table: Table) -> TextClause:
    """Adds a row, or puts its columns in place of those of the row with the same key."""
    names = [column.name for column in table.columns]
    key = [column.name for column in table.primary_key]
    values = ", ".join(f":{name}" for name in names)
    changes = ", ".join(f"{name} = excluded.{name}" for name in names if name not in key)
    added = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({values})"  # noqa: S608  (names of our own tables)
    return text(f"{added} ON CONFLICT ({', '.join(key)}) DO UPDATE SET {changes}")


def _bound(names: Sequence[str] | None, own: Values, values: Values) -> Any:
    if names is None:
        return {**own, **values}
    return tuple(values[name] if name in values else own[name] for name in names)
