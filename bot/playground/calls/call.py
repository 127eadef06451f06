"""One call of the bot, read and checked against the spec."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.playground.files import Upload
from bot.playground.wire import Wire
from bot.playground.world import World


@dataclass(frozen=True, slots=True)
class Call:
    """`values` are decoded; `uploads` are the file parts by their name."""

    method: str
    values: Wire
    uploads: Mapping[str, Upload]


Handler = Callable[[World, Call], Any]
