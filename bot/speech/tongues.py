"""The languages that the assistant can speak aloud. How they were chosen: docs/decisions/voice.md."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass

SPEAKER, ENCODER = "espeak-ng", "opusenc"


@dataclass(frozen=True, slots=True)
class Tongue:
    """A voice of espeak-ng, and what stands in speech for `:00` and for the dash between two times.

    `words` are written in capitals and said as words; espeak-ng spells whatever is that short.
    """

    voice: str
    hours: str
    until: str
    words: frozenset[str] = frozenset()


TONGUES: Mapping[str, Tongue] = {
    "es": Tongue("es-419", "horas", "a", frozenset({"RUN", "RUT"})),
    "ht": Tongue("ht", "è", "rive"),
    "en": Tongue("en-gb", "hours", "to"),
    "pt_BR": Tongue("pt-br", "horas", "a"),
    "fr": Tongue("fr-fr", "heures", "à"),
}
"""By language of the chat; one that is not here has no voice that is good enough."""


def spoken_here() -> frozenset[str]:
    """The languages that this machine can speak: none without both programs."""
    return frozenset(TONGUES) if shutil.which(SPEAKER) and shutil.which(ENCODER) else frozenset()
