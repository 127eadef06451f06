"""What the bot may know of a chat and its members, and its small gestures in it."""

from bot.playground.calls.addressing import known_chat, open_chat
from bot.playground.calls.call import Call, Handler
from bot.playground.refusals import bad_request
from bot.playground.spec import read_spec
from bot.playground.wire import Wire
from bot.playground.world import World

_OF_SUPERGROUPS = {"can_pin_messages": True}


def _get_chat(world: World, call: Call) -> Wire:
    chat = known_chat(world, call.values["chat_id"])
    accepted = {"accepted_gift_types": dict.fromkeys(read_spec().must_say("AcceptedGiftTypes", "Boolean"), False)}
    return chat.wire() | {"accent_color_id": 0, "max_reaction_count": 11} | accepted


def _member(world: World, chat_id: object, id: int) -> Wire:
    chat = known_chat(world, chat_id)
    if id == world.bot["id"]:
        rights = (
            _OF_SUPERGROUPS
            | dict.fromkeys(read_spec().must_say("ChatMemberAdministrator", "Boolean"), True)
            | {"can_manage_topics": chat.bot_manages_topics, "can_delete_messages": chat.bot_deletes_messages}
        )
        return {"user": world.bot, "status": "administrator"} | rights | {"is_anonymous": False, "can_be_edited": False}
    person = world.person_of(id)
    if person is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return {"user": person.wire(), "status": "member" if person.key in chat.members else "left"}


def _get_chat_member(world: World, call: Call) -> Wire:
    return _member(world, call.values["chat_id"], call.values["user_id"])


def _get_chat_administrators(world: World, call: Call) -> list[Wire]:
    if known_chat(world, call.values["chat_id"]).is_private:
        raise bad_request("there are no administrators in the private chat")
    return [_member(world, call.values["chat_id"], world.bot["id"])]


def _get_chat_member_count(world: World, call: Call) -> int:
    return len(known_chat(world, call.values["chat_id"]).members) + 1


def _pin(world: World, call: Call) -> bool:
    chat = open_chat(world, call.values)
    message = chat.messages.get(call.values["message_id"])
    if message is None:
        raise bad_request("message to pin not found")
    world.post(chat, world.bot, {"pinned_message": {k: v for k, v in message.items() if k != "reply_to_message"}})
    return True


def _unpin(world: World, call: Call) -> bool:
    open_chat(world, call.values)
    return True


def _react(world: World, call: Call) -> bool:
    chat = open_chat(world, call.values)
    if call.values["message_id"] not in chat.messages:
        raise bad_request("message to react not found")
    emoji = [reaction.get("emoji", "★") for reaction in call.values.get("reaction", [])]
    world.feed.tell("reaction", chat=chat.id, message_id=call.values["message_id"], emoji=emoji)
    return True


def _leave(world: World, call: Call) -> bool:
    chat = open_chat(world, call.values)
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    chat.bot_is_member = False
    return True


CALLS: dict[str, Handler] = {
    "getChat": _get_chat,
    "getChatMember": _get_chat_member,
    "getChatAdministrators": _get_chat_administrators,
    "getChatMemberCount": _get_chat_member_count,
    "pinChatMessage": _pin,
    "unpinChatMessage": _unpin,
    "unpinAllChatMessages": _unpin,
    "setMessageReaction": _react,
    "leaveChat": _leave,
}
