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
    "poll",
    "dice",
    "story",
)


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
    return Arrival(event, language=_language(message.get("from", {})), message=message["message_id"])


def _pressed(callback: Raw) -> Arrival | None:
    message: Raw = callback.get("message") or {}
    if message.get("chat", {}).get("type", "private") != "private":
        return None
    event = read_button(callback.get("data", ""))
    return Arrival(event, _language(callback["from"]), pressed=message.get("message_id", 0), callback=callback["id"])


def _edited(message: Raw) -> Event | None:
    return Wrote(message["text"], edited=True) if "text" in message else None


def _said(message: Raw) -> Event | None:
    if text := message.get("text"):
        return command(text) if text.startswith("/") and len(text) > 1 else Wrote(text)
    if document := message.get("document"):
        # A GIF comes as an animation and as a document, too: the document is what an answer may be made of.
        return _file(message, document, document.get("file_name", ""), document.get("mime_type", ""))
    if photos := message.get("photo"):
        largest = max(photos, key=lambda photo: photo["width"] * photo["height"])
        return _file(message, largest, "", "image/jpeg")
    return next((SentOther(kind) for kind in _OTHER_KINDS if kind in message), None)


def _file(message: Raw, file: Raw, name: str, media_type: str) -> Sent:
    key = f"{message['chat']['id']}:{message['message_id']}"
    album, caption = message.get("media_group_id", ""), message.get("caption", "")
    return Sent(key, file["file_id"], name, media_type, file.get("file_size", 0), album, caption)


def _language(user: Raw) -> str:
    return offered(user.get("language_code")) or ""
