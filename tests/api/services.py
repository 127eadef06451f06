"""Services to try the directory with."""

from typing import Any

from content.local_services import identifier

SAN_ANTONIO = "05601"
MUNICIPALITY = {"id": identifier("municipalidad", SAN_ANTONIO), "name": "Municipalidad de San Antonio", "commune": SAN_ANTONIO}


def service(**other: object) -> dict[str, Any]:
    """A service of a municipality as it is sent, with what a test wants otherwise."""
    return {
        "name": "Programa Migrantes",
        "organization": MUNICIPALITY,
        "description": "Ayuda con trámites de residencia.",
        "categories": ["MIG-STATUS", "INFO"],
        "commune": SAN_ANTONIO,
        "papers": "any",
        "who_may_use": "Personas migrantes que viven en la comuna.",
        "bring": ["Un documento de identidad, si lo tiene"],
        "cost": "Es gratis.",
        "spots": [{"address": "Barros Luco 1881", "commune": SAN_ANTONIO, "latitude": -33.5806, "longitude": -71.6132}],
        "hours": [{"weekdays": [0, 1, 2, 3, 4], "opens": "09:00", "closes": "14:00"}],
        "phones": [{"number": "+56352337205"}],
        **other,
    }
