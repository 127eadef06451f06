"""New messages of the bot."""

from bot.playground.calls.addressing import open_chat, thread_of
from bot.playground.calls.call import Call, Handler
from bot.playground.chats import Chat
from bot.playground.formatting import message_text
from bot.playground.keyboards import below_the_field, inline
from bot.playground.refusals import bad_request
from bot.playground.wire import Wire
from bot.playground.world import World

_MEDIA_ACTIONS = frozenset(f"{act}_{what}" for act in ("record", "upload") for what in ("video", "voice", "video_note"))
ACTIONS = _MEDIA_ACTIONS | {"typing", "upload_photo", "upload_document", "choose_sticker", "find_location"}


def deliver(world: World, values: Wire, content: Wire) -> Wire:
    """Posts a message of the bot where the call says, with its keyboard and what it replies to."""
    chat = open_chat(world, values)
    thread = thread_of(chat, values)
    markup = values.get("reply_markup")
    members = dict(content) | _reply(chat, values.get("reply_parameters"))
    if keyboard := inline(markup):
        members["reply_markup"] = keyboard
    below = below_the_field(markup)
    message = world.post(chat, world.bot, members, thread)
    if below is not None:
        chat.uneditable.add(message["message_id"])
        chat.keyboard = None if "remove_keyboard" in below else below
        world.feed.tell("keyboard", chat=chat.id, keyboard=chat.keyboard)
    return message


def _reply(chat: Chat, parameters: Wire | None) -> Wire:
    if parameters is None:
        return {}
    replied = chat.messages.get(parameters["message_id"])
    if replied is None and parameters.get("allow_sending_without_reply"):
        return {}
    if replied is None:
        raise bad_request("message to be replied not found")
    return {"reply_to_message": {name: value for name, value in replied.items() if name != "reply_to_message"}}


def _send_message(world: World, call: Call) -> Wire:
    return deliver(world, call.values, message_text(call.values).wire())


def _send_location(world: World, call: Call) -> Wire:
    location = {name: call.values[name] for name in ("latitude", "longitude")}
    return deliver(world, call.values, {"location": location})


def _send_venue(world: World, call: Call) -> Wire:
    values = call.values
    location = {name: values[name] for name in ("latitude", "longitude")}
    venue = {"location": location, "title": values["title"], "address": values["address"]}
    return deliver(world, values, {"location": location, "venue": venue})


def _send_contact(world: World, call: Call) -> Wire:
    known = ("phone_number", "first_name", "last_name", "vcard")
    return deliver(world, call.values, {"contact": {name: call.values[name] for name in known if name in call.values}})


def _send_chat_action(world: World, call: Call) -> bool:
    chat = open_chat(world, call.values)
    thread_of(chat, call.values)
    if call.values["action"] not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.feed.tell("typing", chat=chat.id)
    return True


CALLS: dict[str, Handler] = {
    "sendMessage": _send_message,
    "sendLocation": _send_location,
    "sendVenue": _send_venue,
    "sendContact": _send_contact,
    "sendChatAction": _send_chat_action,
}
