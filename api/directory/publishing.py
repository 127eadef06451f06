"""A service in the words of HSDS 3.1, for other directories and for the file that is exported."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from api.contract import HoursOnWire, OrganizationOnWire, ServiceTold, SpotOnWire, hsds
from api.directory.indexing import part_id
from api.directory.tables import ServiceRow
from api.directory.telling import Teller
from api.directory.terms import Terms, term_id
from api.library import Library, Reader
from api.voice import say
from content.languages import ENDONYMS, offered
from content.local_services import identifier
from content.opening import zone_of

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SCHEME = "CL-CUT"
COUNTRY = "CL"


@dataclass(frozen=True, slots=True)
class Publisher:
    """Puts services into the words of HSDS in one language, as they are at a time."""

    library: Library
    reader: Reader
    terms: Mapping[str, hsds.TaxonomyTerm]
    at: datetime

    @classmethod
    def of(cls, library: Library, reader: Reader, at: datetime) -> "Publisher":
        """With the terms in that language."""
        return cls(library, reader, {each.id: each for each in Terms(library, reader).terms()}, at)

    def brief(self, row: ServiceRow) -> hsds.Service:
        """Enough to know that it is there, and since when it is so."""
        told = self._tell(row)
        return hsds.Service(id=told.id, name=told.name.text, status=told.status, last_modified=_moment(told))

    def listed(self, row: ServiceRow) -> hsds.Service:
        """Without any array, as lists have it."""
        told = self._tell(row)
        return hsds.Service(**self._fields(told), organization=self._organization(told.organization))

    def whole(self, row: ServiceRow) -> hsds.Service:
        """With all that belongs to it."""
        told = self._tell(row)
        return hsds.Service(
            **self._fields(told),
            organization=self._organization(told.organization, whole=True),
            **self._reach(told),
            service_at_locations=[self._at(told, number) for number in range(len(told.spots))] or None,
            languages=list(_languages(told)) or None,
            cost_options=list(_costs(told)) or None,
            required_documents=list(_documents(told)) or None,
            attributes=[*self._classified(told), *_remarks(told)],
        )

    def placed(self, row: ServiceRow, number: int) -> hsds.ServiceAtLocation:
        """One of its places without any array, as lists have it."""
        return self._at(self._tell(row), number, addressed=False)

    def placed_whole(self, row: ServiceRow, number: int) -> hsds.ServiceAtLocation:
        """One of its places with whom it is for, when it is open, and where to call."""
        told = self._tell(row)
        return self._at(told, number).model_copy(update=self._reach(told))

    def organization(self, row: ServiceRow, *, whole: bool = False) -> hsds.Organization:
        """Who gives the service; as a whole, a municipality has the CUT that it is known by."""
        return self._organization(self._tell(row).organization, whole=whole)

    def _tell(self, row: ServiceRow) -> ServiceTold:
        return Teller(self.reader).tell(row)

    def _organization(self, known: OrganizationOnWire, *, whole: bool = False) -> hsds.Organization:
        if known.commune is None:
            return hsds.Organization(id=known.id, name=known.name, description=known.name)
        place = self.library.commune(known.commune).name
        description = self.reader.word(say("Municipalidad de la comuna de {commune}.", commune=place)).text
        registered = hsds.OrganizationIdentifier(
            id=identifier("hsds", known.id, SCHEME),
            organization_id=known.id,
            identifier_scheme=SCHEME,
            identifier_type="Código único territorial (CUT)",
            identifier=known.commune,
        )
        return hsds.Organization(
            id=known.id, name=known.name, description=description, organization_identifiers=[registered] if whole else None
        )

    def _fields(self, told: ServiceTold) -> Mapping[str, Any]:
        return {
            "id": told.id,
            "organization_id": told.organization.id,
            "name": told.name.text,
            "status": told.status,
            "description": told.description.text or None,
            "url": told.web or None,
            "application_process": told.how.text or None,
            "fees_description": told.cost.text or None,
            "eligibility_description": told.who_may_use.text or None,
            "assured_date": None if told.checked.on is None else told.checked.on.isoformat(),
            "alert": told.alert.text or None,
            "last_modified": _moment(told),
        }

    def _schedule(self, told: ServiceTold, number: int, hours: HoursOnWire) -> hsds.Schedule:
        zone = zone_of(told.commune)
        offset = self.at.astimezone(zone).utcoffset() or timedelta()
        return hsds.Schedule(
            id=_of(told, "schedule", number),
            service_id=told.id,
            freq="WEEKLY",
            wkst="MO",
            byday=",".join(DAYS[day] for day in hours.weekdays),
            opens_at=_clock(hours.opens, offset),
            closes_at=_clock(hours.closes, offset),
            timezone=offset / timedelta(hours=1),
            notes=zone.key,
        )

    def _area(self, told: ServiceTold) -> hsds.ServiceArea:
        name = "Chile" if told.commune is None else self.library.commune(told.commune).name
        return hsds.ServiceArea(
            id=_of(told, "service_area"),
            service_id=told.id,
            name=name,
            extent=told.commune,
            extent_type=told.commune and "text",
        )

    def _reach(self, told: ServiceTold) -> dict[str, Any]:
        return {
            "phones": list(_phones(told)) or None,
            "schedules": [self._schedule(told, number, each) for number, each in enumerate(told.hours)] or None,
            "service_areas": [self._area(told)],
        }

    def _at(self, told: ServiceTold, number: int, *, addressed: bool = True) -> hsds.ServiceAtLocation:
        spot, location = told.spots[number], _of(told, "location", number)
        place = hsds.Location(
            id=location,
            name=spot.address,
            latitude=spot.latitude,
            longitude=spot.longitude,
            addresses=[self._address(told, number, spot)] if addressed else None,
        )
        return hsds.ServiceAtLocation(
            id=_of(told, "service_at_location", number),
            service_id=told.id,
            location_id=location,
            description=told.name.text,
            location=place,
        )

    def _address(self, told: ServiceTold, number: int, spot: SpotOnWire) -> hsds.Address:
        commune = self.library.commune(spot.commune)
        return hsds.Address(
            id=_of(told, "address", number),
            location_id=_of(told, "location", number),
            address_1=spot.address,
            city=commune.name,
            region=commune.province,
            state_province=commune.region,
            postal_code=commune.cut,
            country=COUNTRY,
        )

    def _classified(self, told: ServiceTold) -> Iterator[hsds.Attribute]:
        terms = [("service_category", term_id(each)) for each in dict.fromkeys(told.categories)]
        for kind, term in [*terms, ("required_papers", term_id(told.papers))]:
            yield hsds.Attribute(
                id=identifier("hsds", told.id, term),
                link_id=told.id,
                link_entity="service",
                link_type=kind,
                taxonomy_term_id=term,
                taxonomy_term=self.terms[term],
            )


def _phones(told: ServiceTold) -> Iterator[hsds.Phone]:
    for number, each in enumerate(told.phones):
        note = each.note or None
        yield hsds.Phone(id=_of(told, "phone", number), service_id=told.id, number=each.number, type="voice", description=note)


def _languages(told: ServiceTold) -> Iterator[hsds.Language]:
    for number, spoken in enumerate(told.languages):
        known = offered(spoken)
        yield hsds.Language(
            id=_of(told, "language", number),
            service_id=told.id,
            code=spoken.replace("_", "-").partition("-")[0],
            name=ENDONYMS[known] if known else spoken,
            note=spoken if len(spoken) > 3 else None,
        )


def _costs(told: ServiceTold) -> Iterator[hsds.CostOption]:
    if told.cost.text:
        yield hsds.CostOption(id=_of(told, "cost_option"), service_id=told.id, option=told.cost.text)


def _documents(told: ServiceTold) -> Iterator[hsds.RequiredDocument]:
    for number, each in enumerate(told.bring):
        yield hsds.RequiredDocument(id=_of(told, "required_document", number), service_id=told.id, document=each.text)


def _remarks(told: ServiceTold) -> Iterator[hsds.Attribute]:
    """What HSDS has no field for: who checked it and where it is written, until when, and that it is only an example."""
    until = told.checked.expires_on
    remarks = {
        "source": told.checked.source,
        "checked_by": told.checked.by,
        "expires_on": until.isoformat() if until else "",
        "example": "true" if told.example else "",
    }
    for kind, value in remarks.items():
        if value:
            yield hsds.Attribute(id=_of(told, kind), link_id=told.id, link_entity="service", link_type=kind, value=value)


def _of(told: ServiceTold, kind: str, number: int = 0) -> str:
    return part_id(told.id, kind, number)


def _moment(told: ServiceTold) -> str:
    return told.modified_at.isoformat().replace("+00:00", "Z")


def _clock(on_the_wall: time, offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    return f"{on_the_wall:%H:%M}{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
