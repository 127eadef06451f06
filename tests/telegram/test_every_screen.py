"""Long random walks through the real conversation: what is shown in any language is what Telegram takes."""

import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.dialogue.conversation import take_turn
from bot.dialogue.errands import AcceptInvitation, Errand, FetchFile, HandOver, MakeInvitation
from bot.dialogue.events import Accepted, Event, Fetched, HandedOver, Invited, Outcome, Sent, Spoke, Started, Wrote
from bot.dialogue.person import Person, State
from bot.dialogue.screen import Press, Screen
from bot.dialogue.turn import Content
from bot.memory.outbox import Kind
from bot.playground.html import read_html
from bot.playground.keyboards import inline
from bot.playground.limits import units
from bot.playground.spec import read_spec
from bot.telegram.rendering import CAPTION_LIMIT, LIMIT, TelegramEdge
from content.wording import LANGUAGES

SPEC = read_spec()
STEPS = 250
BEGIN = datetime(2026, 11, 24, 12, tzinfo=UTC)


def outcome(errand: Errand, now: datetime) -> Outcome | None:
    match errand:
        case FetchFile(piece):
            return Fetched(piece, "ab" * 32, "application/pdf", 1000)
        case AcceptInvitation():
            return Accepted("13125", focal_point=True)
        case MakeInvitation():
            return Invited("inv_x", "https://t.me/x?start=inv_x", now + timedelta(days=7))
        case HandOver(_, round):
            return HandedOver(round, f"SM-2026-000{round}-AB", now, "cd" * 32)
    return None


def walk(content: Content, seed: int, begin: Event) -> Iterator[Screen]:
    """What somebody sees who presses whatever stands there, and sometimes writes or sends something."""
    chance, now, state = random.Random(seed), BEGIN, State(Person("7"))
    waiting: list[Event] = [begin, Spoke("es")]
    for step in range(STEPS):
        now += timedelta(minutes=1)
        turn = take_turn(content, state, waiting.pop(0), now)
        state = turn.state or State(Person("7", "es"))
        waiting += [came for errand in turn.errands if (came := outcome(errand, now))]
        if turn.screen is None:
            waiting = waiting or [Started()]
            continue
        yield turn.screen
        if not waiting:
            presses = [button.event for row in turn.screen.rows for button in row if isinstance(button, Press)]
            odd: list[Event] = [
                Wrote("Ana Soto"),
                Wrote('<12> & "más"'),
                Sent(f"7:{step}", "F", "carta.pdf", "application/pdf", 9),
            ]
            waiting = [chance.choice(odd if chance.random() < 0.1 or not presses else presses)]


@pytest.mark.parametrize(
    "begin", [Started(), Started("inv_x"), Started("com_13101")], ids=["anybody", "an official", "a migrant"]
)
@pytest.mark.parametrize("seed", [1, 2])
def test_telegram_takes_every_screen_in_every_language(content: Content, seed: int, begin: Event) -> None:
    edge, seen = TelegramEdge(content.words), Counter[str]()
    for screen in walk(content, seed, begin):
        check_attachments(edge, screen)
        for language in LANGUAGES:
            (message,) = edge.show(replace(screen, attachments=()), language)
            body = json.loads(message.body)
            for part in body["parts"]:
                text, _ = read_html(part)
                assert 0 < units(text.strip()) <= LIMIT
                call = {"chat_id": 7, "text": part, "parse_mode": "HTML", "reply_markup": {"inline_keyboard": body["keyboard"]}}
                assert SPEC.read_call("sendMessage", call).complaints == ()
            inline({"inline_keyboard": body["keyboard"]})
            seen[language] += 1
    assert min(seen.values()) > STEPS / 2


def check_attachments(edge: TelegramEdge, screen: Screen) -> None:
    for message in edge.show(screen, "es")[:-1]:
        caption = json.loads(message.body)["caption"]
        assert units(read_html(caption)[0]) <= CAPTION_LIMIT
        assert message.content
        if message.kind is Kind.PHOTO:
            assert message.content.startswith(b"\x89PNG")
            assert len(message.content) < 10 * 1024 * 1024
