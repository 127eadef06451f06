"""The phones over HTTP: what the page and the tests do as people. Refused acts are a 409 with the reason."""

import mimetypes
from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from bot.playground import people, sight
from bot.playground.chats import Chat, Person
from bot.playground.files import Upload
from bot.playground.formatting import Formatted
from bot.playground.media import FOLDERS
from bot.playground.people import Impossible
from bot.playground.reading import form_of
from bot.playground.wire import Wire
from bot.playground.world import World

_PRETENDED: dict[str, Upload] = {
    "sticker": Upload("sticker.webp", "image/webp", b"RIFF\x00\x00\x00\x00WEBP"),
    "voice": Upload("voice.ogg", "audio/ogg", b"OggS"),
}

# Of a quiz whose right answer it does not know, a bot can make no copy.
_QUIZ: Wire = {
    "id": "5001",
    "question": "¿Qué documento falta?",
    "options": [
        {"persistent_id": str(n), "text": text, "voter_count": 0} for n, text in enumerate(("El decreto", "El convenio"))
    ],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "quiz",
    "allows_multiple_answers": False,
    "allows_revoting": False,
    "members_only": False,
}


class Newcomer(BaseModel):
    """Somebody to add."""

    key: str
    name: str
    language: str | None = "es"


class Phone(BaseModel):
    """What changes about a person's phone."""

    language: str | None = None
    has_blocked: bool | None = None


class Said(BaseModel):
    """Words, and where; without `chat` it is the private chat with the bot."""

    text: str
    chat: int | None = None
    thread: int | None = None
    reply_to: int | None = None


class Pressed(BaseModel):
    """A button: `data` is what it sends."""

    message_id: int
    data: str
    chat: int | None = None


class Edited(BaseModel):
    """New words for one's own message, with what of them is bold or a link, as the Bot API has it."""

    message_id: int
    text: str
    chat: int | None = None
    entities: tuple[Wire, ...] = ()


class Forwarded(BaseModel):
    """A message of the chat `source`, passed on to `chat`."""

    message_id: int
    source: int
    chat: int | None = None


class Odd(BaseModel):
    """Something that is neither words nor a file: `sticker`, `voice`, `location`, `contact`, `dice` or `quiz`."""

    kind: str
    chat: int | None = None
    thread: int | None = None


class Place(BaseModel):
    """A message of a chat."""

    message_id: int
    chat: int | None = None


class PeopleApi:
    """The people's side of one world."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> APIRouter:
        """Where phones act."""
        router = APIRouter(prefix="/playground/people")
        acts: dict[str, Callable[..., Any]] = {
            "": self.add,
            "/{key}/say": self.say,
            "/{key}/press": self.press,
            "/{key}/edit": self.edit,
            "/{key}/forward": self.forward,
            "/{key}/delete": self.delete,
            "/{key}/files": self.send_files,
            "/{key}/odd": self.send_odd,
            "/{key}/phone": self.change_phone,
        }
        for path, act in acts.items():
            router.add_api_route(path, act, methods=["POST"], response_model=None)
        router.add_api_route("/{key}", self.see, methods=["GET"], response_model=None)
        return router

    async def add(self, newcomer: Newcomer) -> Wire:
        """Adds a person, or finds the one of that key."""
        known = self._world.people.get(newcomer.key)
        return sight.person(self._world, known or self._world.add_person(newcomer.key, newcomer.name, newcomer.language))

    async def see(self, key: str) -> Wire:
        """A person and their private chat."""
        person = self._person(key)
        return {"person": sight.person(self._world, person), "chat": sight.chat(self._world.chats[person.id])}

    async def change_phone(self, key: str, phone: Phone) -> Wire:
        """Another language on the phone; the bot blocked or let in again."""
        person = self._person(key)
        if phone.language is not None:
            person.language = phone.language or None
            self._world.feed.tell("people")
        if phone.has_blocked is not None:
            people.block(self._world, person, phone.has_blocked)
        return sight.person(self._world, person)

    async def say(self, key: str, said: Said) -> Wire:
        """Sends words."""
        person, chat = self._where(key, said.chat)
        return people.send_words(self._world, person, chat, said.text, said.thread, said.reply_to)

    async def press(self, key: str, pressed: Pressed) -> Wire:
        """Presses a button."""
        person, chat = self._where(key, pressed.chat)
        return {"press": people.press(self._world, person, chat, pressed.message_id, pressed.data)}

    async def edit(self, key: str, edited: Edited) -> Wire:
        """Changes one's own message."""
        person, chat = self._where(key, edited.chat)
        return people.edit(self._world, person, chat, edited.message_id, Formatted(edited.text, edited.entities))

    async def forward(self, key: str, forwarded: Forwarded) -> Wire:
        """Passes a message on."""
        person, chat = self._where(key, forwarded.chat)
        return people.forward(self._world, person, chat, self._chat(forwarded.source), forwarded.message_id)

    async def delete(self, key: str, place: Place) -> Response:
        """Takes a message away."""
        person, chat = self._where(key, place.chat)
        people.delete(self._world, person, chat, place.message_id)
        return Response(status_code=204)

    async def send_files(self, key: str, request: Request) -> list[Wire]:
        """Multipart: `files`, `kind` (document, photo, voice, audio, video), `caption`, `chat`, `thread`, `size` to pretend."""
        fields, files = await form_of(request)
        asked = {name: values[-1] for name, values in fields.items()}
        person, chat = self._where(key, _number(asked, "chat"))
        uploads = [_named(upload, _number(asked, "size")) for upload in files.get("files", [])]
        kind = asked.get("kind", "document")
        if not uploads or kind not in FOLDERS:
            raise Impossible("files and their kind are needed")
        return people.send_files(self._world, person, chat, uploads, kind, asked.get("caption", ""), _number(asked, "thread"))

    async def send_odd(self, key: str, odd: Odd) -> list[Wire]:
        """Sends a sticker, a voice note, a place, a contact, a die or a quiz."""
        person, chat = self._where(key, odd.chat)
        if odd.kind in _PRETENDED:
            return people.send_files(self._world, person, chat, [_PRETENDED[odd.kind]], odd.kind, thread=odd.thread)
        contents: dict[str, Wire] = {
            "location": {"location": {"latitude": -33.4372, "longitude": -70.6506}},
            "contact": {"contact": {"phone_number": "+56900000000", "first_name": person.name, "user_id": person.id}},
            "dice": {"dice": {"emoji": "🎲", "value": 4}},
            "quiz": {"poll": _QUIZ},
        }
        if odd.kind not in contents:
            raise Impossible(f"there is no {odd.kind}")
        return [people.send(self._world, person, chat, contents[odd.kind], odd.thread)]

    def _person(self, key: str) -> Person:
        if key not in self._world.people:
            raise Impossible(f"there is nobody called {key}")
        return self._world.people[key]

    def _chat(self, id: int) -> Chat:
        if id not in self._world.chats:
            raise Impossible(f"there is no chat {id}")
        return self._world.chats[id]

    def _where(self, key: str, chat: int | None) -> tuple[Person, Chat]:
        person = self._person(key)
        return person, self._chat(person.id if chat is None else chat)


def _number(fields: dict[str, Any], name: str) -> int | None:
    return int(fields[name]) if fields.get(name) else None


def _named(upload: Upload, pretended_size: int | None) -> Upload:
    """A phone says the type that a file's name suggests."""
    mime = mimetypes.guess_type(upload.name)[0] or "application/octet-stream"
    return Upload(upload.name, mime, upload.content, pretended_size)
