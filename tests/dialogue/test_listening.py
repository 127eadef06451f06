"""Listening to an answer: offered where the machine speaks the language, and the same words as on the screen."""

from dataclasses import replace

import pytest

from bot.dialogue.events import Chose, Opened, Place
from bot.dialogue.listening import LISTEN
from bot.dialogue.screen import ReadAloud
from bot.dialogue.turn import Content
from tests.dialogue.chat import Chat

BUTTON = "🔊 Escuchar"


@pytest.fixture(scope="module")
def speaking(content: Content) -> Content:
    """A machine that speaks Spanish."""
    return replace(content, can_speak=frozenset({"es"}))


def _answered(content: Content, language: str = "es") -> Chat:
    return Chat.of(content, language=language).happens(Opened(Place.SERVICES)).write("mi hijo está enfermo")


def _aloud(chat: Chat) -> ReadAloud:
    assert chat.screen is not None
    (attachment,) = chat.screen.attachments
    assert isinstance(attachment, ReadAloud)
    return attachment


def test_an_answer_is_heard_as_it_stands(speaking: Content) -> None:
    chat = _answered(speaking)
    assert chat.screen is not None
    assert chat.screen.attachments == ()
    before = chat.text
    chat.press(BUTTON)
    assert chat.text == before
    *blocks, others = _aloud(chat).blocks
    assert tuple(blocks) == chat.screen.blocks
    assert {chat.word(each) for each in others.lines} < set(chat.buttons())  # what else may serve stands on buttons only


def test_a_card_is_heard_and_not_again_on_the_next_screen(speaking: Content) -> None:
    chat = _answered(speaking)
    chat.press("Mapa y más opciones").press(BUTTON)
    assert chat.screen is not None
    assert _aloud(chat).blocks == chat.screen.blocks
    chat.press("Volver")
    assert chat.screen.attachments == ()


@pytest.mark.parametrize("language", ["es", "ht"])
def test_no_button_where_the_machine_does_not_speak_the_language(content: Content, language: str) -> None:
    silent = replace(content, can_speak=frozenset({"fr"}))
    chat = _answered(silent, language)
    assert not [label for label in chat.buttons() if label.startswith("🔊")]
    assert chat.happens(Chose(LISTEN)).screen is not None  # a button of before
    assert chat.screen is not None
    assert chat.screen.attachments == ()
