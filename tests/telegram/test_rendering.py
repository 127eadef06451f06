"""Screens as Telegram's HTML: escaped, within the limits, and never half in another language unsaid."""

import json
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.dialogue.errands import Tell
from bot.dialogue.events import Looked, Opened, Place
from bot.dialogue.screen import Block, DataFile, Link, Press, Screen, Style, para, quiet, quote, title
from bot.dialogue.turn import Content
from bot.dialogue.voice import button, say
from bot.memory.outbox import Kind
from bot.telegram.rendering import LIMIT, TelegramEdge
from content.sentences import Say, Verbatim
from content.wording import LANGUAGES, Wording


class Reader(HTMLParser):
    """What a phone shows of it; fails on a tag that is not closed in its place."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.open, self.tags = "", list[str](), set[str]()

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.open.append(tag)
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def shown(part: str) -> str:
    reader = Reader()
    reader.feed(part)
    reader.close()
    assert reader.open == []
    assert reader.tags <= {"b", "i", "blockquote"}
    return reader.text


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.fixture(scope="module")
def edge(content: Content) -> TelegramEdge:
    return TelegramEdge(content.words)


def body(edge: TelegramEdge, screen: Screen, language: str = "es") -> dict[str, Any]:
    (*_, message) = edge.show(screen, language)
    loaded: dict[str, Any] = json.loads(message.body)
    return loaded


def test_styles_and_blocks(edge: TelegramEdge) -> None:
    screen = Screen((title(Verbatim("A")), para(Verbatim("b"), Verbatim("c")), quiet(Verbatim("d")), quote(Verbatim("e"))), ())
    assert body(edge, screen)["parts"] == ["<b>A</b>\n\nb\nc\n\n<i>d</i>\n\n<blockquote>e</blockquote>"]


def test_what_people_typed_is_escaped(edge: TelegramEdge) -> None:
    (part,) = body(edge, Screen((quote(Verbatim("<b>&lt; 5 > 3")),), ()))["parts"]
    assert shown(part) == "<b>&lt; 5 > 3"


@pytest.mark.parametrize(("length", "parts"), [(4094, 1), (4095, 2), (20000, 5)])
def test_long_text_is_parted_before_the_limit(edge: TelegramEdge, length: int, parts: int) -> None:
    found = body(edge, Screen((para(Verbatim("a" * length)),), ()))["parts"]
    assert len(found) == parts
    assert "".join(map(shown, found)) == "a" * length
    assert all(units(shown(part)) <= LIMIT for part in found)


texts = some.text(some.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=3000)
blocks = some.builds(Block, some.lists(texts.map(Verbatim), min_size=1, max_size=4).map(tuple), some.sampled_from(list(Style)))


@given(some.lists(blocks, min_size=1, max_size=6))
def test_nothing_is_lost_in_parting(found: list[Block]) -> None:
    edge = TelegramEdge(Wording({}))
    parts = [shown(part) for part in body(edge, Screen(tuple(found), ()))["parts"]]
    assert all(units(part) <= LIMIT for part in parts)
    whole = "".join(line.written for block in found for line in block.lines if isinstance(line, Verbatim))
    assert "".join("".join(parts).split()) == "".join(whole.split())


def test_the_keyboard_hangs_below_the_last_part(edge: TelegramEdge) -> None:
    rows = ((Press(button("Volver"), Opened(Place.TASKS)), Link(Verbatim("web"), "https://example.cl")),)
    found = body(edge, Screen((para(Verbatim("a" * 5000)),), rows))
    assert found["keyboard"] == [[{"text": "Volver", "callback_data": "o|tasks"}, {"text": "web", "url": "https://example.cl"}]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_without_translation_is_told_to_be_spanish(edge: TelegramEdge, language: str) -> None:
    known, unknown = say("Elija su idioma."), Say("Una frase que nadie tradujo.", "bot")
    (part,) = body(edge, Screen((para(known), para(unknown)), ((Press(button("Volver"), Looked()),),)), language)["parts"]
    lines = shown(part).split("\n\n")
    assert lines[-2:] == ["Elija su idioma.", "Una frase que nadie tradujo."]
    assert len(lines) == (2 if language == "es" else 3)
    if language != "es":
        assert lines[0] == edge.wording.notice(edge.wording.shortfall([unknown], language), language)  # type: ignore[arg-type]


def test_attachments_go_first(edge: TelegramEdge) -> None:
    screen = Screen((para(Verbatim("aquí")),), (), (DataFile("datos.json", '{"ñ": 1}'),))
    file, text = edge.show(screen, "es")
    assert (file.kind, file.content, json.loads(file.body)) == (
        Kind.DOCUMENT,
        '{"ñ": 1}'.encode(),
        {"name": "datos.json", "caption": ""},
    )
    assert text.kind is Kind.SCREEN


def test_a_word_to_a_colleague_carries_one_button(edge: TelegramEdge) -> None:
    told = edge.tell(Tell("7", Verbatim("Ana cambió su respuesta."), button("Volver"), Opened(Place.QUESTION, "INS-1.1")), "es")
    assert told.kind is Kind.NOTICE
    assert json.loads(told.body)["keyboard"] == [[{"text": "Volver", "callback_data": "o|q|INS-1.1"}]]
