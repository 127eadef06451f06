"""Messages changed and taken away."""

from bot.playground.calls.addressing import open_chat, own_message
from bot.playground.calls.call import Call, Handler
from bot.playground.chats import Chat
from bot.playground.formatting import caption, message_text
from bot.playground.keyboards import inline
from bot.playground.refusals import bad_request
from bot.playground.wire import Wire
from bot.playground.world import World

DELETABLE_SECONDS = 48 * 3600
HAS_CAPTION = ("photo", "document", "voice", "audio", "video")
_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)


def _edit_message_text(world: World, call: Call) -> Wire:
    chat, message = own_message(world, call.values)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return change(world, chat, message, call.values, message_text(call.values).wire(), ("text", "entities"))


def _edit_message_caption(world: World, call: Call) -> Wire:
    chat, message = own_message(world, call.values)
    if not any(kind in message for kind in HAS_CAPTION):
        raise bad_request("there is no caption in the message to edit")
    written = caption(call.values).wire("caption", "caption_entities")
    return change(world, chat, message, call.values, written, ("caption", "caption_entities"))


def _edit_message_reply_markup(world: World, call: Call) -> Wire:
    chat, message = own_message(world, call.values)
    return change(world, chat, message, call.values, {}, ())


def change(world: World, chat: Chat, message: Wire, values: Wire, content: Wire, replaced: tuple[str, ...]) -> Wire:
    """Puts `content` in the place of the members `replaced`, and the call's keyboard in the place of the old one."""
    keyboard = inline(values.get("reply_markup"))
    new = {name: value for name, value in message.items() if name not in (*replaced, "reply_markup", "edit_date")} | content
    if keyboard:
        new["reply_markup"] = keyboard
    if new == {name: value for name, value in message.items() if name != "edit_date"}:
        raise bad_request(_SAME)
    new["edit_date"] = int(world.clock.now())
    chat.messages[message["message_id"]] = new
    world.show(chat, new)
    return new


def _delete_message(world: World, call: Call) -> bool:
    chat = open_chat(world, call.values)
    message = chat.messages.get(call.values["message_id"])
    if message is None:
        raise bad_request("message to delete not found")
    if "forum_topic_created" in message:
        raise bad_request("message can't be deleted")
    if world.clock.now() - message["date"] > DELETABLE_SECONDS:
        raise bad_request("message can't be deleted for everyone")
    _remove(world, chat, message)
    return True


def _delete_messages(world: World, call: Call) -> bool:
    chat = open_chat(world, call.values)
    for id in call.values["message_ids"]:
        message = chat.messages.get(id)
        if message and world.clock.now() - message["date"] <= DELETABLE_SECONDS:
            _remove(world, chat, message)
    return True


def _remove(world: World, chat: Chat, message: Wire) -> None:
    del chat.messages[message["message_id"]]
    world.feed.tell("deleted", chat=chat.id, message_id=message["message_id"])


CALLS: dict[str, Handler] = {
    "editMessageText": _edit_message_text,
    "editMessageCaption": _edit_message_caption,
    "editMessageReplyMarkup": _edit_message_reply_markup,
    "deleteMessage": _delete_message,
    "deleteMessages": _delete_messages,
}
