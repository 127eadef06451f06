"""Services kept right: doubts, proposals, and counts of what was not found."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import select

from api.directory import counting, doubting, proposing
from tests.api.cases import problem
from tests.api.conftest import Api
from tests.api.services import SAN_ANTONIO, service

ANA, LUIS, ROSA = "persona-ana-1", "persona-luis-2", "persona-rosa-3"
BY = "Ana Díaz, DIDECO"


@pytest.fixture
def team(api: Api) -> None:
    """Ana and Luis belong to San Antonio, Rosa is of the support staff."""
    for person, asked in ((ANA, {"commune": SAN_ANTONIO}), (LUIS, {"commune": SAN_ANTONIO}), (ROSA, {"role": "support"})):
        code = api.client.post("/v1/invitations", json=asked, headers=api.as_("admin")).json()["code"]
        api.client.post(f"/v1/invitations/{code}/accept", json={"person": person}, headers=api.as_("bot"))


@pytest.fixture
def id(api: Api) -> str:
    added = api.client.post("/v1/services", json=service(example=True), headers=api.as_("directory"))
    return str(added.json()["id"])


def _doubt(api: Api, id: str, key: str, words: str = "") -> Any:
    headers = {**api.as_("bot"), "Idempotency-Key": key}
    return api.client.post(f"/v1/services/{id}/doubts", json={"language": "ht", "words": words}, headers=headers)


def _propose(api: Api, **other: Any) -> Any:
    body = {"kind": "edited", "commune": SAN_ANTONIO, "acting": ANA, "by": BY, **other}
    return api.client.post("/v1/services/proposals", json=body, headers={**api.as_("bot"), "Idempotency-Key": "k"})


def _decide(api: Api, id: int, what: str, **body: str) -> Any:
    return api.client.post(f"/v1/services/proposals/{id}/{what}", json=body, headers=api.as_("bot"))


def _read(api: Api, id: str) -> Any:
    return api.client.get(f"/v1/services/{id}").json()


def _doubts(api: Api) -> list[str]:
    return [each["words"] for each in api.client.get("/v1/services/doubts", headers=api.as_("support")).json()["results"]]


def test_a_doubt_counts_once_and_until_it_is_confirmed(api: Api, team: None, id: str) -> None:
    before = _read(api, id)["modified_at"]
    for key, words in (("a", "ya no atienden los lunes"), ("a", "ya no atienden los lunes"), ("b", "")):
        assert _doubt(api, id, key, words).status_code == 204
    assert _read(api, id)["doubts"] == 2
    assert _read(api, id)["modified_at"] > before
    assert _doubts(api) == ["", "ya no atienden los lunes"]
    assert _propose(api, kind="confirmed", service=id).json()["state"] == "approved"
    assert _read(api, id)["doubts"] == 0
    assert _doubts(api) == []
    _doubt(api, id, "c", "de nuevo")
    assert _doubts(api) == ["de nuevo"]


def test_a_doubt_is_short_and_about_something(api: Api, id: str) -> None:
    assert problem(_doubt(api, id, "a", "x" * 201)) == (422, "invalid-request")
    assert problem(_doubt(api, "00000000-0000-4000-8000-000000000000", "a")) == (404, "unknown-service")


def test_what_is_confirmed_is_so_at_once(api: Api, team: None, id: str) -> None:
    _propose(api, kind="confirmed", service=id)
    told = _read(api, id)
    assert (told["checked"]["by"], told["example"]) == ("Municipalidad de San Antonio", False)
    history = api.client.get(f"/v1/services/{id}/history", headers=api.as_("support")).json()["results"]
    assert [(each["kind"], each["by"]) for each in history][:1] == [("confirmed", BY)]


def test_a_change_waits_until_it_is_approved(api: Api, team: None, id: str) -> None:
    hours = [{"weekdays": [0], "opens": "10:00:00", "closes": "12:00:00"}]
    asked = {"service": id, "change": {"hours": hours, "phone": "+56912345678", "address": "Calle 2"}}
    first = _propose(api, **asked).json()
    assert _propose(api, **asked).json() == first
    assert (first["state"], first["name"]) == ("waiting", "Programa Migrantes")
    assert _read(api, id)["hours"] != hours
    decided = _decide(api, first["id"], "approve", acting=ROSA).json()
    assert decided["state"] == "approved"
    told = _read(api, id)
    assert (told["hours"], told["phones"][0]["number"], told["spots"][0]["address"]) == (hours, "+56912345678", "Calle 2")
    assert told["cost"]["text"] == "Es gratis."
    assert _decide(api, first["id"], "refuse", acting=ROSA).json() == decided


def test_what_is_refused_changes_nothing_and_says_why(api: Api, team: None, id: str) -> None:
    before = _read(api, id)
    made = _propose(api, service=id, change={"status": "defunct"}).json()
    refused = _decide(api, made["id"], "refuse", acting=ROSA, reason="Sigue abierto.").json()
    assert (refused["state"], refused["reason"]) == ("refused", "Sigue abierto.")
    assert _read(api, id) == before
    waiting = api.client.get("/v1/services/proposals", params={"state": "waiting"}, headers=api.as_("support"))
    assert waiting.json()["results"] == []


def test_a_new_service_is_of_the_municipality(api: Api, team: None) -> None:
    change = {"name": "Oficina nueva", "categories": ["HEALTH"], "papers": "any", "address": "Calle 1"}
    made = _propose(api, kind="added", change=change).json()
    assert made["service"] is None
    added = _read(api, _decide(api, made["id"], "approve", acting=ROSA).json()["service"])
    assert (added["organization"]["name"], added["commune"]) == ("Municipalidad de San Antonio", SAN_ANTONIO)
    assert added["spots"] == [{"address": "Calle 1", "commune": SAN_ANTONIO, "latitude": None, "longitude": None}]


def test_only_who_belongs_there_proposes_and_only_staff_decide(api: Api, team: None, id: str) -> None:
    change = {"status": "defunct"}
    assert problem(_propose(api, acting=ROSA, service=id, change=change)) == (403, "acting-forbidden")
    elsewhere = api.client.post("/v1/services", json=service(commune="13101"), headers=api.as_("directory")).json()["id"]
    assert problem(_propose(api, service=elsewhere, change=change)) == (403, "not-theirs")
    made = _propose(api, service=id, change=change).json()["id"]
    assert problem(_decide(api, made, "approve", acting=ANA)) == (403, "acting-forbidden")
    assert problem(_decide(api, made, "approve")) == (422, "acting-required")
    assert problem(_decide(api, 999, "approve", acting=ROSA)) == (404, "unknown-proposal")
    by_hand = api.client.post(f"/v1/services/proposals/{made}/approve", json={}, headers=api.as_("directory"))
    assert by_hand.json()["state"] == "approved"


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "confirmed", "change": {"phone": "+56912345678"}},
        {"kind": "edited", "change": {}},
        {"kind": "added", "change": {"name": "Otra", "categories": ["HEALTH"]}},
        {"change": {"hours": [{"weekdays": [0], "opens": "18:00", "closes": "09:00"}]}},
        {"change": {"phone": "llamar"}},
    ],
)
def test_what_makes_no_sense_is_refused(api: Api, team: None, id: str, wrong: dict[str, object]) -> None:
    assert problem(_propose(api, service=id, **wrong)) == (422, "invalid-request")


def test_a_forgotten_person_is_in_no_proposal(api: Api, team: None, id: str) -> None:
    _propose(api, kind="confirmed", service=id)
    api.client.delete(f"/v1/people/{ANA}", headers=api.as_("bot"))
    (kept,) = api.client.get("/v1/services/proposals", headers=api.as_("support")).json()["results"]
    assert (kept["person"], kept["state"]) == (None, "approved")
    history = api.client.get(f"/v1/services/{id}/history", headers=api.as_("support")).text
    assert BY not in history + str(kept) + str(_read(api, id))
    assert _read(api, id)["checked"]["by"] == "Municipalidad de San Antonio"


def test_who_confirmed_it_is_read_by_the_staff_alone(api: Api, team: None, id: str) -> None:
    _propose(api, kind="confirmed", service=id)
    for public in (
        f"/v1/services/{id}",
        f"/v1/services/{id}/schema.org",
        f"/hsds/services/{id}",
        "/v1/services",
        "/hsds/services",
    ):
        answer = api.client.get(public)
        assert answer.status_code == 200, public
        assert BY not in answer.text, public
    assert api.client.get(f"/v1/services/{id}/history").status_code == 401


def _count(api: Api, key: str, *counts: tuple[str, str | None, str, int]) -> Any:
    results = [
        {"month": "2026-11", "commune": SAN_ANTONIO, "language": language, "category": category, "ending": ending, "number": n}
        for language, category, ending, n in counts
    ]
    headers = {**api.as_("bot"), "Idempotency-Key": key}
    return api.client.post("/v1/services/unfound", json={"results": results}, headers=headers)


def _sheets(api: Api, **asked: str) -> Any:
    answer = api.client.get("/v1/services/unfound", params={"month": "2026-11", **asked}, headers=api.as_("directory"))
    return answer.json()["results"]


def test_only_from_five_upwards_a_number_is_shown(api: Api) -> None:
    _count(api, "a", ("ht", "HEALTH", "found", 3), ("es", None, "none", 1))
    assert _sheets(api) == []
    for _ in range(2):
        assert _count(api, "b", ("ht", "HEALTH", "found", 2), ("es", "HOUSING", "unsure", 5)).status_code == 204
    assert _sheets(api, commune=SAN_ANTONIO) == [
        {
            "month": "2026-11",
            "commune": SAN_ANTONIO,
            "asked": 11,
            "unanswered": 6,
            "languages": [{"language": "es", "number": 6}, {"language": "ht", "number": 5}],
            "topics": [{"category": "HOUSING", "number": 5}],
            "terms": [],
        }
    ]
    assert _sheets(api, commune="13101") == []
    assert _sheets(api, month="2026-10") == []


def _count_terms(api: Api, key: str, *terms: tuple[str | None, str, int]) -> Any:
    of = {"month": "2026-11", "language": "es", "ending": "none", "number": 9}
    results = [{**of, "commune": commune} for commune in (SAN_ANTONIO, "13101", None)]
    said = [{"month": "2026-11", "commune": commune, "term": term, "number": number} for commune, term, number in terms]
    headers = {**api.as_("bot"), "Idempotency-Key": key}
    return api.client.post("/v1/services/unfound", json={"results": results, "terms": said}, headers=headers)


def test_only_our_own_terms_are_kept_and_shown_from_five_upwards(api: Api) -> None:
    for _ in range(2):
        counted = (SAN_ANTONIO, "arriendo", 5), (SAN_ANTONIO, "médico", 4), ("13101", "médico", 1), (None, "visa", 4)
        assert _count_terms(api, "a", *counted, (SAN_ANTONIO, "Yuleisy Quispealaya", 9), (None, "12.345.678-5", 9)).is_success
    shown = api.client.get("/v1/services/unfound", params={"month": "2026-11"}, headers=api.as_("directory")).json()
    assert {each["commune"]: each["terms"] for each in shown["results"]} == {
        None: [],
        "13101": [],
        SAN_ANTONIO: [{"term": "arriendo", "number": 5}],
    }
    assert shown["terms"] == [{"term": "arriendo", "number": 5}, {"term": "médico", "number": 5}]
    with api.database.look() as session:
        assert set(session.exec(select(counting.ServiceTermCountRow.term))) == {"arriendo", "médico", "visa"}
    assert _count_terms(api, "b", ("13101", "médico", 4)).is_success
    assert _sheets(api, commune="13101")[0]["terms"] == [{"term": "médico", "number": 5}]
    assert problem(_count_terms(api, "c", ("99999", "médico", 4))) == (422, "unknown-commune")


def test_after_its_time_what_was_doubted_and_decided_is_erased(api: Api, team: None, id: str) -> None:
    _propose(api, service=id, change={"status": "defunct"})
    _decide(api, 1, "refuse", acting=ROSA)
    _doubt(api, id, "a", "ya no atienden")
    now, year = datetime.now(UTC), timedelta(days=365)
    with api.database.transaction() as session:
        assert (doubting.prune(session, now, year), proposing.prune(session, now, year)) == (0, 0)
        later = now + 2 * year
        assert (doubting.prune(session, later, year), proposing.prune(session, later, year)) == (1, 1)
    assert _doubts(api) == []
    assert _read(api, id)["doubts"] == 1
