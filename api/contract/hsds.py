"""The directory as other directories read it: the Human Services Data Specification 3.1, as far as we have something to say.

What is not known is left out, never null. `docs/hsds.md` says which field stands for what.
"""

from typing import Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict

from api.contract.services import ServiceStatusId

Item = TypeVar("Item")


class Part(BaseModel):
    """Something with an id (a UUID)."""

    model_config = ConfigDict(frozen=True)

    id: str


class Taxonomy(Part):
    """A list of terms."""

    name: str
    description: str
    version: str | None = None


class TaxonomyTerm(Part):
    """One of the terms that a service is classified by."""

    name: str
    description: str
    code: str | None = None
    taxonomy: str | None = None
    taxonomy_id: str | None = None
    taxonomy_detail: Taxonomy | None = None
    language: str | None = None


class Attribute(Part):
    """A term of a service; or, named by `link_type`, a value that has no field of its own."""

    link_id: str | None = None
    link_entity: str | None = None
    link_type: str | None = None
    taxonomy_term_id: str | None = None
    taxonomy_term: TaxonomyTerm | None = None
    value: str | None = None


class Phone(Part):
    """A number as a phone dials it."""

    number: str
    service_id: str | None = None
    type: str | None = None
    description: str | None = None


class Language(Part):
    """A language that is spoken there."""

    code: str | None = None
    service_id: str | None = None
    name: str | None = None
    note: str | None = None


class Schedule(Part):
    """Open on some days of each week; the offset is the one of today, the zone stands in `notes`."""

    service_id: str | None = None
    freq: str | None = None
    wkst: str | None = None
    byday: str | None = None
    opens_at: str | None = None
    closes_at: str | None = None
    timezone: float | None = None
    notes: str | None = None


class ServiceArea(Part):
    """The commune (its CUT in `extent`) or the country that a service is for."""

    service_id: str | None = None
    name: str | None = None
    extent: str | None = None
    extent_type: str | None = None


class RequiredDocument(Part):
    """Something to bring."""

    document: str | None = None
    service_id: str | None = None


class CostOption(Part):
    """What it costs, in words."""

    service_id: str | None = None
    option: str | None = None


class Address(Part):
    """A place on the map; `postal_code` is the CUT, because offices in Chile rarely print a postal code."""

    address_1: str
    city: str
    state_province: str
    postal_code: str
    country: str
    address_type: Literal["physical"] = "physical"
    region: str | None = None
    location_id: str | None = None


class Location(Part):
    """Where to go, by WGS 84."""

    location_type: Literal["physical"] = "physical"
    name: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    addresses: list[Address] | None = None


class ServiceAtLocation(Part):
    """That a service is given somewhere; `description` is the service's name. Its hours and phones are those of the service."""

    service_id: str | None = None
    location_id: str | None = None
    description: str | None = None
    location: Location | None = None
    service_areas: list[ServiceArea] | None = None
    phones: list[Phone] | None = None
    schedules: list[Schedule] | None = None


class OrganizationIdentifier(Part):
    """What an organisation is registered as."""

    identifier_type: str
    identifier: str
    identifier_scheme: str | None = None
    organization_id: str | None = None


class Organization(Part):
    """Who gives a service."""

    name: str
    description: str
    organization_identifiers: list[OrganizationIdentifier] | None = None


class Service(Part):
    """A service; lists leave its arrays out unless they are asked to be full."""

    name: str
    status: ServiceStatusId
    description: str | None = None
    url: str | None = None
    application_process: str | None = None
    fees_description: str | None = None
    eligibility_description: str | None = None
    assured_date: str | None = None
    alert: str | None = None
    last_modified: str | None = None
    organization_id: str | None = None
    organization: Organization | None = None
    phones: list[Phone] | None = None
    schedules: list[Schedule] | None = None
    service_areas: list[ServiceArea] | None = None
    service_at_locations: list[ServiceAtLocation] | None = None
    languages: list[Language] | None = None
    cost_options: list[CostOption] | None = None
    required_documents: list[RequiredDocument] | None = None
    attributes: list[Attribute] | None = None


class Page(BaseModel, Generic[Item]):
    """A page of a list, by number from 1."""

    model_config = ConfigDict(frozen=True)

    total_items: int
    total_pages: int
    page_number: int
    size: int
    first_page: bool
    last_page: bool
    empty: bool
    contents: list[Item]


class Publishing(BaseModel):
    """Who publishes."""

    name: str
    url: str


class About(BaseModel):
    """What stands behind the address: version of HSDS, what our profile adds, where every shape is."""

    version: str
    profile: str
    openapi_url: str
    publisher: Publishing
