"""What a place looks at when it draws itself: the content, the state and the moment."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from bot.dialogue.dossier import Author, Dossier
from bot.dialogue.person import Person, Standing, State
from bot.dialogue.turn import Content
from content.answers import Answer
from content.journey import profile_of
from content.months import Month
from content.programme import Profile, Programme
from content.sentences import Text, Verbatim

CHILE = ZoneInfo("America/Santiago")


@dataclass(frozen=True)
class Scene:
    """Content, state and the moment of this turn (an aware datetime). `note` is one line about what just happened.

    What a whole screen is drawn from is worked out once for each scene: a task list asks for it hundreds of times.
    """

    content: Content
    state: State
    now: datetime
    note: Text | None = None

    @property
    def person(self) -> Person:
        """Whose turn it is."""
        return self.state.person

    @property
    def standing(self) -> Standing:
        """Where this person stands."""
        return self.state.person.standing

    @property
    def dossier(self) -> Dossier | None:
        """The dossier in use, None before the first one."""
        return self.state.dossier

    @cached_property
    def programme(self) -> Programme:
        """The edition that the dossier is pinned to, the current one without a dossier."""
        dossier = self.state.dossier
        return self.content.editions.get(dossier.edition, self.content.current) if dossier else self.content.current

    @cached_property
    def answers(self) -> dict[str, Answer]:
        """What the dossier says, by question id; empty without one."""
        return self.state.dossier.said() if self.state.dossier else {}

    @cached_property
    def as_of(self) -> Month:
        """This month in Chile: ages are counted to it."""
        return Month.of(self.now.astimezone(CHILE).date())

    @cached_property
    def profile(self) -> Profile | None:
        """The way in that the profile answers chose; None while they are open."""
        return profile_of(self.programme, self.answers)

    @property
    def author(self) -> Author:
        """This person as colleagues see them."""
        membership = self.person.membership
        return Author(self.person.id, membership.name, membership.post) if membership else Author(self.person.id, "", "")

    @property
    def municipality(self) -> Text:
        """The name of the municipality at hand; an empty text without one."""
        member = self.person.membership
        cut = member.cut if member else self.person.commune
        return Verbatim(self.content.communes.of(cut).name if cut else "")

    def at(self, standing: Standing) -> "Scene":
        """The scene with the person standing elsewhere."""
        return self.having(replace(self.state, person=replace(self.person, standing=standing)))

    def having(self, state: State) -> "Scene":
        """The scene with another state."""
        return replace(self, state=state)

    def with_person(self, person: Person) -> "Scene":
        """The scene with another person's row in the state."""
        return self.having(replace(self.state, person=person))

    def with_dossier(self, dossier: Dossier) -> "Scene":
        """The scene with the municipality's dossier, or the practice, changed."""
        if dossier.is_practice:
            return self.having(replace(self.state, practice=dossier))
        return self.having(replace(self.state, municipal=dossier))

    def saying(self, note: Text) -> "Scene":
        """The scene with a line about what just happened."""
        return replace(self, note=note)
