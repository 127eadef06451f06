"""The inbox: what arrived is committed here before anybody is told that it did."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, func, literal, select, text, update

from bot.dialogue.events import Outcome
from bot.memory.hot import Hot
from bot.memory.tables import inbox
from bot.memory.writing import write_outcome

PARKED_AFTER = 5
_KEEP_IDS = 14 * 24 * 3600.0
_AHEAD = 200

_INSERT = Hot(
    text(
        "INSERT INTO inbox (update_id, lane, body, received_at, attempts, parked)"
        " VALUES (:update_id, :lane, :body, :received_at, 0, false) ON CONFLICT DO NOTHING"
    )
)
_COLUMNS = (inbox.c.update_id, inbox.c.lane, inbox.c.body)
_WAITING = inbox.c.handled_at.is_(None) & inbox.c.parked.is_(False)
_OLDEST = select(*_COLUMNS).where(_WAITING).order_by(inbox.c.update_id).limit(1)
_FIRST = Hot(_OLDEST)
_OLDEST_BUT = _OLDEST.where(inbox.c.lane.not_in(bindparam("resting", expanding=True)))
_OLDEST_OF_LANE = Hot(_OLDEST.where(inbox.c.lane == bindparam("lane")))
_AHEAD_ROWS = select(inbox.c.lane, inbox.c.update_id).where(_WAITING).order_by(inbox.c.update_id).limit(_AHEAD).subquery()
_LANES = Hot(select(_AHEAD_ROWS.c.lane).group_by(_AHEAD_ROWS.c.lane).order_by(func.min(_AHEAD_ROWS.c.update_id)))
_TRY_LANE = Hot(select(func.pg_try_advisory_xact_lock(func.hashtextextended(bindparam("lane"), 0))))
# Once handled, the number alone stays: it tells a redelivery apart.
_HANDLED = Hot(
    update(inbox).where(inbox.c.update_id == bindparam("claimed")).values(handled_at=bindparam("now"), lane="", body="")
)
_ATTEMPT = (
    update(inbox)
    .where(inbox.c.update_id == bindparam("claimed"))
    .values(attempts=inbox.c.attempts + 1)
    .returning(inbox.c.attempts)
)


@dataclass(frozen=True, slots=True)
class Claimed:
    """One update or outcome in hand. The lane is the person, or the group and its topic."""

    update_id: int
    lane: str
    body: str

    @property
    def is_outcome(self) -> bool:
        """Whether an errand of ours speaks here, and not Telegram."""
        return self.update_id < 0


def lane_of(raw: dict[str, Any]) -> str:
    """Whose turn a raw update is: a person's number, `chat:topic` of a group, or `-` where nobody is named."""
    if callback := raw.get("callback_query"):
        message = callback.get("message") or {}
        is_private = message.get("chat", {}).get("type", "private") == "private"
        return str(callback["from"]["id"]) if is_private else _lane_in(message)
    for content in raw.values():
        if isinstance(content, dict) and isinstance(content.get("chat"), dict):
            return _lane_in(content)
    return "-"


def _lane_in(message: dict[str, Any]) -> str:
    chat = message["chat"]
    topic = message.get("message_thread_id", 0) if message.get("is_topic_message") else 0
    return str(chat["id"]) if chat.get("type") == "private" else f"{chat['id']}:{topic}"


def receive(connection: Connection, updates: Sequence[dict[str, Any]], now: float) -> None:
    """Keeps raw updates; those already seen are passed over."""
    rows = [
        {"update_id": raw["update_id"], "lane": lane_of(raw), "body": json.dumps(raw, ensure_ascii=False), "received_at": now}
        for raw in updates
    ]
    _INSERT.run_each(connection, rows)


def report(connection: Connection, errand: str, lane: str, dossier: str, outcome: Outcome, now: float) -> None:
    """Keeps the outcome of an errand, once however often it is reported."""
    number = -1 - (UUID(errand).int >> 65)
    body = write_outcome(outcome, dossier)
    _INSERT.run(connection, {"update_id": number, "lane": lane, "body": body, "received_at": now})


def claim(connection: Connection, resting: Collection[str]) -> Claimed | None:
    """The oldest of a lane that nobody else has in hand, for as long as the transaction lasts."""
    if connection.dialect.name == "sqlite":
        return _claimed(connection.execute(_OLDEST_BUT, {"resting": list(resting)}).all() if resting else _FIRST.run(connection))
    for (lane,) in _LANES.run(connection):
        if lane in resting or _TRY_LANE.run(connection, {"lane": lane}) == [(False,)]:
            continue
        # Read again: somebody may have handled it between the list and the lock.
        if claimed := _claimed(_OLDEST_OF_LANE.run(connection, {"lane": lane})):
            return claimed
    return None


def handled(connection: Connection, claimed: Claimed, now: float) -> None:
    """Marks it as handled and blanks what it said."""
    _HANDLED.run(connection, {"claimed": claimed.update_id, "now": now})


def count_attempt(connection: Connection, claimed: Claimed) -> int:
    """How often this one has failed, this time included."""
    return int(connection.execute(_ATTEMPT, {"claimed": claimed.update_id}).scalar_one())


def park(connection: Connection, claimed: Claimed) -> None:
    """Puts it aside for staff to look at; its lane goes on."""
    connection.execute(update(inbox).where(inbox.c.update_id == claimed.update_id).values(parked=literal(True)))


def longest_wait(connection: Connection, now: float) -> float:
    """How many seconds the oldest unhandled update has been waiting; 0 when none is."""
    since = connection.execute(select(func.min(inbox.c.received_at)).where(_WAITING)).scalar()
    return max(0.0, now - since) if since else 0.0


def tidy(connection: Connection, now: float) -> None:
    """Drops the numbers of what was handled long ago."""
    connection.execute(delete(inbox).where(inbox.c.handled_at < now - _KEEP_IDS))


def drop_lane(connection: Connection, lane: str) -> None:
    """Drops whatever a person wrote that was put aside."""
    connection.execute(delete(inbox).where(inbox.c.lane == lane, inbox.c.parked.is_(True)))


def drop_parked(connection: Connection, parked_before: float) -> None:
    """Drops what was put aside and came before that (seconds since 1970): nobody will look at it any more."""
    connection.execute(delete(inbox).where(inbox.c.parked.is_(True), inbox.c.received_at < parked_before))


def _claimed(found: Sequence[Any]) -> Claimed | None:
    return Claimed(*found[0]) if found else None
