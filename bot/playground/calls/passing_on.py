"""Messages passed on to another chat, with or without saying from whom."""

from bot.playground.calls.addressing import known_chat
from bot.playground.calls.call import Call, Handler
from bot.playground.calls.sending import deliver
from bot.playground.formatting import caption
from bot.playground.refusals import bad_request
from bot.playground.wire import Wire
from bot.playground.world import World

_OF_THE_PLACE = frozenset(
    {
        "message_id",
        "date",
        "edit_date",
        "chat",
        "from",
        "reply_markup",
        "reply_to_message",
        "message_thread_id",
        "is_topic_message",
        "media_group_id",
    }
)
_SERVICE = frozenset(
    {
        "forum_topic_created",
        "forum_topic_edited",
        "forum_topic_closed",
        "forum_topic_reopened",
        "pinned_message",
        "new_chat_members",
        "left_chat_member",
        "migrate_from_chat_id",
        "migrate_to_chat_id",
    }
)


def _content(world: World, values: Wire, id: int, verb: str) -> Wire:
    source = known_chat(world, values["from_chat_id"])
    message = source.messages.get(id)
    if message is None:
        raise bad_request(f"message to {verb} not found")
    if _SERVICE & message.keys() or (verb == "copy" and "poll" in message):
        raise bad_request(f"the message can't be {'copied' if verb == 'copy' else 'forwarded'}")
    return message


def _copied(world: World, values: Wire, id: int) -> Wire:
    message = _content(world, values, id, "copy")
    content = {name: value for name, value in message.items() if name not in _OF_THE_PLACE | {"forward_origin"}}
    if "caption" in values and "text" not in content:
        content = {name: value for name, value in content.items() if not name.startswith("caption")}
        content |= caption(values).wire("caption", "caption_entities")
    return deliver(world, values, content)


def _forwarded(world: World, values: Wire, id: int) -> Wire:
    message = _content(world, values, id, "forward")
    author = message["from"]
    origin = {"type": "user", "sender_user": author, "date": message["date"]}
    content = {name: value for name, value in message.items() if name not in _OF_THE_PLACE}
    return deliver(world, values, {"forward_origin": origin} | content)


def _copy_message(world: World, call: Call) -> Wire:
    return {"message_id": _copied(world, call.values, call.values["message_id"])["message_id"]}


def _copy_messages(world: World, call: Call) -> list[Wire]:
    return [{"message_id": _copied(world, call.values, id)["message_id"]} for id in call.values["message_ids"]]


def _forward_message(world: World, call: Call) -> Wire:
    return _forwarded(world, call.values, call.values["message_id"])


def _forward_messages(world: World, call: Call) -> list[Wire]:
    return [{"message_id": _forwarded(world, call.values, id)["message_id"]} for id in call.values["message_ids"]]


CALLS: dict[str, Handler] = {
    "copyMessage": _copy_message,
    "copyMessages": _copy_messages,
    "forwardMessage": _forward_message,
    "forwardMessages": _forward_messages,
}
