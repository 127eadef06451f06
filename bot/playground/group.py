"""A group for programs: its topics and what becomes of them, over HTTP to a running playground."""

from typing import Any

from bot.playground.person import Person, Playground


class Group:
    """The group of that id. Its messages are sent with `Person.say(…, chat=group.id, thread=…)`."""

    def __init__(self, playground: Playground, id: int) -> None:
        self.playground, self.id = playground, id

    @classmethod
    def new(cls, playground: Playground, title: str, members: list[Person], is_forum: bool = True) -> "Group":
        """A new supergroup with the bot as its administrator."""
        keys = [member.key for member in members]
        return cls(playground, playground.post("groups", {"title": title, "members": keys, "is_forum": is_forum})["id"])

    @property
    def topics(self) -> dict[int, dict[str, Any]]:
        """The topics by id: `name`, `is_closed`."""
        chats = self.playground.get("state")["chats"]
        chat = next(each for each in chats if each["id"] == self.id)
        return {topic["id"]: topic for topic in chat["topics"]}

    def join(self, person: Person) -> None:
        """Somebody enters."""
        self.playground.post(f"groups/{self.id}/members", {"person": person.key})

    def leave(self, person: Person) -> None:
        """Somebody leaves."""
        self.playground.post(f"groups/{self.id}/members", {"person": person.key, "joins": False})

    def open_topic(self, person: Person, name: str) -> int:
        """A thread begun by a person; its id."""
        return int(self.playground.post(f"groups/{self.id}/topics", {"person": person.key, "name": name})["id"])

    def rename_topic(self, person: Person, topic: int, name: str) -> None:
        """Another name for a thread."""
        self._change(person, topic, name=name)

    def close_topic(self, person: Person, topic: int, closes: bool = True) -> None:
        """Closes a thread, or opens it again."""
        self._change(person, topic, is_closed=closes)

    def delete_topic(self, person: Person, topic: int) -> None:
        """Deletes a thread with its messages; the bot is not told."""
        self._change(person, topic, is_deleted=True)

    def _change(self, person: Person, topic: int, **change: Any) -> None:
        self.playground.post(f"groups/{self.id}/topics/{topic}", {"person": person.key, **change})

    def use_topics(self, uses: bool) -> None:
        """Switches topics on or off."""
        self.playground.post(f"groups/{self.id}", {"is_forum": uses})

    def let_bot_manage_topics(self, lets: bool) -> None:
        """Gives the bot the right to manage topics, or takes it; it goes on hearing what is written."""
        self.playground.post(f"groups/{self.id}", {"bot_manages_topics": lets})

    def let_bot_delete_messages(self, lets: bool) -> None:
        """Gives the bot the right to delete messages, and topics with all that is in them, or takes it."""
        self.playground.post(f"groups/{self.id}", {"bot_deletes_messages": lets})

    def migrate(self) -> "Group":
        """Moves the group to another id, where it goes on."""
        return Group(self.playground, self.playground.post(f"groups/{self.id}", {"migrates": True})["id"])
