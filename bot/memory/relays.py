"""Which message of one side became which on the other: at most one each way, and what is still on its way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Text, and_, cast, delete, func, or_, select, text, update

from bot.memory.tables import case, relay

_ADD = text(
    'INSERT INTO relay (source_chat, source_message, "case", album, reply_to, is_note, entry, tries,'
    " target_chat, target_message, at)"
    " VALUES (:source_chat, :source_message, :case, :album, :reply_to, :is_note, 0, 0, 0, 0, :at) ON CONFLICT DO NOTHING"
)
# An edit is dated by Telegram in whole seconds, a copy by this machine, whose clock may be off by a little.
_SAME_INSTANT = 5.0


@dataclass(frozen=True, slots=True)
class Relayed:
    """A message and what became of it: `entry` with the api, `target_message` on the other side; 0 for not yet."""

    source_chat: int
    source_message: int
    case: str
    album: str
    reply_to: int
    is_note: bool
    entry: int
    tries: int
    target_chat: int
    target_message: int

    @property
    def key(self) -> str:
        """Its natural key."""
        return f"{self.source_chat}:{self.source_message}"

    @property
    def is_under_way(self) -> bool:
        """Whether it is being sent this moment, or may have been."""
        return self.tries > 0 and not self.target_message


_COLUMNS = tuple(relay.c[name] for name in Relayed.__dataclass_fields__)


def place(key: str) -> tuple[int, int]:
    """Chat and message of a natural key."""
    chat, _, message = key.rpartition(":")
    return int(chat), int(message)


def expect(
    connection: Connection, key: str, now: float, *, case: str = "", album: str = "", reply_to: int = 0, is_note: bool = False
) -> None:
    """Notes a message that is to be brought to the other side; once, however often it is noted."""
    chat, message = place(key)
    row = {"source_chat": chat, "source_message": message, "case": case, "album": album}
    connection.execute(_ADD, {**row, "reply_to": reply_to, "is_note": is_note, "at": now})


def find(connection: Connection, key: str) -> Relayed | None:
    """What became of a message, by where it came from."""
    return _relayed(connection.execute(select(*_COLUMNS).where(_source(key))).first())


def kept(connection: Connection, key: str, case: str, entry: int, *, is_note: bool = False) -> None:
    """The api has it, as that entry of that case."""
    noted = {"is_note": True} if is_note else {}  # what was marked meanwhile stays marked
    connection.execute(update(relay).where(_source(key)).values(case=case, entry=entry, **noted))


def turned_into_note(connection: Connection, key: str, edited_at: float) -> None:
    """Staff marked it as a note after writing it: neither it nor the rest of its album leaves.

    What left in that very instant may have left as the note, and counts as one that escaped.
    """
    found = find(connection, key)
    which = _in_album(found.source_chat, found.album) if found and found.album else _source(key)
    in_time = or_(relay.c.target_message == 0, relay.c.at >= edited_at - _SAME_INSTANT)
    connection.execute(update(relay).where(which, in_time).values(is_note=True))


def drop(connection: Connection, key: str) -> None:
    """It will never be brought anywhere."""
    connection.execute(delete(relay).where(_source(key), relay.c.target_message == 0))


def is_note(connection: Connection, key: str, album: str) -> bool:
    """Whether it was marked as a note, or any part of its album was: then all of it is."""
    chat, _ = place(key)
    which = _in_album(chat, album) if album else _source(key)
    marked = select(relay.c.source_message).where(which, relay.c.is_note.is_(True))
    return connection.execute(marked.limit(1)).first() is not None


def waiting(connection: Connection, key: str, album: str) -> Sequence[Relayed]:
    """What has not been brought yet of a message or of the album it belongs to, in order."""
    chat, _ = place(key)
    which = _in_album(chat, album) if album else _source(key)
    found = connection.execute(select(*_COLUMNS).where(which, relay.c.target_message == 0).order_by(relay.c.source_message)).all()
    return [Relayed(*row) for row in found]


def escaped(connection: Connection, key: str, album: str) -> Sequence[Relayed]:
    """What of a message or its album reached the other side and is a note."""
    chat, _ = place(key)
    which = _in_album(chat, album) if album else _source(key)
    found = connection.execute(select(*_COLUMNS).where(which, relay.c.is_note.is_(True), relay.c.target_message != 0)).all()
    return [Relayed(*row) for row in found]


def taken_back(connection: Connection, these: Sequence[Relayed]) -> None:
    """They are no longer on the other side."""
    for each in these:
        connection.execute(update(relay).where(_is(each)).values(target_chat=0, target_message=0))


def trying(connection: Connection, these: Sequence[Relayed], by: int) -> None:
    """Counts a sending that begins (1), or takes it back because it surely did not arrive (-1)."""
    for each in these:
        connection.execute(update(relay).where(_is(each)).values(tries=relay.c.tries + by))


def brought(connection: Connection, targets: Mapping[Relayed, int], chat: int, now: float) -> None:
    """They are on the other side now, in that chat under these numbers."""
    for each, message in targets.items():
        connection.execute(update(relay).where(_is(each)).values(target_chat=chat, target_message=message, at=now))


def counterpart(connection: Connection, chat: int, message: int) -> int:
    """What a message of this chat is on the other side, whichever way it went; 0 for nothing."""
    there = (relay.c.source_chat == chat) & (relay.c.source_message == message)
    # Not zero, said in words: the index is of those only, and what a parameter is the database does not know.
    here = (relay.c.target_chat == chat) & (relay.c.target_message == message) & (relay.c.target_message != 0)
    went = connection.execute(select(relay.c.target_message).where(there)).scalar()
    return int(went or connection.execute(select(relay.c.source_message).where(here)).scalar() or 0)


def repeated(connection: Connection) -> int:
    """How many messages may have come twice: sent once without a word of whether they arrived, and then again."""
    return int(connection.execute(select(func.coalesce(func.sum(relay.c.tries - 1), 0)).where(relay.c.tries > 1)).scalar_one())


def forget(connection: Connection, person: str) -> None:
    """Drops the messages of a person's private chat and of their cases."""
    theirs = select(case.c.id).where(case.c.person == person)
    connection.execute(delete(relay).where(or_(cast(relay.c.source_chat, Text) == person, relay.c.case.in_(theirs))))


def drop_closed(connection: Connection, closed_before: float) -> Sequence[tuple[int, int]]:
    """Drops what is known of cases that were closed before that moment; chat and thread of the topics they had."""
    old = select(case.c.id).where(case.c.closed_at < closed_before)
    connection.execute(delete(relay).where(relay.c.case.in_(old)))
    gone = delete(case).where(case.c.closed_at < closed_before).returning(case.c.chat, case.c.thread)
    return [(chat, thread) for chat, thread in connection.execute(gone).all() if thread]


def _in_album(chat: int, album: str) -> ColumnElement[bool]:
    return and_(relay.c.album == album, relay.c.album != "", relay.c.source_chat == chat)


def _source(key: str) -> ColumnElement[bool]:
    chat, message = place(key)
    return and_(relay.c.source_chat == chat, relay.c.source_message == message)


def _is(each: Relayed) -> ColumnElement[bool]:
    return and_(relay.c.source_chat == each.source_chat, relay.c.source_message == each.source_message)


def _relayed(row: Row[Any] | None) -> Relayed | None:
    return Relayed(*tuple(row)) if row else None
