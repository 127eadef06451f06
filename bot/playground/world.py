"""The state of the playground: one bot, the people, their chats, and what happens between them."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.playground.bot_profile import BotProfile
from bot.playground.chats import GENERAL, Chat, Person, Topic
from bot.playground.clock import Clock
from bot.playground.faults import Faults
from bot.playground.feed import Feed
from bot.playground.files import Files
from bot.playground.updates import Updates
from bot.playground.webhook import Webhook
from bot.playground.wire import Wire

FIRST_PERSON = 700_000_001
FIRST_GROUP = -100_2000_000_001


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button that the bot may still answer."""

    person: str
    chat: int
    message: int
    at: float


class World:
    """Everything one playground knows. Used from one event loop only."""

    def __init__(self, token: str, username: str, files: Path) -> None:
        self.token = token
        self.clock = Clock()
        self.feed = Feed()
        self.faults = Faults(self.clock)
        self.files = Files(files)
        self.updates = Updates(self.clock)
        self.webhook = Webhook()
        self.people: dict[str, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.presses: dict[str, Press] = {}
        self.last_private_message = 0
        id = int(token.split(":", maxsplit=1)[0])
        self.profile = BotProfile({"id": id, "is_bot": True, "first_name": "Sello Migrante", "username": username})

    @property
    def bot(self) -> Wire:
        """The bot as a `User`."""
        return self.profile.me

    def add_person(self, key: str, name: str, language: str | None) -> Person:
        """Somebody new, with a private chat that is still empty."""
        person = Person(key, FIRST_PERSON + len(self.people), name, language)
        self.people[key] = person
        self.chats[person.id] = Chat(person.id, "private", name, [key])
        self.feed.tell("people")
        return person

    def add_group(self, title: str, members: list[str], is_forum: bool) -> Chat:
        """A supergroup with the bot as its administrator."""
        # Message 1 made the group and is its General topic.
        chat = Chat(FIRST_GROUP - len(list(self.groups())), "supergroup", title, members, is_forum, last_message=GENERAL)
        self.chats[chat.id] = chat
        self.feed.tell("chats")
        return chat

    def person_of(self, id: int) -> Person | None:
        """Whoever has that Telegram id."""
        return next((person for person in self.people.values() if person.id == id), None)

    def chats_of(self, person: Person) -> Iterator[Chat]:
        """The private chat first, then the groups."""
        yield self.chats[person.id]
        yield from (chat for chat in self.groups() if person.key in chat.members and chat.moved_to is None)

    def groups(self) -> Iterator[Chat]:
        """The groups, oldest first: their ids go down from the first one, so that ten thousand private chats are not searched."""
        id = FIRST_GROUP
        while id in self.chats:
            yield self.chats[id]
            id -= 1

    def post(self, chat: Chat, author: Wire, content: Wire, thread: int | None = None) -> Wire:
        """A new message, numbered and dated; told to the pages, not yet to the bot."""
        message: Wire = {"message_id": self._number(chat), "date": int(self.clock.now()), "chat": chat.wire(), "from": author}
        if thread is not None:
            message |= {"message_thread_id": thread, "is_topic_message": True}
        message |= content
        chat.messages[message["message_id"]] = message
        self.show(chat, message)
        return message

    def show(self, chat: Chat, message: Wire) -> None:
        """Tells the pages that a message is new or changed."""
        self.feed.tell("message", chat=chat.id, message=message)

    def open_topic(self, chat: Chat, author: Wire, name: str, icon_color: int = 7322096) -> Topic:
        """A new thread; the service message that opens it gives it its id."""
        created = {"forum_topic_created": {"name": name, "icon_color": icon_color}}
        id = chat.last_message + 1
        self.post(chat, author, created, thread=id)
        chat.topics[id] = Topic(id, name, icon_color=icon_color)
        self.feed.tell("chats")
        return chat.topics[id]

    def rename_topic(self, chat: Chat, topic: Topic, author: Wire, name: str) -> None:
        """Another name, with the service message that tells."""
        topic.name = name
        self.post(chat, author, {"forum_topic_edited": {"name": name}}, topic.id)
        self.feed.tell("chats")

    def close_topic(self, chat: Chat, topic: Topic, author: Wire, closes: bool) -> None:
        """Closed or open again, with the service message that tells."""
        topic.is_closed = closes
        self.post(chat, author, {"forum_topic_closed" if closes else "forum_topic_reopened": {}}, topic.id)
        self.feed.tell("chats")

    def delete_topic(self, chat: Chat, topic: Topic) -> None:
        """Gone with all its messages; bots are not told."""
        del chat.topics[topic.id]
        chat.messages = {id: m for id, m in chat.messages.items() if m.get("message_thread_id") != topic.id}
        self.feed.tell("chats")

    @staticmethod
    def new_album() -> str:
        """A `media_group_id` that nothing else has."""
        return str(secrets.randbits(53))

    def pressed(self, person: Person, chat: Chat, message: Wire, data: str) -> str:
        """Queues a `callback_query` and returns its id."""
        id = str(secrets.randbits(62))
        self.presses[id] = Press(person.key, chat.id, message["message_id"], self.clock.now())
        query = {"id": id, "from": person.wire(), "message": message, "chat_instance": str(abs(chat.id)), "data": data}
        self.updates.put("callback_query", query, f"press {person.id}")
        return id

    def _number(self, chat: Chat) -> int:
        """Private chats share one count, as with Telegram; each supergroup has its own."""
        if chat.is_private:
            self.last_private_message += 1
            chat.last_message = self.last_private_message
        else:
            chat.last_message += 1
        return chat.last_message
