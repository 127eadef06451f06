"""What a neighbour is looking for, as it is kept while they look: categories and a commune, never their words."""

from dataclasses import dataclass, replace
from enum import StrEnum

from content.directory import Communes
from content.local_services import Category
from content.topics import About, Outcome

_BETWEEN, _AT = ",", "@"


class Mood(StrEnum):
    """How it stands: choosing, found, unsure which of two, nothing found, or naming a commune."""

    CHOOSING = ""
    FOUND = "f"
    UNSURE = "u"
    NOTHING = "n"
    COMMUNE = "c"


@dataclass(frozen=True, slots=True)
class Seeking:
    """Categories, the likeliest first; `commune` a CUT or empty for all of Chile; `best` the key of what fits best."""

    mood: Mood = Mood.CHOOSING
    categories: tuple[Category, ...] = ()
    commune: str = ""
    best: str = ""

    def written(self) -> str:
        """The same in few letters, for `Standing.about` and for buttons."""
        return _AT.join((self.mood.value, _BETWEEN.join(self.categories), self.best, self.commune))

    def understood(self, about: About, best: str = "") -> "Seeking":
        """What is looked for after that was understood. A place alone only moves to that place."""
        commune = about.commune or self.commune
        match about.outcome:
            case Outcome.FOUND:
                return Seeking(Mood.FOUND, tuple(topic.category for topic in about.topics[:3]), commune, best)
            case Outcome.UNSURE:
                return Seeking(Mood.UNSURE, tuple(topic.category for topic in about.topics[:2]), commune)
        if about.commune:
            return replace(self, mood=Mood.FOUND if self.categories else Mood.CHOOSING, commune=commune)
        return Seeking(Mood.NOTHING, (), commune)


def read_seeking(written: str, communes: Communes) -> Seeking:
    """What was written; a CUT alone (of a poster) is its commune; anything else is nothing yet."""
    if _AT not in written:
        return Seeking(commune=written if communes.knows(written) else "")
    try:
        mood, categories, best, cut = written.split(_AT)
        about = tuple(Category(each) for each in categories.split(_BETWEEN) if each)
        return Seeking(Mood(mood), about, cut if communes.knows(cut) else "", best)
    except ValueError:
        return Seeking()
