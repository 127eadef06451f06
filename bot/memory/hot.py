"""Statements of every turn, compiled once: the toolkit between them and the driver would cost three times as much."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, CursorResult, Table, TextClause, text
from sqlalchemy.sql.expression import ClauseElement

Values = Mapping[str, Any]


class Hot:
    """A statement whose values are named when it is run; every column of a row that is added has to be among them."""

    __slots__ = ("_compiled", "_statement")

    def __init__(self, statement: ClauseElement) -> None:
        self._statement = statement
        self._compiled: dict[str, tuple[str, Sequence[str] | None, Values]] = {}

    def run(self, connection: Connection, values: Values | None = None) -> CursorResult[Any]:
        """The result, as the driver gives it: a truth value may come as 0 or 1."""
        sql, names, own = self._for(connection)
        return connection.exec_driver_sql(sql, _bound(names, own, values or {}))

    def run_each(self, connection: Connection, rows: Sequence[Values]) -> None:
        """Runs it for each of the rows; for none it does nothing."""
        if rows:
            sql, names, own = self._for(connection)
            connection.exec_driver_sql(sql, [_bound(names, own, row) for row in rows])

    def _for(self, connection: Connection) -> tuple[str, Sequence[str] | None, Values]:
        kind = connection.dialect.name
        if kind not in self._compiled:
            compiled: Any = self._statement.compile(dialect=connection.dialect)
            names = tuple(compiled.positiontup) if compiled.positional else None
            self._compiled[kind] = (str(compiled), names, dict(compiled.params))
        return self._compiled[kind]


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
