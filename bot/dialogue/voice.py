"""The interface's own sentences: everything the conversation says that is not the programme's content."""

from content.sentences import Say, Value, Voice

_voice = Voice("bot")
say = _voice.say
say_n = _voice.say_n


def button(label: str, **values: Value) -> Say:
    """A button's label: at most 24 characters in every language (10 in Chinese), verb first, no full stop."""
    return Say(label, "bot", context="button", values=values)
