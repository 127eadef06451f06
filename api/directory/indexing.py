"""What services are found by beside their columns: what they are about, and where they are given."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import insert
from sqlmodel import Session, col, delete

from api.contract import ServiceWritten
from api.directory.tables import ServiceCategoryRow, ServiceSpotRow
from content.local_services import identifier


def part_id(service: str, kind: str, number: int = 0) -> str:
    """The id of something that belongs to a service, by its kind and its place among those of the kind."""
    return identifier("hsds", service, kind, str(number))


def index(session: Session, services: Mapping[str, ServiceWritten]) -> None:
    """Writes it anew for these services, by id."""
    session.execute(delete(ServiceCategoryRow).where(col(ServiceCategoryRow.service).in_(services)))
    session.execute(insert(ServiceCategoryRow), list(_categories(services)))
    session.execute(delete(ServiceSpotRow).where(col(ServiceSpotRow.service).in_(services)))
    if spots := list(_spots(services)):
        session.execute(insert(ServiceSpotRow), spots)


def _categories(services: Mapping[str, ServiceWritten]) -> Iterator[dict[str, Any]]:
    for id, each in services.items():
        for category in dict.fromkeys(each.categories):
            yield {"service": id, "category": category}


def _spots(services: Mapping[str, ServiceWritten]) -> Iterator[dict[str, Any]]:
    for id, each in services.items():
        for at, spot in enumerate(each.spots):
            here = part_id(id, "service_at_location", at)
            yield {"id": here, "service": id, "position": at, "commune": spot.commune}
