"""What the programme says, read once at the start: editions, communes and their words in every language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from api.contract import Worded
from api.errors import Refusal
from content.directory import Commune, Communes
from content.languages import SOURCE, offered
from content.programme import Programme
from content.reading import current, read_communes, read_editions
from content.sentences import Text
from content.wording import Wording


class EditionUnknown(Refusal):
    """No such edition of the programme, or other files under its name."""

    name, title = "unknown-edition", "Esa edición del programa no existe."


class CommuneUnknown(Refusal):
    """No commune has that CUT."""

    name, title = "unknown-commune", "Esa comuna no existe."


class NoMunicipality(Refusal):
    """The commune is administered by another one."""

    name, title = "no-municipality", "Esa comuna no tiene municipalidad propia."


@dataclass(frozen=True, slots=True)
class Library:
    """Editions oldest first, communes, and wording."""

    editions: Mapping[str, Programme]
    current: Programme
    communes: Communes
    wording: Wording

    @classmethod
    def read(cls) -> "Library":
        """From the project's own files; ContentMistakes and CataloguesBroken when they have any mistake."""
        editions = read_editions()
        return cls(editions, current(editions), read_communes(), Wording.load())

    def edition(self, edition: str) -> Programme:
        """The edition of that name; EditionUnknown."""
        try:
            return self.editions[edition]
        except KeyError:
            raise EditionUnknown(f"No existe la edición «{edition}».", edition=edition) from None

    def municipality(self, cut: str) -> Commune:
        """The commune of that CUT, which has a municipality; CommuneUnknown, NoMunicipality."""
        try:
            commune = self.communes.of(cut)
        except KeyError:
            raise CommuneUnknown(f"Ninguna comuna tiene el código {cut}.", commune=cut) from None
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
