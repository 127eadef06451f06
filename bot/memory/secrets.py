"""What only this installation knows."""

import hashlib
import hmac
from secrets import token_hex

from sqlalchemy import Connection, select, text

from bot.memory.tables import secret

_ADD = text("INSERT INTO secret (name, value) VALUES (:name, :value) ON CONFLICT DO NOTHING")
_SET = text("INSERT INTO secret (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value")


def alias(connection: Connection, person: str) -> str:
    """The opaque name by which the api knows a person: always the same here, and nobody's number."""
    key = recall(connection, "alias") or _made(connection, "alias")
    return hmac.digest(key.encode(), person.encode(), hashlib.sha256).hex()[:32]


def recall(connection: Connection, name: str) -> str | None:
    """What was kept under that name."""
    return connection.execute(select(secret.c.value).where(secret.c.name == name)).scalar()


def remember(connection: Connection, name: str, value: str) -> None:
    """Keeps it under that name."""
    connection.execute(_SET, {"name": name, "value": value})


def _made(connection: Connection, name: str) -> str:
    connection.execute(_ADD, {"name": name, "value": token_hex(32)})
    return recall(connection, name) or ""
