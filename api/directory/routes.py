"""The directory: everybody reads it, whoever answers for it changes it."""

from typing import Annotated
from uuid import uuid4

from fastapi import APIRouter, Depends, Path, Query, Request

from api.access import Caller, anyone, only
from api.contract import (
    CategoryId,
    Cut,
    ServiceChanged,
    ServiceHistory,
    ServiceId,
    ServicePage,
    ServiceTold,
    ServiceWritten,
    Time,
)
from api.contract.services import SearchResult
from api.database import Looking, Writing
from api.directory import records
from api.directory.records import Sought
from api.directory.schema_org import JsonLd, government_service
from api.directory.searching import search
from api.directory.telling import Teller
from api.library import Reader, Shelf

router = APIRouter(prefix="/v1/services", tags=["services"])
Named = Annotated[ServiceId, Path()]
Keeping = Annotated[Caller, only("directory", "support", "admin")]


def _teller(library: Shelf, lang: Annotated[str | None, Query(max_length=35)] = None) -> Teller:
    return Teller(Reader.of(library.wording, lang))


Telling = Annotated[Teller, Depends(_teller)]


def _sought(
    library: Shelf,
    category: Annotated[CategoryId | None, Query()] = None,
    commune: Annotated[Cut | None, Query(description="Its services, and those of all Chile")] = None,
    modified_after: Annotated[Time | None, Query()] = None,
) -> Sought:
    cut = None if commune is None else library.commune(commune).cut
    return Sought(category=category, commune=cut, modified_after=modified_after)


@router.get("", dependencies=[anyone])
def list_services(
    session: Looking,
    teller: Telling,
    sought: Annotated[Sought, Depends(_sought)],
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    cursor: Annotated[ServiceId | None, Query(description="`next` of the page before")] = None,
) -> ServicePage:
    """Services by id, a page at a time."""
    rows, following = records.page(session, sought, cursor, limit)
    return ServicePage(results=[teller.tell(row) for row in rows], next=following)


@router.get("/search", dependencies=[anyone])
def search_services(
    session: Looking,
    library: Shelf,
    teller: Telling,
    q: Annotated[str, Query(max_length=4096, description="In a person's own words, in any of the languages")],
    commune: Annotated[Cut | None, Query(description="Where they are, unless the words say so")] = None,
) -> SearchResult:
    """What somebody's words are about, and where to go. Nothing of the words is kept."""
    cut = None if commune is None else library.commune(commune).cut
    return search(session, library, teller, q, cut)


@router.get("/{service}", dependencies=[anyone])
def read_service(service: Named, session: Looking, teller: Telling) -> ServiceTold:
    """One service."""
    return teller.tell(records.find(session, service))


@router.get("/{service}/schema.org", dependencies=[anyone], response_class=JsonLd)
def describe_service(service: Named, request: Request, session: Looking, library: Shelf, teller: Telling) -> JsonLd:
    """One service for search engines: a GovernmentService of schema.org, as JSON-LD."""
    root = (request.app.state.settings.public_url or str(request.base_url)).rstrip("/")
    told = teller.tell(records.find(session, service))
    return JsonLd(government_service(told, library, f"{root}/v1/services/{service}"))


@router.get("/{service}/history")
def read_service_history(service: Named, caller: Keeping, session: Looking) -> ServiceHistory:
    """Who changed it, when, and what it was from then on."""
    changes = records.history(session, service)
    return ServiceHistory(
        results=[
            ServiceChanged.model_validate(
                {"at": row.at, "kind": row.kind, "by": row.by, "service": ServiceWritten.model_validate_json(row.document)}
            )
            for row in changes
        ]
    )


@router.post("", status_code=201)
def add_service(body: ServiceWritten, caller: Keeping, session: Writing, library: Shelf, teller: Telling) -> ServiceTold:
    """Adds a service."""
    _known(library, body)
    return teller.tell(records.keep(session, str(uuid4()), body, "added", caller.name))


@router.put("/{service}")
def change_service(
    service: Named, body: ServiceWritten, caller: Keeping, session: Writing, library: Shelf, teller: Telling
) -> ServiceTold:
    """Writes a service as it is from now on; what it was stays in its history."""
    _known(library, body)
    records.find(session, service)
    return teller.tell(records.keep(session, service, body, "edited", caller.name))


def _known(library: Shelf, body: ServiceWritten) -> None:
    for cut in (body.commune, body.organization.commune, *(spot.commune for spot in body.spots)):
        if cut is not None:
            library.commune(cut)
