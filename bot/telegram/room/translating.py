"""Where a translation engine can be plugged in. None is: what people and staff write is passed on as written.

To plug one in, give `attend` an object with `translate`. What it says goes below the original, marked as a machine's; where the
original is changed, its new words are translated again.
"""

from dataclasses import dataclass
from typing import Protocol

from bot.backend import Backend
from bot.dialogue.screen import Block, Screen, Style
from bot.dialogue.voice import say
from bot.memory.cases import RoomCase
from bot.memory.relays import Relayed
from content.sentences import Verbatim

STAFF_LANGUAGE = "es"


class Engine(Protocol):
    """A machine that translates."""

    async def translate(self, text: str, source: str, target: str) -> str | None:
        """The text in the other language; None when it cannot be done."""


@dataclass(frozen=True, slots=True)
class Translation:
    """Translates what was relayed, by what the api keeps of it."""

    backend: Backend
    engine: Engine | None = None

    async def of(self, case: RoomCase, relayed: Relayed, *, for_person: bool) -> str | None:
        """The machine's words; None without an engine, or where both sides read the same language."""
        if self.engine is None or case.language == STAFF_LANGUAGE:
            return None
        entries = (await self.backend.case(case.id)).entries
        text = next((each.text for each in reversed(entries) if relayed.entry in (each.id, each.of)), None)
        source, target = (STAFF_LANGUAGE, case.language) if for_person else (case.language, STAFF_LANGUAGE)
        return await self.engine.translate(text, source, target) if text else None


def marked(words: str) -> Screen:
    """The machine's words as a person reads them: marked as such."""
    return Screen((Block((say("Traducción automática, sin revisar:"),), Style.QUIET), Block((Verbatim(words),))), ())
