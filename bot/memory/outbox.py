"""What is to be sent, chat by chat in order; a newer screen takes the place of an older one that was not sent yet."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from sqlalchemy import Connection, bindparam, delete, func, select, text, update

from bot.memory.hot import Hot, Row
from bot.memory.tables import living, outbox


class Kind(StrEnum):
    """A screen lives and may be replaced; all others stay. Photo and document carry bytes, a voice is made as it is sent."""

    SCREEN = "screen"
    NOTICE = "notice"
    PHOTO = "photo"
    DOCUMENT = "document"
    VENUE = "venue"
    VOICE = "voice"


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to send, already worded; `body` is JSON that the sender understands."""

    kind: Kind
    body: str
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message that waits. `after`: the person's own message that it answers; `pressed`: the one whose button was pressed."""

    id: int
    chat: str
    kind: Kind
    body: str
    content: bytes | None
    after: int
    pressed: int
    farewell: bool


@dataclass(frozen=True, slots=True)
class Living:
    """The living screen of a chat: its message, and the last message of ours below it; 0 for none."""

    message: int = 0
    below: int = 0


_SUPERSEDED = Hot(delete(outbox).where(outbox.c.chat == bindparam("of"), outbox.c.kind == Kind.SCREEN).returning(outbox.c.after))
_ADD = Hot(
    text(
        "INSERT INTO outbox (chat, kind, body, content, after, pressed, due, farewell)"
        " VALUES (:chat, :kind, :body, :content, :after, :pressed, :due, :farewell)"
    )
)
_COLUMNS = (
    outbox.c.id,
    outbox.c.chat,
    outbox.c.kind,
    outbox.c.body,
    outbox.c.content,
    outbox.c.after,
    outbox.c.pressed,
    outbox.c.farewell,
)
_HEADS = select(func.min(outbox.c.id)).group_by(outbox.c.chat)
_DUE = Hot(select(outbox.c.chat).where(outbox.c.id.in_(_HEADS), outbox.c.due <= bindparam("now")).order_by(outbox.c.id))
_NEXT = Hot(select(*_COLUMNS).where(outbox.c.chat == bindparam("of")).order_by(outbox.c.id).limit(1))
_LIVING = Hot(select(living.c.message, living.c.below).where(living.c.chat == bindparam("of")))
_SENT = Hot(delete(outbox).where(outbox.c.id == bindparam("which")))
_PLACE = Hot(
    text(
        "INSERT INTO living (chat, message, below, unreachable) VALUES (:chat, :message, :below, false)"
        " ON CONFLICT (chat) DO UPDATE SET message = excluded.message, below = excluded.below, unreachable = false"
    )
)
_UNREACHABLE = text(
    "INSERT INTO living (chat, message, below, unreachable) VALUES (:chat, 0, 0, true)"
    " ON CONFLICT (chat) DO UPDATE SET unreachable = true"
)


@dataclass(frozen=True, slots=True)
class Reply:
    """What to say to one chat. `due` in seconds since 1970; `farewell` when nothing may be kept of the chat afterwards."""

    chat: str
    messages: tuple[Message, ...]
    due: float
    after: int = 0
    pressed: int = 0
    farewell: bool = False


def add(connection: Connection, reply: Reply) -> None:
    """Queues it; a screen among it takes the place of a screen that still waits."""
    after = reply.after
    if any(message.kind is Kind.SCREEN for message in reply.messages):
        after = max([after, *(earlier for (earlier,) in _SUPERSEDED.run(connection, {"of": reply.chat}))])
    same = {"chat": reply.chat, "after": after, "pressed": reply.pressed, "due": reply.due, "farewell": reply.farewell}
    rows = [{**same, "kind": each.kind, "body": each.body, "content": each.content} for each in reply.messages]
    _ADD.run_each(connection, rows)


def due_chats(connection: Connection, now: float) -> Sequence[str]:
    """The chats whose next message is due, longest waiting first."""
    return [chat for (chat,) in _DUE.run(connection, {"now": now})]


def due(connection: Connection, now: float, but: Collection[str], most: int) -> list[tuple[Waiting, Living]]:
    """The next message of up to so many chats where one is due, but for those named, and where their living screens are."""
    chats = islice((chat for chat in due_chats(connection, now) if chat not in but), most)
    return [found for chat in chats if (found := next_of(connection, chat))]


def next_of(connection: Connection, chat: str) -> tuple[Waiting, Living] | None:
    """The next message of a chat, and where its living screen is."""
    found = _NEXT.run(connection, {"of": chat})
    if not found:
        return None
    place = _LIVING.run(connection, {"of": chat})
    return _waiting(found[0]), Living(*place[0]) if place else Living()


def sent(connection: Connection, done: Collection[tuple[Waiting, Living]]) -> None:
    """Takes out what was sent and keeps where the living screens are now."""
    _SENT.run_each(connection, [{"which": waiting.id} for waiting, _ in done])
    places = [{"chat": w.chat, "message": place.message, "below": place.below} for w, place in done if not w.farewell]
    _PLACE.run_each(connection, places)
    for waiting, _ in done:
        if waiting.farewell and waiting.kind is Kind.SCREEN:
            connection.execute(delete(living).where(living.c.chat == waiting.chat))


def drop(connection: Connection, waiting: Waiting) -> None:
    """Takes out a message that can never be sent."""
    _SENT.run(connection, {"which": waiting.id})


def unreachable(connection: Connection, chat: str) -> None:
    """The person blocked us: nothing waits for them until they write again."""
    clear(connection, chat)
    connection.execute(_UNREACHABLE, {"chat": chat})


def blocked(connection: Connection, chat: str) -> None:
    """The person blocked us; what waits for them is kept."""
    connection.execute(_UNREACHABLE, {"chat": chat})


def reachable(connection: Connection, chat: str) -> None:
    """The person wrote: whoever does has let us in again."""
    connection.execute(update(living).where(living.c.chat == chat, living.c.unreachable.is_(True)).values(unreachable=False))


def is_reachable(connection: Connection, chat: str) -> bool:
    """Whether the person is not known to have blocked us."""
    return not connection.execute(select(living.c.unreachable).where(living.c.chat == chat)).scalar()


def came_below(connection: Connection, chat: str, message: int) -> None:
    """A message of ours went to the chat by another way: the living screen is no longer at the bottom."""
    connection.execute(update(living).where(living.c.chat == chat, living.c.below < message).values(below=message))


def clear(connection: Connection, chat: str) -> None:
    """Takes out whatever waits for a chat."""
    connection.execute(delete(outbox).where(outbox.c.chat == chat))


def drop_unsent(connection: Connection, chat: str, due_before: float) -> None:
    """Takes out screens, and what belongs to them, that could not be sent for so long (seconds since 1970)."""
    screens = outbox.c.kind.in_((Kind.SCREEN, Kind.VENUE, Kind.VOICE))
    connection.execute(delete(outbox).where(outbox.c.chat == chat, outbox.c.due < due_before, screens))


def leave(connection: Connection, chat: str) -> None:
    """Forgets the chat, its living screen included: nothing will be sent there."""
    clear(connection, chat)
    connection.execute(delete(living).where(living.c.chat == chat))


def _waiting(row: Row) -> Waiting:
    id, chat, kind, body, content, after, pressed, farewell = row
    return Waiting(id, chat, Kind(kind), body, content, after, pressed, bool(farewell))
