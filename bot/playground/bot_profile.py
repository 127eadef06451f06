"""What a bot says of itself: its name, its descriptions, the commands it offers, by language."""

from dataclasses import dataclass, field

from bot.playground.wire import Wire

DEFAULT_SCOPE = "default"


def scope_key(scope: Wire | None) -> str:
    """One word for a `BotCommandScope`: `chat:5`, `all_private_chats`."""
    if scope is None:
        return DEFAULT_SCOPE
    return ":".join(str(scope[part]) for part in ("type", "chat_id", "user_id") if part in scope)


@dataclass(slots=True)
class BotProfile:
    """Commands by scope and language (`""` is every language); descriptions by kind and language."""

    me: Wire
    commands: dict[str, list[Wire]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def offered_to(self, language: str | None, scopes: tuple[str, ...]) -> list[Wire]:
        """The commands a phone of that language shows: the narrowest scope first, and in it the language first."""
        spoken = (language or "")[:2]
        for scope in scopes:
            for each in (spoken, ""):
                if found := self.commands.get(f"{scope}|{each}"):
                    return found
        return []
