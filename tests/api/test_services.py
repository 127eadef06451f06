"""The directory: read by all, changed by those who answer for it, with its history."""

from typing import Any

import pytest

from api.contract import Role
from tests.api.cases import problem
from tests.api.conftest import Api
from tests.api.services import service


def _add(api: Api, **other: object) -> Any:
    return api.client.post("/v1/services", json=service(**other), headers=api.as_("directory"))


def _listed(api: Api, **asked: str | int) -> list[str]:
    answer = api.client.get("/v1/services", params=asked)
    assert answer.status_code == 200
    return sorted(each["name"]["text"] for each in answer.json()["results"])


def test_what_was_added_is_read_by_everybody(api: Api) -> None:
    added = _add(api)
    assert added.status_code == 201
    read = api.client.get(f"/v1/services/{added.json()['id']}").json()
    assert read == added.json()
    assert read["name"] == {"text": "Programa Migrantes", "lang": "es"}
    assert read["hours"] == [{"weekdays": [0, 1, 2, 3, 4], "opens": "09:00:00", "closes": "14:00:00"}]


def test_what_a_number_is_for_is_told_in_the_language_asked_for(api: Api) -> None:
    added = _add(api, phones=[{"number": "131", "note": "ambulancia, SAMU"}, {"number": "101"}])
    read = api.client.get(f"/v1/services/{added.json()['id']}", params={"lang": "ht"}).json()
    assert read["phones"] == [{"number": "131", "note": "anbilans, SAMU"}, {"number": "101", "note": ""}]


def test_a_list_is_narrowed_by_category_and_commune(api: Api) -> None:
    _add(api, name="De San Antonio")
    _add(api, name="De Santiago", commune="13101", categories=["HEALTH"])
    _add(api, name="De todo Chile", commune=None, categories=["HEALTH"])
    everywhere = {"De San Antonio", "De Santiago", "De todo Chile"}
    assert everywhere <= set(_listed(api))
    assert everywhere & set(_listed(api, commune="05601")) == {"De San Antonio", "De todo Chile"}
    assert everywhere & set(_listed(api, category="HEALTH")) == {"De Santiago", "De todo Chile"}
    assert everywhere & set(_listed(api, category="HEALTH", commune="05601")) == {"De todo Chile"}


def test_pages_hold_every_service_once(api: Api) -> None:
    for number in range(7):
        _add(api, name=f"Servicio {number}")
    seen, cursor = [], None
    while True:
        page = api.client.get("/v1/services", params={"limit": 3, **({"cursor": cursor} if cursor else {})}).json()
        seen += [each["id"] for each in page["results"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert len(seen) == len(set(seen))
    assert len(seen) == len(_listed(api, limit=200))


def test_what_was_changed_keeps_what_it_was(api: Api) -> None:
    added = _add(api).json()
    changed = api.client.put(f"/v1/services/{added['id']}", json=service(cost="Cuesta $ 500."), headers=api.as_("directory"))
    assert changed.json()["cost"]["text"] == "Cuesta $ 500."
    again = api.client.put(f"/v1/services/{added['id']}", json=service(cost="Cuesta $ 500."), headers=api.as_("directory"))
    assert again.json() == changed.json()
    history = api.client.get(f"/v1/services/{added['id']}/history", headers=api.as_("directory")).json()["results"]
    assert [(each["kind"], each["service"]["cost"]) for each in history] == [("edited", "Cuesta $ 500."), ("added", "Es gratis.")]


def test_only_what_changed_later_is_asked_for(api: Api) -> None:
    first = _add(api, name="Antes").json()
    _add(api, name="Después")
    assert _listed(api, modified_after=first["modified_at"]) == ["Después"]


@pytest.mark.parametrize("role", ["bot", "reviewer", "committee"])
def test_nobody_else_changes_it(api: Api, role: Role) -> None:
    assert problem(api.client.post("/v1/services", json=service(), headers=api.as_(role))) == (403, "role-forbidden")
    assert problem(api.client.post("/v1/services", json=service())) == (401, "token-required")


@pytest.mark.parametrize(
    "wrong",
    [
        {"hours": [{"weekdays": [0], "opens": "18:00", "closes": "09:00"}]},
        {"hours": [{"weekdays": [0, 0], "opens": "09:00", "closes": "18:00"}]},
        {"hours": [{"weekdays": [7], "opens": "09:00", "closes": "18:00"}]},
        {"hours": [{"weekdays": [0], "opens": "25:00", "closes": "26:00"}]},
        {"spots": [{"address": "Calle 1", "commune": "05601", "latitude": -33.5}]},
        {"spots": [{"address": "Calle 1", "commune": "05601", "latitude": 48.8, "longitude": 2.3}]},
        {"categories": []},
        {"categories": ["HEALT"]},
        {"phones": [{"number": "llamar de día"}]},
        {"web": "javascript:alert(1)"},
        {"name": ""},
        {"horario": "de 9 a 14"},
    ],
)
def test_what_cannot_be_is__refused(api: Api, wrong: dict[str, object]) -> None:
    assert problem(_add(api, **wrong)) == (422, "invalid-request")


def test_a_commune_that_does_not_exist_is__refused(api: Api) -> None:
    assert problem(_add(api, commune="99999")) == (422, "unknown-commune")
    assert problem(api.client.get("/v1/services", params={"commune": "99999"})) == (422, "unknown-commune")


def test_a_service_that_does_not_exist_is_not_found(api: Api) -> None:
    unknown = "/v1/services/00000000-0000-4000-8000-000000000000"
    assert problem(api.client.get(unknown)) == (404, "unknown-service")
    assert problem(api.client.put(unknown, json=service(), headers=api.as_("directory"))) == (404, "unknown-service")
