"""Held by one replica at a time: who holds it sends, so that one pace holds for all."""

from dataclasses import dataclass

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from bot.memory.database import is_sqlite

_NUMBER = 7355609


@dataclass(slots=True)
class Baton:
    """Passes on by itself when its holder dies; on SQLite there is nobody else to hold it."""

    engine: Engine
    _connection: Connection | None = None
    _is_held: bool = False

    def is_held(self) -> bool:
        """Whether it is ours now, taken up if it was free; OperationalError when the database is away."""
        if is_sqlite(self.engine):
            return True
        try:
            return self._ask()
        except OperationalError:
            self.drop()
            raise

    def drop(self) -> None:
        """Gives it to whoever asks next."""
        connection, self._connection, self._is_held = self._connection, None, False
        if connection is None:
            return
        try:
            # Said, not left to the end of the connection: the server hears of that a moment later.
            connection.exec_driver_sql("SELECT pg_advisory_unlock_all()")
        except SQLAlchemyError:
            connection.invalidate()
        connection.close()

    def _ask(self) -> bool:
        if self._connection is None:
            self._connection = self.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        question = "SELECT true" if self._is_held else f"SELECT pg_try_advisory_lock({_NUMBER})"
        self._is_held = bool(self._connection.exec_driver_sql(question).scalar())
        return self._is_held
