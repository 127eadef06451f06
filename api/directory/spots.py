"""Where services are given, found as a list of its own."""

from collections.abc import Sequence

from sqlmodel import Session, col, func, select

from api.directory.records import Sought
from api.directory.tables import ServiceRow, ServiceSpotRow
from api.errors import Refusal

Placed = tuple[ServiceRow, int]
"""A service, and which of its places."""


class SpotUnknown(Refusal):
    """No service is given anywhere under that id."""

    name, status, title = "unknown-service-at-location", 404, "Ningún lugar de un servicio tiene ese identificador."


def find(session: Session, id: str) -> Placed:
    """The service that is given there; SpotUnknown."""
    here = select(ServiceRow, ServiceSpotRow.position).join(ServiceSpotRow).where(ServiceSpotRow.id == id)
    found = session.exec(here).first()
    if found is None:
        raise SpotUnknown(service_at_location=id)
    return found


def listed(session: Session, sought: Sought, cut: str | None, page: int, size: int) -> tuple[int, Sequence[Placed]]:
    """How many places such services are given at, in a commune where one is named, and those of one page; the first is 1."""
    narrowed = sought.conditions()
    here = [] if cut is None else [col(ServiceSpotRow.commune) == cut]
    ids, count = select(ServiceSpotRow.id), select(func.count()).select_from(ServiceSpotRow)
    if narrowed:
        ids, count = ids.join(ServiceRow).where(*narrowed), count.join(ServiceRow).where(*narrowed)
    total = session.exec(count.where(*here)).one()
    on_it = session.exec(ids.where(*here).order_by(col(ServiceSpotRow.id)).offset((page - 1) * size).limit(size)).all()
    rows = select(ServiceRow, ServiceSpotRow.position).join(ServiceSpotRow).where(col(ServiceSpotRow.id).in_(on_it))
    return total, session.exec(rows.order_by(col(ServiceSpotRow.id))).all()
