"""What staff write and press in the group, taken in the same turns as everything else: no network here, errands only."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from bot.memory import cases, dossiers, errands, people, relays
from bot.memory.cases import RoomCase
from bot.memory.room_errands import (
    Act,
    AnswerCommand,
    DecideService,
    RoomErrand,
    SayInRoom,
    Staff,
    StaffMended,
    StaffSaid,
    TakeOut,
)
from bot.memory.turns import Taken
from bot.telegram.inbound import NOT_COPIED, edited_words
from bot.telegram.room import pressing, wording
from bot.telegram.room.pressing import Pressed
from content.sentences import Verbatim

NOTE = "//"
_COMMANDS = frozenset({"cola", "caso", "invitar", "quitar", "servicios", "ayuda"})
_ALBUM_PAUSE = 1.5
_KINDS = {
    "photo": "photo",
    "document": "document",
    "voice": "voice",
    "audio": "voice",
    "video": "video",
    "video_note": "video",
    "animation": "video",
    "location": "location",
    "venue": "location",
    "contact": "contact",
    "sticker": "sticker",
}
Raw = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Hearing:
    """Hears the group that was configured under this number."""

    configured: int

    def take(self, connection: Connection, body: str, now: float) -> Taken:
        """Handles a raw update of a group; what is said in other groups is not for us."""
        raw: Raw = json.loads(body)
        if callback := raw.get("callback_query"):
            return self._pressed(connection, callback, now)
        edited = raw.get("edited_message")
        message: Raw | None = edited or raw.get("message")
        if message is None or not self._is_here(connection, message):
            return Taken()
        if moved := message.get("migrate_to_chat_id"):
            cases.note_moved(connection, self.configured, moved)
            return Taken()
        if message.get("from", {}).get("is_bot", True):
            return Taken()
        return self._mended(connection, message, now) if edited else self._said(connection, message, now)

    def _is_here(self, connection: Connection, message: Raw) -> bool:
        return bool(message.get("chat", {}).get("id") == cases.room(connection, self.configured))

    def _pressed(self, connection: Connection, callback: Raw, now: float) -> Taken:
        message: Raw = callback.get("message") or {}
        pressed, staff = pressing.read(callback.get("data", "")), _staff(callback["from"])
        if not self._is_here(connection, message) or pressed is None:
            return Taken(callback=callback["id"])
        if not _has_role(connection, staff):
            return Taken(callback=callback["id"], hint=Verbatim(wording.NO_ROLE))
        if pressed.act in (pressing.OUT, pressing.SURE, pressing.STAY):
            _take_out(connection, pressed, staff, message, now)
            return Taken(callback=callback["id"], has_errands=True)
        if pressed.act in (pressing.APPROVE, pressing.REFUSE) and pressed.case.isdecimal():
            _decide(connection, pressed, staff, message, now)
            return Taken(callback=callback["id"], has_errands=True)
        case = cases.find(connection, pressed.case)
        if case is None:
            return Taken(callback=callback["id"])
        act = Act(case.id, staff, pressed.act, pressed.detail)
        errands.add(connection, act, case.person, "", now, queue=f"staff:{case.id}")
        return Taken(callback=callback["id"], has_errands=True)

    def _said(self, connection: Connection, message: Raw, now: float) -> Taken:
        text, thread, staff = message.get("text", ""), _thread(message), _staff(message["from"])
        command, _, given = text.removeprefix("/").partition(" ")
        command = command.partition("@")[0].lower()
        if text.startswith("/") and not text.startswith(NOTE):
            if command not in _COMMANDS:
                return Taken()
            return _do(connection, AnswerCommand(staff, command, given.strip(), thread), now)
        case = cases.of_topic(connection, message["chat"]["id"], thread)
        if case is None:
            return Taken()
        kind = next((kind for field, kind in _KINDS.items() if field in message), "")
        if not text and not kind:
            unsupported = any(each in message for each in NOT_COPIED)
            return _do(connection, SayInRoom(thread, wording.NOT_SENT_KIND), now) if unsupported else Taken()
        if not _has_role(connection, staff):
            return _do(connection, SayInRoom(thread, wording.NOT_SENT_NO_ROLE), now)
        return self._keep(connection, message, case, kind, now)

    def _keep(self, connection: Connection, message: Raw, case: RoomCase, kind: str, now: float) -> Taken:
        text, album = str(message.get("text", message.get("caption", ""))), str(message.get("media_group_id", ""))
        about: Any = message.get("photo", [{}])[-1] if kind == "photo" else _about(message)
        is_note = text.lstrip().startswith(NOTE)
        key = f"{message['chat']['id']}:{message['message_id']}"
        answers = message.get("reply_to_message", {}).get("message_id", 0)
        relays.expect(connection, key, now, case=case.id, album=album, reply_to=answers, is_note=is_note)
        name, size = str(about.get("file_name", "")), int(about.get("file_size", 0))
        said = StaffSaid(case.id, _staff(message["from"]), key, text, kind, name, size, album, is_note)
        # The part of an album that makes all of it a note may come last.
        after = _ALBUM_PAUSE if album else 0.0
        errands.add(connection, said, case.person, "", now, queue=f"staff:{case.id}", after=after)
        if _gives_the_reason(message, case) and not is_note:
            refuse = Act(case.id, said.staff, "refuse", pressing.IN_WORDS)
            errands.add(connection, refuse, case.person, "", now, queue=f"staff:{case.id}")
        return Taken(has_errands=True)

    def _mended(self, connection: Connection, message: Raw, now: float) -> Taken:
        case = cases.of_topic(connection, message["chat"]["id"], _thread(message))
        text = edited_words(message)
        if case is None or text is None:
            return Taken()
        key = f"{message['chat']['id']}:{message['message_id']}"
        if text.lstrip().startswith(NOTE):
            relays.turned_into_note(connection, key, float(message.get("edit_date", now)))
        marks = json.dumps(message.get("entities", message.get("caption_entities", [])))
        mended = StaffMended(case.id, _staff(message["from"]), key, text, marks)
        errands.add(connection, mended, case.person, "", now, queue=f"staff:{case.id}")
        return Taken(has_errands=True)


def _gives_the_reason(message: Raw, case: RoomCase) -> bool:
    answered: Raw = message.get("reply_to_message", {})
    is_asked = answered.get("from", {}).get("is_bot", False) and answered.get("text") == wording.WHY
    return bool(is_asked) and case.kind == "verification"


def _take_out(connection: Connection, pressed: Pressed, staff: Staff, message: Raw, now: float) -> None:
    dossier = dossiers.load(connection, pressed.case).get(pressed.case)
    marked = [each.person for each in dossier.members if each.person and each.mark == pressed.detail] if dossier else []
    errand = TakeOut(staff, pressed.case, pressed.act, message["message_id"], _thread(message))
    errands.add(connection, errand, marked[0] if marked else "", "", now)


def _decide(connection: Connection, pressed: Pressed, staff: Staff, message: Raw, now: float) -> None:
    approves = pressed.act == pressing.APPROVE
    errand = DecideService(staff, int(pressed.case), approves, message["message_id"], _thread(message))
    errands.add(connection, errand, "", "", now)


def _do(connection: Connection, errand: RoomErrand, now: float) -> Taken:
    errands.add(connection, errand, "", "", now)
    return Taken(has_errands=True)


def _about(message: Raw) -> Raw:
    found: Any = next((message[field] for field in _KINDS if field in message), None)
    return found if isinstance(found, dict) else {}


def _staff(user: Raw) -> Staff:
    return Staff(str(user["id"]), str(user.get("first_name", "")))


def _has_role(connection: Connection, staff: Staff) -> bool:
    """What we were told last; the api looks it up again before anything is done."""
    known = people.load(connection, staff.id)
    return known is not None and known.role == "support"


def _thread(message: Raw) -> int:
    return int(message.get("message_thread_id", 0)) if message.get("is_topic_message") else 0
