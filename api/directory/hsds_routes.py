"""The directory as other directories read it: HSDS 3.1, to everybody."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request
from sqlmodel import Session

from api.access import anyone
from api.contract import ServiceId, hsds
from api.database import Looking
from api.directory import records, spots
from api.directory.publishing import Publisher
from api.directory.records import Sought
from api.directory.tables import ServiceRow
from api.directory.terms import Terms, named
from api.directory.turning import OURS, Turned, TurnedOrganizations, TurnedServices, TurnedSpots, TurnedTerms
from api.errors import Refusal
from api.library import Reader, Shelf

router = APIRouter(prefix="/hsds", tags=["hsds"], dependencies=[anyone])
VERSION = "3.1.3"
Named = Annotated[ServiceId, Path()]
Lang = Annotated[str | None, Query(max_length=35, description=f"Language of the texts, where they are translated {OURS}")]


class OrganizationUnknown(Refusal):
    """No organisation that gives a service has that id."""

    name, status, title = "unknown-organization", 404, "Ninguna organización tiene ese identificador."


def _publisher(library: Shelf, lang: Lang = None) -> Publisher:
    return Publisher.of(library, Reader.of(library.wording, lang), datetime.now(UTC))


def _terms(library: Shelf, lang: Lang = None) -> Terms:
    return Terms(library, Reader.of(library.wording, lang))


Publishing = Annotated[Publisher, Depends(_publisher)]
Classifying = Annotated[Terms, Depends(_terms)]


@router.get("/")
def read_hsds(request: Request) -> hsds.About:
    """Which version and profile of HSDS this is."""
    root = (request.app.state.settings.public_url or str(request.base_url)).rstrip("/")
    publisher = hsds.Publishing(name="Sello Migrante", url=root)
    return hsds.About(version=VERSION, profile=f"{root}/docs#/hsds", openapi_url=f"{root}/openapi.json", publisher=publisher)


@router.get("/services", response_model_exclude_none=True)
def list_hsds_services(
    asked: Annotated[TurnedServices, Query()], session: Looking, library: Shelf, publisher: Publishing
) -> hsds.Page[hsds.Service]:
    """Services, a page by its number."""
    total, rows = _page(session, records.numbered, asked.sought(library), asked)
    told = publisher.brief if asked.minimal else publisher.whole if asked.full else publisher.listed
    return asked.of(total, [told(row) for row in rows])


@router.get("/services/{id}", response_model_exclude_none=True)
def read_hsds_service(id: Named, session: Looking, publisher: Publishing) -> hsds.Service:
    """One service with all that belongs to it."""
    return publisher.whole(records.find(session, id))


@router.get("/service_at_locations", response_model_exclude_none=True)
def list_hsds_places(
    asked: Annotated[TurnedSpots, Query()], session: Looking, library: Shelf, publisher: Publishing
) -> hsds.Page[hsds.ServiceAtLocation]:
    """Places where services are given, a page by its number."""
    sought = asked.sought(library)
    found = (0, ()) if sought is None else spots.listed(session, sought, asked.commune, asked.page, asked.per_page)
    told = publisher.placed_whole if asked.full else publisher.placed
    return asked.of(found[0], [told(row, number) for row, number in found[1]])


@router.get("/service_at_locations/{id}", response_model_exclude_none=True)
def read_hsds_place(id: Named, session: Looking, publisher: Publishing) -> hsds.ServiceAtLocation:
    """One place where a service is given, and when."""
    return publisher.placed_whole(*spots.find(session, id))


@router.get("/organizations", response_model_exclude_none=True)
def list_hsds_organizations(
    asked: Annotated[TurnedOrganizations, Query()], session: Looking, library: Shelf, publisher: Publishing
) -> hsds.Page[hsds.Organization]:
    """Organisations that give such services, a page by its number."""
    total, rows = _page(session, records.organizations, asked.sought(library), asked)
    return asked.of(total, [publisher.organization(row, whole=asked.full) for row in rows])


@router.get("/organizations/{id}", response_model_exclude_none=True)
def read_hsds_organization(id: Named, session: Looking, publisher: Publishing) -> hsds.Organization:
    """One organisation."""
    _, rows = records.organizations(session, Sought(organization=id), 1, 1)
    if not rows:
        raise OrganizationUnknown(organization=id)
    return publisher.organization(rows[0], whole=True)


@router.get("/taxonomies", response_model_exclude_none=True)
def list_hsds_taxonomies(asked: Annotated[Turned, Query()], terms: Classifying) -> hsds.Page[hsds.Taxonomy]:
    """The lists that services are classified by."""
    return asked.out_of(terms.taxonomies())


@router.get("/taxonomies/{id}", response_model_exclude_none=True)
def read_hsds_taxonomy(id: Named, terms: Classifying) -> hsds.Taxonomy:
    """One of the lists."""
    return named(terms.taxonomies(), id)


@router.get("/taxonomy_terms", response_model_exclude_none=True)
def list_hsds_terms(asked: Annotated[TurnedTerms, Query()], terms: Classifying) -> hsds.Page[hsds.TaxonomyTerm]:
    """The terms of the lists."""
    listed = () if asked.parent_id else terms.terms()  # no term stands below another
    return asked.out_of(each for each in listed if asked.taxonomy_id in (None, each.taxonomy_id))


@router.get("/taxonomy_terms/{id}", response_model_exclude_none=True)
def read_hsds_term(id: Named, terms: Classifying) -> hsds.TaxonomyTerm:
    """One term."""
    return named(terms.terms(), id)


Find = Callable[[Session, Sought, int, int], tuple[int, Sequence[ServiceRow]]]


def _page(session: Session, find: Find, sought: Sought | None, asked: Turned) -> tuple[int, Sequence[ServiceRow]]:
    return (0, ()) if sought is None else find(session, sought, asked.page, asked.per_page)
