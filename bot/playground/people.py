"""What people do on their phones, and what the bot hears of it."""

from bot.playground.chats import Chat, Person
from bot.playground.files import Upload
from bot.playground.formatting import TEXT_LIMIT, Formatted, noticed, plain
from bot.playground.media import NoPicture, shown
from bot.playground.wire import Wire
from bot.playground.world import World


class Impossible(ValueError):
    """A phone would not let a person do that; says why."""


def send_words(
    world: World, person: Person, chat: Chat, text: str, thread: int | None = None, reply_to: int | None = None
) -> Wire:
    """Sends words; what is longer than a message may be is sent as several, as phones do, and the last is returned."""
    words = plain(text)
    if not words.text:
        raise Impossible("there is nothing to send")
    if len(words.text) > TEXT_LIMIT:
        send_words(world, person, chat, words.text[:TEXT_LIMIT], thread, reply_to)
        return send_words(world, person, chat, words.text[TEXT_LIMIT:], thread)
    return send(world, person, chat, words.wire(), thread, reply_to)


def send(world: World, person: Person, chat: Chat, content: Wire, thread: int | None = None, reply_to: int | None = None) -> Wire:
    """Sends a message of any content; the bot hears of it."""
    _may_write(person, chat, thread)
    if reply_to is not None:
        content = content | {"reply_to_message": _without_reply(_message(chat, reply_to))}
    message = world.post(chat, person.wire(), content, thread)
    world.updates.put("message", message, f"chat {chat.id}")
    return message


def send_files(
    world: World, person: Person, chat: Chat, uploads: list[Upload], kind: str, caption: str = "", thread: int | None = None
) -> list[Wire]:
    """Sends files of one kind; several are an album, whose first one has the caption."""
    album = {"media_group_id": world.new_album()} if len(uploads) > 1 else {}
    messages = []
    for number, upload in enumerate(uploads):
        words = plain(caption) if number == 0 else Formatted("")
        try:
            content = shown(world.files, kind, upload)
        except NoPicture as error:
            raise Impossible(f"{upload.name}: {error}") from None
        messages.append(send(world, person, chat, content | album | words.wire("caption", "caption_entities"), thread))
    return messages


def edit(world: World, person: Person, chat: Chat, id: int, words: Formatted) -> Wire:
    """Changes one's own message, or what stands below a file; only that can be taken away."""
    message = _message(chat, id)
    if message["from"]["id"] != person.id:
        raise Impossible("only one's own messages can be edited")
    part = "text" if "text" in message else "caption"
    words = noticed(words)
    if part == "text" and not 0 < len(words.text) <= TEXT_LIMIT:
        raise Impossible("a message has 1 to 4096 characters")
    kept = {name: value for name, value in message.items() if name not in (part, f"{part}_entities", "entities")}
    names = ("text", "entities") if part == "text" else ("caption", "caption_entities")
    new = kept | words.wire(*names) | {"edit_date": int(world.clock.now())}
    chat.messages[id] = new
    world.show(chat, new)
    world.updates.put("edited_message", new, f"chat {chat.id}")
    return new


def forward(world: World, person: Person, chat: Chat, source: Chat, id: int) -> Wire:
    """Passes a message on to another chat."""
    message = _message(source, id)
    passed = {"message_id", "date", "chat", "from", "reply_markup", "message_thread_id", "is_topic_message", "edit_date"}
    content = {name: value for name, value in message.items() if name not in passed}
    content["forward_origin"] = {"type": "user", "sender_user": message["from"], "date": message["date"]}
    return send(world, person, chat, content)


def press(world: World, person: Person, chat: Chat, id: int, data: str) -> str:
    """Presses a button; the id of the press tells when it is answered. Any data goes, so that stale presses can be tried."""
    _may_write(person, chat, None)
    return world.pressed(person, chat, _message(chat, id), data)


def delete(world: World, person: Person, chat: Chat, id: int) -> None:
    """Takes a message away; bots never hear of it."""
    _message(chat, id)
    del chat.messages[id]
    world.feed.tell("deleted", chat=chat.id, message_id=id)


def block(world: World, person: Person, blocks: bool) -> None:
    """Blocks the bot, or lets it in again; it is told."""
    if person.has_blocked == blocks:
        return
    person.has_blocked = blocks
    before, after = ("member", "kicked") if blocks else ("kicked", "member")
    change = {
        "chat": world.chats[person.id].wire(),
        "from": person.wire(),
        "date": int(world.clock.now()),
        "old_chat_member": _membership(world, before),
        "new_chat_member": _membership(world, after),
    }
    world.updates.put("my_chat_member", change, f"chat {person.id}")
    world.feed.tell("people")


def _membership(world: World, status: str) -> Wire:
    return {"user": world.bot, "status": status} | ({"until_date": 0} if status == "kicked" else {})


def _may_write(person: Person, chat: Chat, thread: int | None) -> None:
    if person.key not in chat.members or chat.moved_to is not None:
        raise Impossible(f"{person.name} is not in that chat")
    if chat.is_private and person.has_blocked:
        raise Impossible(f"{person.name} has blocked the bot")
    if thread is not None and (not chat.is_forum or thread not in chat.topics):
        raise Impossible("there is no such topic")


def _message(chat: Chat, id: int) -> Wire:
    message = chat.messages.get(id)
    if message is None:
        raise Impossible(f"there is no message {id} in that chat")
    return message


def _without_reply(message: Wire) -> Wire:
    return {name: value for name, value in message.items() if name != "reply_to_message"}
