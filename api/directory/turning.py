"""Which page of which list other directories ask for, in the parameters of HSDS."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from re import fullmatch
from typing import TypeVar

from pydantic import BaseModel, Field

from api.contract import Cut, Time, hsds
from api.contract.services import ID
from api.directory.records import Sought
from api.directory.terms import ABOUT, ASKING, TERMS
from api.library import Library
from content.folding import folded

Item = TypeVar("Item", bound=BaseModel)
Described = TypeVar("Described", hsds.Taxonomy, hsds.TaxonomyTerm)
OURS = "(an addition of our profile)"


class Turned(BaseModel):
    """A page of a list."""

    search: str = Field(default="", max_length=200, description="Words that all occur or begin others, accents and case forgiven")
    page: int = Field(default=1, ge=1, le=1_000_000)
    per_page: int = Field(default=50, ge=1, le=500)

    def of(self, total: int, contents: Sequence[Item]) -> hsds.Page[Item]:
        """The page with these on it, out of so many."""
        pages = -(-total // self.per_page)
        return hsds.Page(
            total_items=total,
            total_pages=pages,
            page_number=self.page,
            size=len(contents),
            first_page=self.page == 1,
            last_page=self.page >= pages,
            empty=not contents,
            contents=list(contents),
        )

    def out_of(self, listed: Iterable[Described]) -> hsds.Page[Described]:
        """The page out of a short list."""
        words = folded(self.search).split()
        kept = [each for each in listed if all(word in folded(f"{each.name} {each.description}") for word in words)]
        return self.of(len(kept), kept[(self.page - 1) * self.per_page :][: self.per_page])


class TurnedTerms(Turned):
    """A page of terms."""

    taxonomy_id: str | None = None
    top_only: bool = Field(default=False, description="Those without a parent: all of them")
    parent_id: str | None = Field(default=None, description="Those below that term: none")


class TurnedOrganizations(Turned):
    """A page of the organisations that give such services."""

    taxonomy_id: str | None = None
    taxonomy_term_id: str | None = None
    commune: Cut | None = Field(default=None, description=f"The services of that CUT, and those of all Chile {OURS}")
    full: bool = Field(default=False, description="With all that belongs to each")

    def sought(self, library: Library) -> Sought | None:
        """What the services are narrowed to; None where nothing can be found. CommuneUnknown."""
        if self.taxonomy_id not in (None, ABOUT, ASKING) or self.taxonomy_term_id not in (None, *TERMS):
            return None
        cut = None if self.commune is None else library.commune(self.commune).cut
        narrowed = TERMS.get(self.taxonomy_term_id or "", {})
        return Sought(commune=cut, words=self.search, **narrowed)


class TurnedChanges(TurnedOrganizations):
    """A page of what belongs to services that somebody gives and that were changed."""

    organization_id: str | None = None
    modified_after: Time | None = Field(default=None, description="Changed at that time or later")

    def sought(self, library: Library) -> Sought | None:
        """What the services are narrowed to; None where nothing can be found. CommuneUnknown."""
        sought = super().sought(library)
        if sought is None or (self.organization_id is not None and not fullmatch(ID, self.organization_id)):
            return None
        return replace(sought, organization=self.organization_id, modified_since=self.modified_after)


class TurnedServices(TurnedChanges):
    """A page of services."""

    minimal: bool = Field(default=False, description="Only id, name, status and when it was changed")


class TurnedSpots(TurnedChanges):
    """A page of the places where such services are given."""

    commune: Cut | None = Field(default=None, description=f"The places in that CUT {OURS}")

    def sought(self, library: Library) -> Sought | None:
        """What the services are narrowed to, wherever they are for; None where nothing can be found. CommuneUnknown."""
        sought = super().sought(library)
        return sought and replace(sought, commune=None)
