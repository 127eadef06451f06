"""HSDS 3.1 as far as we answer in it, written from its list of fields: any other field, null or form is found."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import jsonschema_rs

Schema = Mapping[str, Any]
TEXT = {"type": "string", "minLength": 1}
ID = {"type": "string", "format": "uuid"}
LINK = {"type": "string", "format": "uri"}
MOMENT = {"type": "string", "format": "date-time"}
DAY = {"type": "string", "format": "date"}
NUMBER = {"type": "number"}
DAYS = "(MO|TU|WE|TH|FR|SA|SU)"
CLOCK = {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9](Z|[+-][0-9]{2}:[0-9]{2})$"}


def shape(needed: str, **fields: Schema) -> Schema:
    """An object with an id, these fields and no other."""
    needs = ["id", *needed.split()]
    return {"type": "object", "properties": {"id": ID, **fields}, "required": needs, "additionalProperties": False}


def some(item: Schema) -> Schema:
    """A list with something on it: an empty one is left out."""
    return {"type": "array", "items": item, "minItems": 1}


def page(item: Schema) -> Schema:
    """A page of such."""
    counts = {each: {"type": "integer", "minimum": 0} for each in ("total_items", "total_pages", "page_number", "size")}
    flags = {each: {"type": "boolean"} for each in ("first_page", "last_page", "empty")}
    fields = {**counts, **flags, "contents": {"type": "array", "items": item}}
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


TAXONOMY = shape("name description", name=TEXT, description=TEXT, uri=LINK, version=TEXT)
TAXONOMY_TERM = shape(
    "name description",
    code=TEXT,
    name=TEXT,
    description=TEXT,
    parent_id=ID,
    taxonomy=TEXT,
    taxonomy_detail=TAXONOMY,
    language=TEXT,
    taxonomy_id=ID,
    term_uri=LINK,
)
ATTRIBUTE = shape(
    "",
    link_id=ID,
    taxonomy_term_id=ID,
    link_type=TEXT,
    link_entity={"enum": ["service"]},
    value=TEXT,
    taxonomy_term=TAXONOMY_TERM,
)
LANGUAGE = shape("code", service_id=ID, name=TEXT, code={"type": "string", "pattern": "^[a-z]{2,3}$"}, note=TEXT)
PHONE = shape("number", service_id=ID, number=TEXT, type={"enum": ["voice"]}, description=TEXT)
SCHEDULE = shape(
    "freq byday opens_at closes_at",
    service_id=ID,
    freq={"enum": ["WEEKLY"]},
    wkst={"enum": ["MO"]},
    byday={"type": "string", "pattern": f"^{DAYS}(,{DAYS})*$"},
    opens_at=CLOCK,
    closes_at=CLOCK,
    timezone=NUMBER,
    notes=TEXT,
)
SERVICE_AREA = shape(
    "name", service_id=ID, name=TEXT, extent={"type": "string", "pattern": "^[0-9]{5}$"}, extent_type={"enum": ["text"]}
)
REQUIRED_DOCUMENT = shape("document", service_id=ID, document=TEXT)
COST_OPTION = shape("option", service_id=ID, option=TEXT)
ADDRESS = shape(
    "address_1 city state_province postal_code country address_type",
    location_id=ID,
    address_1=TEXT,
    city=TEXT,
    region=TEXT,
    state_province=TEXT,
    postal_code=TEXT,
    country={"enum": ["CL"]},
    address_type={"enum": ["physical", "postal", "virtual"]},
)
LOCATION = shape(
    "location_type",
    location_type={"enum": ["physical", "postal", "virtual"]},
    name=TEXT,
    latitude=NUMBER,
    longitude=NUMBER,
    addresses=some(ADDRESS),
)
LOCATION_LISTED = shape("location_type", location_type={"enum": ["physical"]}, name=TEXT, latitude=NUMBER, longitude=NUMBER)
LINK_TO_LOCATION: Mapping[str, Schema] = {"service_id": ID, "location_id": ID, "description": TEXT}
SERVICE_AT_LOCATION_LISTED = shape("service_id location_id location", **LINK_TO_LOCATION, location=LOCATION_LISTED)
SERVICE_AT_LOCATION = shape(
    "service_id location_id location",
    **LINK_TO_LOCATION,
    location=LOCATION,
    service_areas=some(SERVICE_AREA),
    phones=some(PHONE),
    schedules=some(SCHEDULE),
)
IDENTIFIER = shape(
    "identifier_type identifier", organization_id=ID, identifier_scheme=TEXT, identifier_type=TEXT, identifier=TEXT
)
ORGANIZATION_LISTED = shape("name description", name=TEXT, description=TEXT)
ORGANIZATION = shape("name description", name=TEXT, description=TEXT, organization_identifiers=some(IDENTIFIER))
ONE_TO_ONE: Mapping[str, Schema] = {
    "organization_id": ID,
    "name": TEXT,
    "description": TEXT,
    "url": LINK,
    "status": {"enum": ["active", "inactive", "defunct", "temporarily closed"]},
    "application_process": TEXT,
    "fees_description": TEXT,
    "eligibility_description": TEXT,
    "assured_date": DAY,
    "alert": TEXT,
    "last_modified": MOMENT,
}
SERVICE_LISTED = shape("name status last_modified", **ONE_TO_ONE, organization=ORGANIZATION_LISTED)
SERVICE = shape(
    "name status last_modified organization_id organization service_areas attributes",
    **ONE_TO_ONE,
    organization=ORGANIZATION,
    phones=some(PHONE),
    schedules=some(SCHEDULE),
    service_areas=some(SERVICE_AREA),
    service_at_locations=some(SERVICE_AT_LOCATION),
    languages=some(LANGUAGE),
    cost_options=some(COST_OPTION),
    required_documents=some(REQUIRED_DOCUMENT),
    attributes=some(ATTRIBUTE),
)
KINDS: Mapping[str, Schema] = {
    "service": SERVICE,
    "services": page(SERVICE_LISTED),
    "services in full": page(SERVICE),
    "service_at_location": SERVICE_AT_LOCATION,
    "service_at_locations": page(SERVICE_AT_LOCATION_LISTED),
    "service_at_locations in full": page(SERVICE_AT_LOCATION),
    "organization": ORGANIZATION,
    "organizations": page(ORGANIZATION_LISTED),
    "organizations in full": page(ORGANIZATION),
    "taxonomy": TAXONOMY,
    "taxonomies": page(TAXONOMY),
    "taxonomy_term": TAXONOMY_TERM,
    "taxonomy_terms": page(TAXONOMY_TERM),
}


@cache
def _validator(kind: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(dict(KINDS[kind]), validate_formats=True)


def findings(kind: str, answer: object) -> list[str]:
    """What is wrong with an answer of that kind."""
    return [f"{'/'.join(map(str, each.instance_path))}: {each.message[:200]}" for each in _validator(kind).iter_errors(answer)]
