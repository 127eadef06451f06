"""Questions understood as plainly as can be: one word, one topic. What the real one makes of words is tested elsewhere."""

from collections.abc import Mapping

from content.directory import Communes
from content.folding import folded
from content.local_services import Category
from content.topics import About, Outcome, Topic
from content.understanding import Distress

WORDS: Mapping[str, tuple[Category, ...]] = {
    "enfermo": (Category.HEALTH,),
    "malad": (Category.HEALTH,),
    "visa": (Category.MIG_STATUS, Category.LEGAL),
    "papeles": (Category.MIG_STATUS, Category.ID_DOCS),
}
UNSURE = frozenset({"papeles"})
KREYOL = frozenset({"mwen", "pitit", "malad"})


class PlainTopics:
    """Knows a handful of words, and communes that are written out."""

    def __init__(self, communes: Communes) -> None:
        self._communes = {folded(each.name): each.cut for each in communes.all()}

    def about(self, text: str) -> About:
        """What the first known word says."""
        plain = folded(text)
        commune = next((cut for name, cut in self._communes.items() if name in plain), "")
        language = "ht" if KREYOL & set(plain.split()) else "es"
        found = next((word for word in plain.split() if word in WORDS), None)
        if found is None:
            return About(Outcome.NONE, commune=commune, language=language)
        topics = tuple(Topic(category, 0.9, (found,)) for category in WORDS[found])
        return About(Outcome.UNSURE if found in UNSURE else Outcome.FOUND, topics, commune, language)

    def distress(self, text: str) -> Distress | None:
        """Never any: the phrases are heard before."""
