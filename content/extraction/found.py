"""The sentences that there are to translate."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from content.sentences import Say

BUTTON = "button"
Key = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Found:
    """A Spanish sentence, and where it stands: files of code (`line` in the first of them), or places in the content."""

    source: str
    plural: str | None
    context: str | None
    places: tuple[str, ...]
    line: int = 1

    @classmethod
    def at(cls, say: Say, place: str) -> "Found":
        """A sentence met at one place."""
        return cls(say.source, say.plural, say.context, (place,))

    @property
    def key(self) -> Key:
        """What a catalogue finds it by."""
        return self.context, self.source

    @property
    def fixed_key(self) -> Key:
        """What the glossary fixes it by: the same in every text, on its own on a button."""
        return (BUTTON if self.is_button else None), self.source

    @property
    def is_button(self) -> bool:
        """Whether it has to fit on a button."""
        return self.context == BUTTON


def once(sentences: Iterable[Found]) -> tuple[Found, ...]:
    """Each sentence once, in the order of its first place, with all its places."""
    merged: dict[Key, Found] = {}
    for each in sentences:
        known = merged.get(each.key)
        merged[each.key] = each if known is None else replace(known, places=tuple(dict.fromkeys(known.places + each.places)))
    return tuple(merged.values())
