"""A service as search engines read it: a GovernmentService of schema.org, as JSON-LD."""

from collections.abc import Iterator, Mapping
from typing import Any

from fastapi.responses import JSONResponse

from api.contract import HoursOnWire, OrganizationOnWire, ServiceTold, SpotOnWire
from api.library import Library

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
CHILE = {"@type": "Country", "name": "Chile"}


class JsonLd(JSONResponse):
    """JSON for search engines."""

    media_type = "application/ld+json"


def government_service(told: ServiceTold, library: Library, address: str) -> Mapping[str, Any]:
    """The service that stands at that address; what is not known is left out."""
    labels = [library.categories[each] for each in library.categories if each.value in told.categories]
    known = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "@id": address,
        "identifier": told.id,
        "url": told.web,
        "name": told.name.text,
        "description": told.description.text,
        "inLanguage": told.name.lang,
        "serviceType": told.categories[0],
        "category": [each.label.source for each in labels],
        "provider": _provider(told.organization),
        "areaServed": _area(library, told.commune),
        "jurisdiction": _area(library, told.commune),
        "audience": {"@type": "Audience", "audienceType": told.who_may_use.text} if told.who_may_use.text else None,
        "termsOfService": told.how.text,
        "availableChannel": [_channel(told, library, spot) for spot in (told.spots or (None,))],
        "hoursAvailable": list(_hours(told.hours)),
        "offers": {"@type": "Offer", "description": told.cost.text} if told.cost.text else None,
    }
    return {name: value for name, value in known.items() if value}


def _provider(organization: OrganizationOnWire) -> Mapping[str, Any]:
    provider = {"@type": "GovernmentOrganization" if organization.commune else "Organization", "name": organization.name}
    if organization.commune is None:
        return provider
    return {**provider, "identifier": {"@type": "PropertyValue", "propertyID": "CL-CUT", "value": organization.commune}}


def _area(library: Library, commune: str | None) -> Mapping[str, Any]:
    return CHILE if commune is None else {"@type": "AdministrativeArea", "name": library.commune(commune).name}


def _channel(told: ServiceTold, library: Library, spot: SpotOnWire | None) -> Mapping[str, Any]:
    phones = [{"@type": "ContactPoint", "telephone": each.number, "contactType": each.note} for each in told.phones]
    channel = {
        "@type": "ServiceChannel",
        "availableLanguage": [each.replace("_", "-") for each in told.languages],
        "servicePhone": [{name: value for name, value in phone.items() if value} for phone in phones],
        "serviceUrl": told.web,
        "serviceLocation": spot and _place(library, spot),
    }
    return {name: value for name, value in channel.items() if value}


def _place(library: Library, spot: SpotOnWire) -> Mapping[str, Any]:
    commune = library.commune(spot.commune)
    place: dict[str, Any] = {
        "@type": "Place",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": spot.address,
            "addressLocality": commune.name,
            "addressRegion": commune.region,
            "addressCountry": "CL",
        },
    }
    if spot.latitude is not None:
        place["geo"] = {"@type": "GeoCoordinates", "latitude": spot.latitude, "longitude": spot.longitude}
    return place


def _hours(hours: list[HoursOnWire]) -> Iterator[Mapping[str, Any]]:
    for each in hours:
        days = [f"https://schema.org/{DAYS[day]}" for day in each.weekdays]
        spell = {"opens": f"{each.opens:%H:%M}", "closes": f"{each.closes:%H:%M}"}
        yield {"@type": "OpeningHoursSpecification", "dayOfWeek": days, **spell}
