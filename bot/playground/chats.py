"""Who is there and where they talk."""

from dataclasses import dataclass, field

from bot.playground.wire import Wire

GENERAL = 1


@dataclass(slots=True)
class Person:
    """Somebody with a phone; `language` is the phone's, None when it does not say."""

    key: str
    id: int
    name: str
    language: str | None = "es"
    username: str | None = None
    has_blocked: bool = False

    def wire(self) -> Wire:
        """As a `User`."""
        optional = {"username": self.username, "language_code": self.language}
        known = {name: value for name, value in optional.items() if value}
        return {"id": self.id, "is_bot": False, "first_name": self.name} | known


@dataclass(slots=True)
class Topic:
    """A thread of a group with topics; its id is that of the message that opened it."""

    id: int
    name: str
    is_closed: bool = False
    icon_color: int = 7322096


@dataclass(slots=True)
class Chat:
    """A private chat has its person's id; a group's is negative. Messages are kept as the Bot API shows them, by id."""

    id: int
    kind: str
    title: str
    members: list[str] = field(default_factory=list)
    is_forum: bool = False
    topics: dict[int, Topic] = field(default_factory=dict)
    messages: dict[int, Wire] = field(default_factory=dict)
    last_message: int = 0
    moved_to: int | None = None
    keyboard: Wire | None = None
    uneditable: set[int] = field(default_factory=set)
    bot_is_member: bool = True
    bot_manages_topics: bool = True
    bot_deletes_messages: bool = True

    @property
    def is_private(self) -> bool:
        """Whether it is between the bot and one person."""
        return self.kind == "private"

    def wire(self) -> Wire:
        """As a `Chat`."""
        if self.is_private:
            return {"id": self.id, "type": self.kind, "first_name": self.title}
        return {"id": self.id, "type": self.kind, "title": self.title} | ({"is_forum": True} if self.is_forum else {})
