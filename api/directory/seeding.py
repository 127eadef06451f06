"""The services that the programme's own files have: put into the directory, and brought up to date until somebody edits them."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from api.contract import ServiceWritten
from api.directory import records
from api.directory.tables import ServiceChangeRow
from content.local_services import LocalService

PROGRAMME = "programa"
"""Who wrote what comes out of the programme's files."""


def seed(session: Session, services: Iterable[LocalService]) -> int:
    """Writes those that are new or that nobody else has changed; how many were written."""
    known = {each.id: each for each in services}
    change = select(ServiceChangeRow.service).where(col(ServiceChangeRow.service).in_(known))
    edited = set(session.exec(change.where(ServiceChangeRow.by != PROGRAMME)).all())
    ours = {id: written(each) for id, each in known.items() if id not in edited}
    return records.keep_all(session, ours, "imported", PROGRAMME)


def written(service: LocalService) -> ServiceWritten:
    """The same service as the directory keeps it."""
    return ServiceWritten.model_validate(
        {
            "name": service.name,
            "organization": {
                "id": service.organization.id,
                "name": service.organization.name,
                "commune": service.organization.commune,
            },
            "description": service.description,
            "categories": [each.value for each in service.categories],
            "commune": service.commune,
            "papers": service.papers.value,
            "who_may_use": service.who_may_use,
            "bring": list(service.bring),
            "cost": service.cost,
            "how": service.how,
            "spots": [
                {"address": each.address, "commune": each.commune, "latitude": each.latitude, "longitude": each.longitude}
                for each in service.spots
            ],
            "hours": [{"weekdays": list(each.weekdays), "opens": each.opens, "closes": each.closes} for each in service.hours],
            "phones": [{"number": each.number, "note": each.note} for each in service.phones],
            "languages": list(service.languages),
            "web": service.web,
            "status": service.status.value,
            "alert": service.alert,
            "example": service.is_example,
            "checked": {
                "source": service.checked.source,
                "on": service.checked.on,
                "by": service.checked.by,
                "expires_on": service.checked.expires_on,
            },
        }
    )
