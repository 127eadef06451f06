"""The world in a file, so that a demonstration goes on where it was stopped; a kill may lose its last second."""

import asyncio
import json
from dataclasses import asdict
from pathlib import Path

from bot.playground.chats import Chat, Person, Topic
from bot.playground.files import StoredFile
from bot.playground.updates import Pending
from bot.playground.webhook import Webhook
from bot.playground.wire import Wire
from bot.playground.world import World

PAUSE_SECONDS = 1.0


async def keep(world: World, file: Path) -> None:
    """Writes what changed, about once a second, and once more when cancelled."""
    seen = (-1, -1)
    try:
        while True:
            if seen != (seen := (world.feed.number, world.updates.next_id)):
                save(world, file)
            await asyncio.sleep(PAUSE_SECONDS)
    finally:
        save(world, file)


def save(world: World, file: Path) -> None:
    """Writes the world whole; a reader finds the old one or the new one, never half."""
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_suffix(".new")
    new.write_text(json.dumps(_written(world), ensure_ascii=False), encoding="utf-8")
    new.replace(file)


def _written(world: World) -> Wire:
    return {
        "people": [asdict(person) for person in world.people.values()],
        "chats": [asdict(chat) | {"uneditable": sorted(chat.uneditable)} for chat in world.chats.values()],
        "files": [asdict(stored) for stored in world.files.by_id.values()],
        "updates": [asdict(pending) for pending in world.updates.waiting()],
        "next_update": world.updates.next_id,
        "allowed": world.updates.allowed,
        "webhook": asdict(world.webhook),
        "commands": world.profile.commands,
        "texts": world.profile.texts,
        "last_private_message": world.last_private_message,
    }


def restore(world: World, file: Path) -> None:
    """Puts a saved world into an empty one; nothing happens where nothing was saved."""
    if not file.exists():
        return
    written = json.loads(file.read_text(encoding="utf-8"))
    world.people = {each["key"]: Person(**each) for each in written["people"]}
    world.chats = {each["id"]: _chat(each) for each in written["chats"]}
    world.files.by_id = {each["id"]: StoredFile(**each) for each in written["files"]}
    world.updates.restore((Pending(**each) for each in written["updates"]), written["next_update"])
    world.updates.allowed = tuple(written["allowed"])
    world.webhook = Webhook(**written["webhook"])
    world.profile.commands, world.profile.texts = written["commands"], written["texts"]
    world.last_private_message = written["last_private_message"]


def _chat(written: Wire) -> Chat:
    topics = {int(id): Topic(**topic) for id, topic in written["topics"].items()}
    messages = {int(id): message for id, message in written["messages"].items()}
    return Chat(**written | {"topics": topics, "messages": messages, "uneditable": set(written["uneditable"])})
