"""Groups over HTTP: members, topics, and what becomes of them."""

from fastapi import APIRouter, Response
from pydantic import BaseModel

from bot.playground import groups, sight
from bot.playground.chats import Chat, Person
from bot.playground.people import Impossible
from bot.playground.wire import Wire
from bot.playground.world import World


class NewGroup(BaseModel):
    """A group with its members by key."""

    title: str
    members: list[str]
    is_forum: bool = True


class Membership(BaseModel):
    """Who enters or leaves."""

    person: str
    joins: bool = True


class TopicChange(BaseModel):
    """What a person does with a topic: any of these."""

    person: str
    name: str | None = None
    is_closed: bool | None = None
    is_deleted: bool = False


class Nature(BaseModel):
    """What becomes of a group: topics on or off; a right of the bot given or taken; moved to another id."""

    is_forum: bool | None = None
    bot_manages_topics: bool | None = None
    bot_deletes_messages: bool | None = None
    migrates: bool = False


class GroupsApi:
    """The groups of one world."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> APIRouter:
        """Where groups change."""
        router = APIRouter(prefix="/playground/groups")
        router.add_api_route("", self.add, methods=["POST"], response_model=None)
        router.add_api_route("/{chat}", self.change, methods=["POST"], response_model=None)
        router.add_api_route("/{chat}/members", self.change_members, methods=["POST"], response_model=None)
        router.add_api_route("/{chat}/topics", self.open_topic, methods=["POST"], response_model=None)
        router.add_api_route("/{chat}/topics/{topic}", self.change_topic, methods=["POST"], response_model=None)
        return router

    async def add(self, group: NewGroup) -> Wire:
        """A new supergroup with the bot in it."""
        for key in group.members:
            self._person(key)
        return sight.chat(self._world.add_group(group.title, list(group.members), group.is_forum))

    async def change(self, chat: int, nature: Nature) -> Wire:
        """Topics on or off, the bot's rights, another id."""
        group = self._group(chat)
        if nature.is_forum is not None:
            groups.use_topics(self._world, group, nature.is_forum)
        if nature.bot_manages_topics is not None:
            group.bot_manages_topics = nature.bot_manages_topics
        if nature.bot_deletes_messages is not None:
            group.bot_deletes_messages = nature.bot_deletes_messages
        return sight.chat(groups.migrate(self._world, group) if nature.migrates else group)

    async def change_members(self, chat: int, membership: Membership) -> Wire:
        """Somebody enters or leaves."""
        act = groups.join if membership.joins else groups.leave
        act(self._world, self._person(membership.person), self._group(chat))
        return sight.chat(self._group(chat))

    async def open_topic(self, chat: int, topic: TopicChange) -> Wire:
        """A thread begun by a person."""
        opened = groups.open_topic(self._world, self._person(topic.person), self._group(chat), topic.name or "Tema")
        return {"id": opened.id, "name": opened.name}

    async def change_topic(self, chat: int, topic: int, change: TopicChange) -> Response:
        """Renames, closes, reopens or deletes a thread."""
        person, group = self._person(change.person), self._group(chat)
        if change.name is not None:
            groups.rename_topic(self._world, person, group, topic, change.name)
        if change.is_closed is not None:
            groups.close_topic(self._world, person, group, topic, change.is_closed)
        if change.is_deleted:
            groups.delete_topic(self._world, person, group, topic)
        return Response(status_code=204)

    def _person(self, key: str) -> Person:
        if key not in self._world.people:
            raise Impossible(f"there is nobody called {key}")
        return self._world.people[key]

    def _group(self, id: int) -> Chat:
        chat = self._world.chats.get(id)
        if chat is None or chat.is_private or chat.moved_to is not None:
            raise Impossible(f"there is no group {id}")
        return chat
