from typing import Any

import pytest

from bot.playground.formatting import caption, message_text, plain
from bot.playground.refusals import Refused

Entity = tuple[str, int, int]


def read(html: str) -> tuple[str, list[Entity]]:
    formatted = message_text({"text": html, "parse_mode": "HTML"})
    return formatted.text, [(e["type"], e["offset"], e["length"]) for e in formatted.entities]


READ: list[tuple[str, str, list[Entity]]] = [
    ("<b>Hola</b>", "Hola", [("bold", 0, 4)]),
    (
        "<strong>a</strong><em>b</em><ins>c</ins><del>d</del>",
        "abcd",
        [("bold", 0, 1), ("italic", 1, 1), ("underline", 2, 1), ("strikethrough", 3, 1)],
    ),
    ("😀<i>ñ</i>", "😀ñ", [("italic", 2, 1)]),
    ("<b>a <i>b</i></b>", "a b", [("bold", 0, 3), ("italic", 2, 1)]),
    ("  <b> a</b> \n", "a", [("bold", 0, 1)]),
    ("a &lt;b&gt; &amp; &quot;c&quot; &#233; &nbsp;", 'a <b> & "c" é &nbsp;', []),
    ("<tg-spoiler>a</tg-spoiler><span class='tg-spoiler'>b</span>", "ab", [("spoiler", 0, 1), ("spoiler", 1, 1)]),
    ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
    ("<code>/start</code>", "/start", [("code", 0, 6)]),
    ('<a href="https://x.cl/?a=1&amp;b=2">ver</a>', "ver", [("text_link", 0, 3)]),
    ("<a>nada</a>", "nada", []),
    ("<b></b>a", "a", []),
]


@pytest.mark.parametrize(("html", "text", "entities"), READ)
def test_html_becomes_text_and_entities(html: str, text: str, entities: list[Entity]) -> None:
    assert read(html) == (text, entities)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<p>a</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("ñ<br>", 'Unsupported start tag "br" at byte offset 2'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler"'),
    ],
)
def test_other_html_is_refused_and_the_place_said(html: str, reason: str) -> None:
    with pytest.raises(Refused, match="can't parse entities") as refused:
        read(html)
    assert reason in refused.value.description


@pytest.mark.parametrize(
    ("markdown", "mode", "text", "entities"),
    [
        (
            "*a* _b_ __c__ ~d~ ||e|| `f.`",
            "MarkdownV2",
            "a b c d e f.",
            ["bold", "italic", "underline", "strikethrough", "spoiler", "code"],
        ),
        (r"*a _b_*\. 1\-2", "MarkdownV2", "a b. 1-2", ["bold", "italic"]),
        (r"[x \[1\]](https://x.cl/a\))", "MarkdownV2", "x [1]", ["text_link"]),
        ("```\na*b\n```", "MarkdownV2", "a*b", ["pre"]),
        ("*a* _b_ 1.2 [x](https://x.cl)", "Markdown", "a b 1.2 x", ["bold", "italic", "text_link"]),
    ],
)
def test_markdown_becomes_text_and_entities(markdown: str, mode: str, text: str, entities: list[str]) -> None:
    formatted = message_text({"text": markdown, "parse_mode": mode})
    assert (formatted.text, [entity["type"] for entity in formatted.entities]) == (text, entities)


@pytest.mark.parametrize(
    ("markdown", "reason"), [("a.", "Character '.' is reserved"), ("*a", "Can't find end of the entity starting at offset 0")]
)
def test_other_markdown_is_refused(markdown: str, reason: str) -> None:
    with pytest.raises(Refused, match="can't parse entities") as refused:
        message_text({"text": markdown, "parse_mode": "MarkdownV2"})
    assert reason in refused.value.description


def test_a_links_address_is_decoded() -> None:
    found = message_text({"text": '<a href="https://x.cl/?a=1&amp;b=2">ver</a>', "parse_mode": "HTML"})
    assert found.entities[0]["url"] == "https://x.cl/?a=1&b=2"


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("/start inv_1", ["bot_command"]),
        ("vea https://x.cl/a. y a@b.cl", ["url", "email"]),
        ("@sello_bot #mesa", ["mention", "hashtag"]),
        ("5/6 y a/b", []),
    ],
)
def test_what_people_write_is_marked(said: str, kinds: list[str]) -> None:
    assert [entity["type"] for entity in plain(said).entities] == kinds


def test_lengths_count_what_is_seen() -> None:
    long: dict[str, Any] = {"caption": f"<b>{'a' * 1024}</b>", "parse_mode": "HTML"}
    assert len(caption(long).text) == 1024
    with pytest.raises(Refused, match="message caption is too long"):
        caption({"caption": "a" * 1025})
