"""Puts the room together."""

from telegram import Bot

from bot.backend import Backend
from bot.dialogue.turn import Content
from bot.memory.database import Memory
from bot.telegram.pace import Pace
from bot.telegram.rendering import TelegramEdge
from bot.telegram.room.acting import Acting
from bot.telegram.room.canned import Canned
from bot.telegram.room.card import Cards
from bot.telegram.room.commanding import Commanding
from bot.telegram.room.deciding import Deciding
from bot.telegram.room.group import Group
from bot.telegram.room.relaying import Relaying
from bot.telegram.room.removing import Removing
from bot.telegram.room.staff_words import StaffWords
from bot.telegram.room.support_room import SupportRoom
from bot.telegram.room.topics import Topics
from bot.telegram.room.translating import Engine, Translation
from content.support import Support

_BURST = 15


def staff_group(bot: Bot, memory: Memory, chat: int, chat_pace: float) -> Group:
    """The group of that number. It takes a third of what a single chat takes: twenty messages a minute."""
    return Group(bot, memory, chat, Pace(chat_pace / 3, _BURST))


def support_room(
    group: Group,
    backend: Backend,
    content: Content,
    support: Support,
    username: str,
    engine: Engine | None = None,
) -> SupportRoom:
    """The room in that group; without an engine nothing is translated by a machine."""
    bot, memory, edge = group.bot, group.memory, TelegramEdge(content.words)
    topics = Topics(memory, backend, group, Cards(content))
    relaying = Relaying(memory, bot, topics, edge, content.words, Translation(backend, engine))
    canned = Canned(support, content.words)
    removing, deciding = Removing(memory, backend, group, content), Deciding(memory, backend, group, content)
    return SupportRoom(
        memory,
        topics,
        relaying,
        StaffWords(memory, backend, topics, relaying),
        Acting(memory, backend, topics, edge, canned),
        Commanding(memory, backend, group, content, username, removing, deciding),
        removing,
        deciding,
    )
