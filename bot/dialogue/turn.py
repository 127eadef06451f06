"""What one event comes to: the next state, one screen, and errands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.dialogue.errands import Errand
from bot.dialogue.person import State
from bot.dialogue.screen import Screen
from bot.dialogue.upkeep import Upkeep
from content.asked_for import AskedFor
from content.danger import DangerTexts
from content.directory import Communes
from content.help import Help
from content.local_services import Category, CategoryTold
from content.offering import Directory
from content.programme import Programme
from content.sentences import Text
from content.topics import Topics
from content.understanding import Understanding
from content.wording import Wording


@dataclass(frozen=True, slots=True)
class Content:
    """Everything the programme says, as read at start. `current` is the edition that new dossiers get.

    `has_desk`: a support group is set up, so that somebody can be told of a case. `directory` is replaced as it changes;
    `directory_as_of` is when it was last known to be so, None while the api answers. `can_speak`: the languages that are read
    aloud here. `sheet_shows`: the evidence questions to which the month's sheet of a municipality may be attached.
    `asked_for`: the terms that questions without a good answer are counted by.
    """

    editions: Mapping[str, Programme]
    current: Programme
    help: Help
    communes: Communes
    words: Wording
    danger: DangerTexts
    understanding: Understanding
    topics: Topics
    categories: Mapping[Category, CategoryTold]
    directory: Directory
    directory_as_of: datetime | None = None
    has_desk: bool = False
    can_speak: frozenset[str] = frozenset()
    upkeep: Upkeep = field(default_factory=Upkeep)
    sheet_shows: tuple[str, ...] = ()
    asked_for: AskedFor = field(default_factory=lambda: AskedFor(()))


@dataclass(frozen=True, slots=True)
class Turn:
    """`state` None: the person asked to be forgotten and was. `screen` None: nothing new to show.

    `hint` is a short word on the press itself (at most 200 characters).
    """

    state: State | None
    screen: Screen | None
    errands: tuple[Errand, ...] = ()
    hint: Text | None = None
