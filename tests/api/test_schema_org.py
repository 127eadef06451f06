"""A service as search engines read it."""

from tests.api.cases import problem
from tests.api.conftest import Api
from tests.api.services import service


def test_a_service_is_a_government_service(api: Api) -> None:
    id = api.client.post("/v1/services", json=service(), headers=api.as_("directory")).json()["id"]
    answer = api.client.get(f"/v1/services/{id}/schema.org")
    told = answer.json()
    assert answer.headers["content-type"] == "application/ld+json"
    assert (told["@context"], told["@type"]) == ("https://schema.org", "GovernmentService")
    assert told["@id"] == f"http://testserver/v1/services/{id}"
    assert told["provider"] == {
        "@type": "GovernmentOrganization",
        "name": "Municipalidad de San Antonio",
        "identifier": {"@type": "PropertyValue", "propertyID": "CL-CUT", "value": "05601"},
    }
    assert told["areaServed"]["name"] == "San Antonio"
    assert told["category"] == ["Regularización, visas y residencia", "Orientación e información"]
    channel = told["availableChannel"][0]
    assert channel["servicePhone"] == [{"@type": "ContactPoint", "telephone": "+56352337205"}]
    assert channel["serviceLocation"]["geo"]["latitude"] == -33.5806
    assert told["hoursAvailable"][0]["dayOfWeek"][0] == "https://schema.org/Monday"
    assert (told["hoursAvailable"][0]["opens"], told["hoursAvailable"][0]["closes"]) == ("09:00", "14:00")


def test_what_is_not_known_is_left_out(api: Api) -> None:
    other = {"name": "Fundación", "id": "00000000-0000-4000-8000-000000000001"}
    bare = service(commune=None, organization=other, spots=[], hours=[], phones=[], cost="", who_may_use="", bring=[])
    id = api.client.post("/v1/services", json=bare, headers=api.as_("directory")).json()["id"]
    told = api.client.get(f"/v1/services/{id}/schema.org").json()
    assert told["provider"] == {"@type": "Organization", "name": "Fundación"}
    assert told["areaServed"] == {"@type": "Country", "name": "Chile"}
    assert not {"offers", "audience", "hoursAvailable", "url", "termsOfService"} & told.keys()
    assert told["availableChannel"] == [{"@type": "ServiceChannel", "availableLanguage": ["es"]}]


def test_a_service_that_does_not_exist_is_not_found(api: Api) -> None:
    unknown = "/v1/services/00000000-0000-4000-8000-000000000000/schema.org"
    assert problem(api.client.get(unknown)) == (404, "unknown-service")
