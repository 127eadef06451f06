"""Raw update -> what it says. Private chats only; whatever else comes is kept and passed over."""

import json
from typing import Any

from bot.dialogue.commands import command
from bot.dialogue.events import Event, Sent, SentOther, Wrote
from bot.memory.turns import Arrival
from bot.telegram.buttons import read_button
from content.wording import offered

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
Raw = dict[str, Any]

NOT_COPIED = ("poll", "dice", "story", "game", "checklist", "paid_media", "giveaway", "invoice", "live_photo", "rich_message")
"""Kinds that cannot be passed on as they are, or not always."""
_OTHER_KINDS = (
    "sticker",
    "voice",
    "audio",
    "video",
    "video_note",
    "animation",
    "location",
    "venue",
    "contact",
    *NOT_COPIED,
)
_CAPTIONED = ("photo", "document", "video", "audio", "voice", "animation")


def read_update(body: str) -> Arrival | None:
    """What a raw update says; None for what nobody answers: groups, channels, service messages."""
    raw: Raw = json.loads(body)
    if callback := raw.get("callback_query"):
        return _pressed(callback)
    message: Raw | None = raw.get("message") or raw.get("edited_message")
    if message is None or message["chat"]["type"] != "private":
        return None
    event = _edited(message) if "edited_message" in raw else _said(message)
    if event is None:
        return None
    answered = message.get("reply_to_message", {}).get("message_id", 0)
    return Arrival(event, language=_language(message.get("from", {})), message=message["message_id"], reply_to=answered)


def edited_words(message: Raw) -> str | None:
    """What an edited message says now, or what stands below its file; None for what has no words (a place that moves)."""
    has_file = any(kind in message for kind in _CAPTIONED)
    words: str | None = message.get("text", message.get("caption", "" if has_file else None))
    return words


def _pressed(callback: Raw) -> Arrival | None:
    message: Raw = callback.get("message") or {}
    if message.get("chat", {}).get("type", "private") != "private":
        return None
    event = read_button(callback.get("data", ""))
    return Arrival(event, _language(callback["from"]), pressed=message.get("message_id", 0), callback=callback["id"])


def _edited(message: Raw) -> Event | None:
    words = edited_words(message)
    return None if words is None else Wrote(words, edited=True, message=_key(message), is_caption="text" not in message)


def _said(message: Raw) -> Event | None:
    if text := message.get("text"):
        is_command = text.startswith("/") and len(text) > 1
        return command(text) if is_command else Wrote(text, message=_key(message), forwarded=_is_forwarded(message))
    if document := message.get("document"):
        # A GIF comes as an animation and as a document, too: the document is what an answer may be made of.
        return _file(message, document, document.get("file_name", ""), document.get("mime_type", ""))
    if photos := message.get("photo"):
        largest = max(photos, key=lambda photo: photo["width"] * photo["height"])
        return _file(message, largest, "", "image/jpeg")
    return next((_other(message, kind) for kind in _OTHER_KINDS if kind in message), None)


def _file(message: Raw, file: Raw, name: str, media_type: str) -> Sent:
    album, caption, size = message.get("media_group_id", ""), message.get("caption", ""), file.get("file_size", 0)
    return Sent(_key(message), file["file_id"], name, media_type, size, album, caption, _is_forwarded(message))


def _other(message: Raw, kind: str) -> SentOther:
    album, caption, size = message.get("media_group_id", ""), message.get("caption", ""), message[kind].get("file_size", 0)
    return SentOther(kind, _key(message), size, album, caption, _is_forwarded(message))


def _key(message: Raw) -> str:
    return f"{message['chat']['id']}:{message['message_id']}"


def _is_forwarded(message: Raw) -> bool:
    return "forward_origin" in message


def _language(user: Raw) -> str:
    return offered(user.get("language_code")) or ""
