"""What people do with groups and their topics, and what the bot hears of it."""

from bot.playground.chats import Chat, Person, Topic
from bot.playground.people import Impossible
from bot.playground.wire import Wire
from bot.playground.world import World


def join(world: World, person: Person, chat: Chat) -> None:
    """Enters a group."""
    if person.key in chat.members:
        return
    chat.members.append(person.key)
    _tell(world, chat, person, {"new_chat_members": [person.wire()]})


def leave(world: World, person: Person, chat: Chat) -> None:
    """Leaves a group."""
    chat.members.remove(_member(person, chat).key)
    _tell(world, chat, person, {"left_chat_member": person.wire()})


def open_topic(world: World, person: Person, chat: Chat, name: str) -> Topic:
    """A thread begun by hand."""
    _member(person, chat)
    if not chat.is_forum:
        raise Impossible("the group has no topics")
    topic = world.open_topic(chat, person.wire(), name)
    _hear(world, chat)
    return topic


def rename_topic(world: World, person: Person, chat: Chat, id: int, name: str) -> None:
    """Another name for a thread."""
    world.rename_topic(chat, topic_of(chat, id), _member(person, chat).wire(), name)
    _hear(world, chat)


def close_topic(world: World, person: Person, chat: Chat, id: int, closes: bool) -> None:
    """Closes a thread, or opens it again."""
    topic = topic_of(chat, id)
    if topic.is_closed == closes:
        raise Impossible("the topic is so already")
    world.close_topic(chat, topic, _member(person, chat).wire(), closes)
    _hear(world, chat)


def delete_topic(world: World, person: Person, chat: Chat, id: int) -> None:
    """Deletes a thread with its messages; the bot is not told."""
    _member(person, chat)
    world.delete_topic(chat, topic_of(chat, id))


def use_topics(world: World, chat: Chat, uses: bool) -> None:
    """Switches topics on or off for the group; threads come back when they are switched on again."""
    chat.is_forum = uses
    world.feed.tell("chats")


def migrate(world: World, chat: Chat) -> Chat:
    """Moves the group to another id, as when it becomes a supergroup; both ends tell the bot where."""
    moved = world.add_group(chat.title, list(chat.members), chat.is_forum)
    author = world.people[chat.members[0]]
    _tell(world, chat, author, {"migrate_to_chat_id": moved.id})
    _tell(world, moved, author, {"migrate_from_chat_id": chat.id})
    chat.moved_to = moved.id
    world.feed.tell("chats")
    return moved


def topic_of(chat: Chat, id: int) -> Topic:
    """The thread of that id; Impossible without one."""
    if id not in chat.topics:
        raise Impossible(f"there is no topic {id}")
    return chat.topics[id]


def _member(person: Person, chat: Chat) -> Person:
    if person.key not in chat.members:
        raise Impossible(f"{person.name} is not in that chat")
    return person


def _tell(world: World, chat: Chat, person: Person, content: Wire) -> None:
    world.post(chat, person.wire(), content)
    _hear(world, chat)
    world.feed.tell("chats")


def _hear(world: World, chat: Chat) -> None:
    """The bot hears of the last message of the chat."""
    world.updates.put("message", chat.messages[chat.last_message], f"chat {chat.id}")
