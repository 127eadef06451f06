"""What the programme says, read once at the start: editions, communes and their words in every language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from api.contract import Worded
from api.errors import Refusal
from content.asked_for import AskedFor
from content.directory import Commune, Communes
from content.fitting import Fitting
from content.languages import SOURCE, offered
from content.local_services import Category, CategoryTold
from content.programme import Programme
from content.queueing import QueueRule
from content.reading import (
    current,
    read_asked_for,
    read_categories,
    read_communes,
    read_editions,
    read_help,
    read_queue_rule,
    read_services,
    read_topics,
    read_understanding,
)
from content.sentences import Text
from content.topics import Topics
from content.understanding import Understanding
from content.wording import Wording
from content.working_time import WorkingTime


class EditionUnknown(Refusal):
    """No such edition of the programme, or other files under its name."""

    name, title = "unknown-edition", "Esa edición del programa no existe."


class CommuneUnknown(Refusal):
    """No commune has that CUT."""

    name, title = "unknown-commune", "Esa comuna no existe."


class NoMunicipality(Refusal):
    """The commune is administered by another one."""

    name, title = "no-municipality", "Esa comuna no tiene municipalidad propia."


class LanguageUnknown(Refusal):
    """Not one of the languages offered."""

    name, title = "unknown-language", "Ese idioma no se ofrece."


@dataclass(frozen=True, slots=True)
class Library:
    """Editions oldest first, communes, wording, the desk's clock, the order of its queue, and what is known of services."""

    editions: Mapping[str, Programme]
    current: Programme
    communes: Communes
    wording: Wording
    working_time: WorkingTime
    queue: QueueRule
    categories: Mapping[Category, CategoryTold]
    topics: Topics
    understanding: Understanding
    fitting: Fitting
    asked_for: AskedFor

    @classmethod
    def read(cls) -> "Library":
        """From the project's own files; ContentMistakes and CataloguesBroken when they have any mistake."""
        editions = read_editions()
        communes, desk = read_communes(), WorkingTime(read_help().working_hours)
        rules = Wording.load(), desk, read_queue_rule(), read_categories()
        topics = read_topics(communes)
        ears = topics, read_understanding(ear=topics), Fitting(read_services()), read_asked_for()
        return cls(editions, current(editions), communes, *rules, *ears)

    def edition(self, edition: str) -> Programme:
        """The edition of that name; EditionUnknown."""
        try:
            return self.editions[edition]
        except KeyError:
            raise EditionUnknown(f"No existe la edición «{edition}».", edition=edition) from None

    def commune(self, cut: str) -> Commune:
        """The commune of that CUT; CommuneUnknown."""
        try:
            return self.communes.of(cut)
        except KeyError:
            raise CommuneUnknown(f"Ninguna comuna tiene el código {cut}.", commune=cut) from None

    def language(self, asked: str) -> str:
        """The one of our languages that is meant; LanguageUnknown."""
        found = offered(asked)
        if found is None:
            raise LanguageUnknown(language=asked)
        return found

    def municipality(self, cut: str) -> Commune:
        """The commune of that CUT, which has a municipality; CommuneUnknown, NoMunicipality."""
        commune = self.commune(cut)
        if not commune.has_municipality:
            raise NoMunicipality(f"La comuna {commune.name} no tiene municipalidad propia.", commune=cut)
        return commune


@dataclass(frozen=True, slots=True)
class Reader:
    """Words texts in one language, marking those that it can only give in Spanish."""

    wording: Wording
    language: str

    @classmethod
    def of(cls, wording: Wording, asked: str | None) -> "Reader":
        """For the language asked for; Spanish when it is not offered."""
        return cls(wording, offered(asked) or SOURCE)

    def word(self, text: Text) -> Worded:
        """The text with the language it came out in."""
        spoken = SOURCE if self.wording.shortfall([text], self.language) else self.language
        return Worded(text=self.wording.word(text, spoken), lang=tag(spoken))


def tag(language: str) -> str:
    """The BCP 47 tag of one of our languages."""
    return language.replace("_", "-")


async def _library(request: Request) -> Library:
    library: Library = request.app.state.library
    return library


Shelf = Annotated[Library, Depends(_library)]
