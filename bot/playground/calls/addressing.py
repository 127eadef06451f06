"""Which chat, thread and message a call means."""

from bot.playground.chats import GENERAL, Chat
from bot.playground.refusals import bad_request, forbidden
from bot.playground.wire import Wire
from bot.playground.world import World


def known_chat(world: World, id: object) -> Chat:
    """The chat of that id, whether or not the bot may write there; refused when there is none or it has moved."""
    chat = world.chats.get(id) if isinstance(id, int) else None
    if chat is None or (chat.is_private and not chat.messages):
        raise bad_request("chat not found")
    if chat.moved_to is not None:
        raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.moved_to)
    if not chat.bot_is_member:
        raise forbidden(f"bot was kicked from the {chat.kind} chat")
    return chat


def open_chat(world: World, values: Wire) -> Chat:
    """The chat that `chat_id` means, where the bot may write; a private one exists once the person has written."""
    chat = known_chat(world, values.get("chat_id"))
    if chat.is_private and world.people[chat.members[0]].has_blocked:
        raise forbidden("bot was blocked by the user")
    return chat


def thread_of(chat: Chat, values: Wire) -> int | None:
    """The topic that `message_thread_id` means; None outside topics. General is meant by leaving it out."""
    id: int | None = values.get("message_thread_id")
    if not id:
        return None
    if not chat.is_forum or id == GENERAL or id not in chat.topics:
        raise bad_request("message thread not found")
    if chat.topics[id].is_closed and not chat.bot_manages_topics:
        raise bad_request("TOPIC_CLOSED")
    return id


def own_message(world: World, values: Wire) -> tuple[Chat, Wire]:
    """The bot's message that an edit means; refused as Telegram refuses the edit of anything else."""
    if "inline_message_id" in values:
        raise bad_request("MESSAGE_ID_INVALID")
    if "chat_id" not in values:
        raise bad_request("chat_id is empty")
    if "message_id" not in values:
        raise bad_request("message identifier is not specified")
    chat = open_chat(world, values)
    message = chat.messages.get(values["message_id"])
    if message is None:
        raise bad_request("message to edit not found")
    if message["from"]["id"] != world.bot["id"] or message["message_id"] in chat.uneditable:
        raise bad_request("message can't be edited")
    return chat, message
