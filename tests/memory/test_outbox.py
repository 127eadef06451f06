"""What waits to be sent: in order for each chat, and no screen that a newer one has replaced."""

from bot.memory import outbox
from bot.memory.outbox import Kind, Living, Message, Reply, Waiting
from tests.memory.conftest import Desk

SCREEN, NOTICE, PHOTO = Message(Kind.SCREEN, "screen"), Message(Kind.NOTICE, "notice"), Message(Kind.PHOTO, "photo", b"\x89PNG")


def add(desk: Desk, chat: str, *messages: Message, after: int = 0, wait: float = 0, farewell: bool = False) -> None:
    reply = Reply(chat, messages, desk.clock() + wait, after, farewell=farewell)
    desk.do(outbox.add, reply)


def head(desk: Desk, chat: str) -> tuple[Waiting, Living] | None:
    return desk.do(outbox.next_of, chat)


def send(desk: Desk, chat: str, place: Living) -> Waiting:
    found = head(desk, chat)
    assert found is not None
    desk.do(outbox.sent, [(found[0], place)])
    return found[0]


def test_a_newer_screen_takes_the_place_of_one_that_waits(desk: Desk) -> None:
    add(desk, "7", SCREEN, after=3)
    add(desk, "7", NOTICE)
    add(desk, "8", SCREEN)
    add(desk, "7", PHOTO, Message(Kind.SCREEN, "newer"))
    sent = [send(desk, "7", Living(1)) for _ in range(3)]
    assert [(each.kind, each.body, each.content) for each in sent] == [
        ("notice", "notice", None),
        ("photo", "photo", b"\x89PNG"),
        ("screen", "newer", None),
    ]
    assert sent[-1].after == 3  # it answers what the older one would have answered
    assert head(desk, "7") is None
    assert head(desk, "8") is not None


def test_whoever_sent_the_old_screen_does_not_take_out_the_new_one(desk: Desk) -> None:
    add(desk, "7", SCREEN)
    old = head(desk, "7")
    assert old is not None
    add(desk, "7", Message(Kind.SCREEN, "newer"))
    desk.do(outbox.sent, [(old[0], Living(5))])
    new = head(desk, "7")
    assert new is not None
    assert (new[0].body, new[1]) == ("newer", Living(5))


def test_a_chat_is_due_when_its_first_message_is(desk: Desk) -> None:
    add(desk, "7", SCREEN, wait=1.5)
    add(desk, "8", NOTICE)
    assert list(desk.do(outbox.due_chats, desk.clock())) == ["8"]
    desk.clock.now += 2
    assert list(desk.do(outbox.due_chats, desk.clock())) == ["7", "8"]


def test_nothing_waits_for_somebody_who_blocked_us(desk: Desk) -> None:
    add(desk, "7", SCREEN)
    desk.do(outbox.unreachable, "7")
    assert head(desk, "7") is None
    assert not desk.do(outbox.is_reachable, "7")
    add(desk, "7", SCREEN)  # they wrote again
    send(desk, "7", Living(9))
    assert desk.do(outbox.is_reachable, "7")


def test_after_a_farewell_nothing_is_known_of_the_chat(desk: Desk) -> None:
    add(desk, "7", SCREEN)
    send(desk, "7", Living(4))
    add(desk, "7", SCREEN, farewell=True)
    assert send(desk, "7", Living(4)).farewell
    add(desk, "7", SCREEN)
    found = head(desk, "7")
    assert found is not None
    assert found[1] == Living()
