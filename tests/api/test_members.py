"""Handing over between officials: who belongs to a municipality, and who may end that."""

from typing import Any

import pytest

from tests.api.conftest import Api
from tests.api.dossiers import COMMUNE

ANA, LUIS, ROSA = "persona-ana-1", "persona-luis-2", "persona-rosa-3"


@pytest.fixture(autouse=True)
def team(api: Api) -> None:
    """Ana answers for the commune, Luis belongs to it, Rosa is of the support staff."""
    for person, asked in ((ANA, {"commune": COMMUNE}), (LUIS, {"commune": COMMUNE}), (ROSA, {"role": "support"})):
        code = api.client.post("/v1/invitations", json=asked, headers=api.as_("admin")).json()["code"]
        api.client.post(f"/v1/invitations/{code}/accept", json={"person": person}, headers=api.as_("bot"))


def _remove(api: Api, person: str, acting: str | None = None, commune: str = COMMUNE) -> Any:
    asked = {} if acting is None else {"acting": acting}
    return api.client.delete(f"/v1/municipalities/{commune}/members/{person}", params=asked, headers=api.as_("bot"))


def _members(api: Api) -> list[tuple[str, bool]]:
    told = api.client.get(f"/v1/municipalities/{COMMUNE}/members", headers=api.as_("bot")).json()["results"]
    return [(each["person"], each["focal_point"]) for each in told]


def test_the_focal_point_comes_first(api: Api) -> None:
    assert _members(api) == [(ANA, True), (LUIS, False)]


@pytest.mark.parametrize(("person", "acting"), [(LUIS, ANA), (LUIS, ROSA), (ANA, ROSA), (LUIS, LUIS)])
def test_focal_point_staff_and_the_person_may_end_it_at_once(api: Api, person: str, acting: str) -> None:
    for _ in range(2):
        assert _remove(api, person, acting).status_code == 204
    assert person not in {each for each, _ in _members(api)}
    assert api.client.get(f"/v1/people/{person}", headers=api.as_("bot")).json() == {"communes": [], "roles": []}


def test_with_the_focal_point_gone_the_next_one_answers(api: Api) -> None:
    _remove(api, ANA, ROSA)
    assert _members(api) == [(LUIS, True)]


@pytest.mark.parametrize(
    ("person", "acting", "commune", "refused"),
    [
        (ANA, None, COMMUNE, (422, "acting-required")),
        (ANA, LUIS, COMMUNE, (403, "acting-forbidden")),
        (LUIS, ANA, "13120", (403, "acting-forbidden")),
        (LUIS, ANA, "99999", (422, "unknown-commune")),
        (LUIS, ANA, "12202", (422, "no-municipality")),
        (LUIS, "x", COMMUNE, (422, "invalid-request")),
    ],
)
def test_nobody_else_may(api: Api, person: str, acting: str | None, commune: str, refused: tuple[int, str]) -> None:
    answer = _remove(api, person, acting, commune)
    assert (answer.status_code, answer.json()["type"].removeprefix("/problems/")) == refused
    assert len(_members(api)) == 2


def test_nobody_comes_in_again_by_the_link_they_came_by(api: Api) -> None:
    def accept(person: str) -> Any:
        return api.client.post(f"/v1/invitations/{code}/accept", json={"person": person}, headers=api.as_("bot"))

    code = api.client.post("/v1/invitations", json={"commune": COMMUNE, "uses": 9}, headers=api.as_("admin")).json()["code"]
    accept("persona-nueva")
    _remove(api, "persona-nueva", ANA)
    assert accept("persona-nueva").json()["type"] == "/problems/invitation-expired"
    assert accept(LUIS).status_code == 200


def test_a_token_of_the_staff_needs_nobody_to_act_for(api: Api) -> None:
    answer = api.client.delete(f"/v1/municipalities/{COMMUNE}/members/{LUIS}", headers=api.as_("support"))
    assert answer.status_code == 204
    assert _members(api) == [(ANA, True)]


def test_a_role_is_not_lost_with_a_membership(api: Api) -> None:
    _remove(api, ROSA, ROSA)
    assert api.client.get(f"/v1/people/{ROSA}", headers=api.as_("bot")).json()["roles"] == ["support"]
