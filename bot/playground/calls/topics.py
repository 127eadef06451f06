"""Topics of a group. While the bot may manage them, it may also write in a closed one."""

from bot.playground.calls.addressing import open_chat
from bot.playground.calls.call import Call, Handler
from bot.playground.chats import GENERAL, Chat, Topic
from bot.playground.refusals import bad_request
from bot.playground.wire import Wire
from bot.playground.world import World

_ICON_COLORS = frozenset({7322096, 16766590, 13338331, 9367192, 16749490, 16478047})


def _forum(world: World, values: Wire, act: str) -> Chat:
    chat = open_chat(world, values)
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    if not chat.bot_manages_topics:
        raise bad_request(f"not enough rights to {act}")
    return chat


def _topic(world: World, values: Wire, act: str = "edit the topic") -> tuple[Chat, Topic]:
    return _in_forum(_forum(world, values, act), values)


def _in_forum(chat: Chat, values: Wire) -> tuple[Chat, Topic]:
    id = values["message_thread_id"]
    if id == GENERAL or id not in chat.topics:
        raise bad_request("TOPIC_ID_INVALID")
    return chat, chat.topics[id]


def _create(world: World, call: Call) -> Wire:
    chat = _forum(world, call.values, "create a topic")
    color = call.values.get("icon_color", 7322096)
    if color not in _ICON_COLORS:
        raise bad_request("TOPIC_ICON_COLOR_INVALID")
    topic = world.open_topic(chat, world.bot, call.values["name"], color)
    return {"message_thread_id": topic.id, "name": topic.name, "icon_color": topic.icon_color}


def _edit(world: World, call: Call) -> bool:
    chat, topic = _topic(world, call.values)
    name = call.values.get("name", topic.name)
    if name == topic.name and "icon_custom_emoji_id" not in call.values:
        raise bad_request("TOPIC_NOT_MODIFIED")
    world.rename_topic(chat, topic, world.bot, name)
    return True


def _close(world: World, call: Call) -> bool:
    return _set_closed(world, call, True)


def _reopen(world: World, call: Call) -> bool:
    return _set_closed(world, call, False)


def _set_closed(world: World, call: Call, closed: bool) -> bool:
    chat, topic = _topic(world, call.values, "close or open the topic")
    if topic.is_closed == closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    world.close_topic(chat, topic, world.bot, closed)
    return True


def _delete(world: World, call: Call) -> bool:
    chat = open_chat(world, call.values)
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    if not chat.bot_deletes_messages:  # it goes with all its messages: the right to manage topics is not enough
        raise bad_request("not enough rights to delete the topic")
    chat, topic = _in_forum(chat, call.values)
    world.delete_topic(chat, topic)
    return True


def _unpin_all(world: World, call: Call) -> bool:
    _topic(world, call.values)
    return True


CALLS: dict[str, Handler] = {
    "createForumTopic": _create,
    "editForumTopic": _edit,
    "closeForumTopic": _close,
    "reopenForumTopic": _reopen,
    "deleteForumTopic": _delete,
    "unpinAllForumTopicMessages": _unpin_all,
}
