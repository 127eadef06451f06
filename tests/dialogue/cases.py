"""What the api and the room answer, for tests that drive a conversation by hand."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

from bot.dialogue.case_events import CaseOpened
from bot.dialogue.cases import CaseKind, Hat, When
from bot.dialogue.errands import AskPerson, Errand
from bot.dialogue.turn import Content
from tests.dialogue.chat import Chat

TOMORROW = datetime(2026, 11, 25, 15, 30, tzinfo=UTC)
Kind = TypeVar("Kind", bound=Errand)
OFFICIAL, NEIGHBOUR = Hat.OFFICIAL, Hat.NEIGHBOUR


def with_desk(content: Content) -> Content:
    """The same, with a support group that can be told."""
    return replace(content, has_desk=True)


def asked(chat: Chat) -> list[AskPerson]:
    """What has gone to a person so far."""
    return [each for each in chat.errands if isinstance(each, AskPerson)]


def opened(
    chat: Chat,
    case: str = "17",
    hat: Hat = NEIGHBOUR,
    kind: CaseKind = CaseKind.QUESTION,
    when: When = When.WORKING_HOURS,
    *,
    is_heard: bool = True,
) -> Chat:
    """The api has the case."""
    return chat.outcome(CaseOpened(case, f"D-2026-00{case}", hat, kind, TOMORROW, when, is_heard))


def of_kind(chat: Chat, kind: type[Kind]) -> list[Kind]:
    """The errands of one kind so far."""
    return [each for each in chat.errands if isinstance(each, kind)]
