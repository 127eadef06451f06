"""What is kept of one chat: language, where the person stands, and for an official the municipality and the name to show."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.dialogue.cases import Case, CaseKind, Hat
from bot.dialogue.dossier import Dossier
from bot.dialogue.events import Place
from bot.dialogue.proposals import Adding

_CLOSED_KEPT = 4


@dataclass(frozen=True, slots=True)
class Standing:
    """A place and what it is about there.

    `aside` is an explanation opened (`why`, `example`), `returning` the place that *change* goes back to. On one aside that was
    opened from another (the languages from the adviser's screen), the two are that other one's place and what it was about.
    """

    place: Place
    about: str = ""
    aside: str = ""
    returning: Place | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """An accepted invitation: the municipality's CUT and how colleagues see this person."""

    cut: str
    name: str
    post: str


@dataclass(frozen=True, slots=True)
class Joining:
    """An accepted invitation whose name and post are still being asked; `since` is when it was accepted."""

    cut: str
    focal_point: bool
    name: str = ""
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What is ticked or typed under a question but is no answer yet; `slip` when what was typed could not be read.

    `marks` None: nothing was ticked or cleared, so that the answer there is stays ticked.
    """

    question: str
    marks: tuple[str, ...] | None = None
    typed: str = ""
    slip: str = ""


@dataclass(frozen=True, slots=True)
class Applying:
    """What was said so far by whoever asks for an invitation; empty where it is still to be said."""

    name: str = ""
    post: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """`id` is opaque to the dialogue. `shown` is the revision of the answer last shown here, for typed answers.

    `commune` is the CUT picked for practising; `role` a staff role. `left` is where the person stood before an aside
    (language, privacy, a person to talk to) and comes back to. Without a `language` nothing else is shown until one is chosen,
    but what to do in danger. `cases`: at most one on its way of each hat and kind, and then none other of that is open.
    `asked` are the natural keys of the last messages that went to a person, so that a change to one of them goes there, too.
    `opened_on`, `answered_on`: the days in Chile on which that was last reported of their municipality. `asked_on`: the day on
    which they were last asked whether its services still hold; `adding`: a new one that they are telling of.
    `doubted`: the keys of the services that they said are wrong, as long as it is remembered what they asked.
    """

    id: str
    language: str = ""
    standing: Standing = Standing(Place.HOME)
    left: Standing | None = None
    membership: Membership | None = None
    joining: Joining | None = None
    commune: str = ""
    role: str = ""
    draft: Draft | None = None
    shown: int = 0
    applying: Applying = Applying()
    cases: tuple[Case, ...] = ()
    asked: tuple[str, ...] = ()
    help_offered: bool = False
    opened_on: date | None = None
    answered_on: date | None = None
    asked_on: date | None = None
    adding: Adding | None = None
    doubted: tuple[str, ...] = ()

    def case(self, id: str) -> Case | None:
        """The case with that id, if this chat knows it."""
        return next((each for each in self.cases if id and each.id == id), None)

    def open_case(self, hat: Hat, kind: CaseKind) -> Case | None:
        """The case of that hat and kind that a person has or will have."""
        return next((each for each in self.cases if (each.hat, each.kind) == (hat, kind) and each.is_open), None)

    def with_case(self, case: Case, instead_of: Case | None = None) -> "Person":
        """The person with this case, in the place of another one; of those long closed only the last few are kept."""
        others = tuple(each for each in self.cases if each != instead_of)
        closed = [each for each in others if not each.is_open][:-_CLOSED_KEPT]
        return replace(self, cases=(*(each for each in others if each not in closed), case))


@dataclass(frozen=True, slots=True)
class State:
    """All that a turn may look at and change: the person, the dossier of their municipality, and their own practice."""

    person: Person
    municipal: Dossier | None = None
    practice: Dossier | None = None

    @property
    def dossier(self) -> Dossier | None:
        """The dossier in use: the municipality's for a member, otherwise the practice."""
        return self.municipal if self.person.membership else self.practice
