"""What services are found by beside their columns: what they are about, where they are given, and their words."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import bindparam, insert
from sqlmodel import Session, col, delete, select

from api.contract import ServiceWritten
from api.directory.tables import ServiceCategoryRow, ServiceRow, ServiceSpotRow, ServiceWordRow
from api.directory.wording import words_of
from content.local_services import identifier

_FORGET = delete(ServiceWordRow).where(
    col(ServiceWordRow.word) == bindparam("left"), col(ServiceWordRow.service) == bindparam("of")
)


def part_id(service: str, kind: str, number: int = 0) -> str:
    """The id of something that belongs to a service, by its kind and its place among those of the kind."""
    return identifier("hsds", service, kind, str(number))


def index(session: Session, services: Mapping[str, ServiceWritten], before: Mapping[str, str]) -> None:
    """Writes it anew for these services, by id; `before` are the documents of those that stood there."""
    session.execute(delete(ServiceCategoryRow).where(col(ServiceCategoryRow.service).in_(services)))
    session.execute(insert(ServiceCategoryRow), list(_categories(services)))
    session.execute(delete(ServiceSpotRow).where(col(ServiceSpotRow.service).in_(services)))
    if spots := list(_spots(services)):
        session.execute(insert(ServiceSpotRow), spots)
    _index_words(session, services, before)


def _index_words(session: Session, services: Mapping[str, ServiceWritten], before: Mapping[str, str]) -> None:
    """Only words that came or went are written: a change of hours touches none."""
    new, gone = list[dict[str, Any]](), list[dict[str, Any]]()
    for id, number in session.exec(select(ServiceRow.id, ServiceRow.number).where(col(ServiceRow.id).in_(services))).all():
        stood = words_of(ServiceWritten.model_validate_json(before[id])) if id in before else set[str]()
        stands = words_of(services[id])
        new += [{"word": word, "service": number} for word in sorted(stands - stood)]
        gone += [{"left": word, "of": number} for word in stood - stands]
    if gone:
        session.connection().execute(_FORGET, gone)
    if new:
        session.connection().execute(insert(ServiceWordRow), new)


def _categories(services: Mapping[str, ServiceWritten]) -> Iterator[dict[str, Any]]:
    for id, each in services.items():
        for category in dict.fromkeys(each.categories):
            yield {"service": id, "category": category}


def _spots(services: Mapping[str, ServiceWritten]) -> Iterator[dict[str, Any]]:
    for id, each in services.items():
        for at, spot in enumerate(each.spots):
            here = part_id(id, "service_at_location", at)
            yield {"id": here, "service": id, "position": at, "commune": spot.commune}
