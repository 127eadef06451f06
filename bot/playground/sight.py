"""The playground as its page shows it."""

from bot.playground.chats import Chat, Person
from bot.playground.wire import Wire
from bot.playground.world import World

SHOWN_MESSAGES = 300


def state(world: World) -> Wire:
    """Everything a page needs to begin, with the number of the last happening it contains."""
    return {
        "number": world.feed.number,
        "bot": bot(world),
        "people": [person(world, each) for each in world.people.values()],
        "chats": [chat(each) for each in world.chats.values() if each.moved_to is None],
        "faults": world.faults.wire(),
    }


def bot(world: World) -> Wire:
    """The bot with what it says of itself, by language (`""` is every language)."""
    return world.bot | {"texts": world.profile.texts}


def person(world: World, each: Person) -> Wire:
    """Somebody with the commands their phone offers, by chat id."""
    return {
        "key": each.key,
        "id": each.id,
        "name": each.name,
        "language": each.language,
        "has_blocked": each.has_blocked,
        "chats": [chat.id for chat in world.chats_of(each)],
        "commands": {chat.id: world.profile.offered_to(each.language, _scopes(chat)) for chat in world.chats_of(each)},
    }


def chat(each: Chat) -> Wire:
    """A chat with its topics and its last messages."""
    return {
        "id": each.id,
        "kind": each.kind,
        "title": each.title,
        "members": each.members,
        "is_forum": each.is_forum,
        "topics": [{"id": t.id, "name": t.name, "is_closed": t.is_closed} for t in each.topics.values()],
        "keyboard": each.keyboard,
        "messages": list(each.messages.values())[-SHOWN_MESSAGES:],
    }


def _scopes(chat: Chat) -> tuple[str, ...]:
    everywhere = "all_private_chats" if chat.is_private else "all_group_chats"
    return f"chat:{chat.id}", everywhere, "default"
