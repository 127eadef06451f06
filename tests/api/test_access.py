"""Who may call what."""

import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from sqlmodel import select

from api import tokens
from api.access import Anyone, Only
from api.app import SUBJECTS
from api.tokens import Token
from content.local_services import identifier
from tests.api.conftest import Api

HSDS = ("services", "service_at_locations", "organizations", "taxonomies", "taxonomy_terms")
PUBLIC = {
    "/healthz",
    "/readyz",
    "/v1/programme",
    "/v1/assessments/check",
    "/v1/communes",
    "/v1/services",
    "/v1/services/{service}",
    "/v1/services/search",
    "/v1/services/{service}/schema.org",
    "/hsds/",
    *(f"/hsds/{kind}{one}" for kind in HSDS for one in ("", "/{id}")),
}
RESERVED = {
    ("GET", "/metrics"): {"admin"},
    ("POST", "/v1/pre-applications"): {"bot"},
    ("GET", "/v1/pre-applications"): {"support", "reviewer", "committee"},
    ("GET", "/v1/pre-applications/{reference}"): {"bot", "support", "reviewer", "committee"},
    ("PUT", "/v1/evidence/{sha256}"): {"bot"},
    ("GET", "/v1/evidence/{sha256}"): {"support", "reviewer", "committee"},
    ("POST", "/v1/escalations"): {"bot"},
    ("POST", "/v1/escalations/{case}/entries"): {"bot", "support"},
    ("GET", "/v1/escalations"): {"bot", "support"},
    ("GET", "/v1/escalations/summary"): {"bot", "support"},
    ("GET", "/v1/escalations/{case}"): {"bot", "support"},
    ("POST", "/v1/municipalities/{cut}/activity"): {"bot"},
    ("GET", "/v1/municipalities/attention"): {"bot", "support"},
    ("POST", "/v1/services"): {"directory", "support", "admin"},
    ("PUT", "/v1/services/{service}"): {"directory", "support", "admin"},
    ("GET", "/v1/services/{service}/history"): {"directory", "support", "admin"},
    ("POST", "/v1/services/{service}/doubts"): {"bot"},
    ("GET", "/v1/services/doubts"): {"bot", "directory", "support", "admin"},
    ("POST", "/v1/services/proposals"): {"bot"},
    ("GET", "/v1/services/proposals"): {"bot", "directory", "support", "admin"},
    ("POST", "/v1/services/proposals/{proposal}/approve"): {"bot", "directory", "support", "admin"},
    ("POST", "/v1/services/proposals/{proposal}/refuse"): {"bot", "directory", "support", "admin"},
    ("POST", "/v1/services/unfound"): {"bot"},
    ("GET", "/v1/services/unfound"): {"bot", "directory", "support", "admin"},
    ("POST", "/v1/invitations"): {"support", "admin", "bot"},
    ("POST", "/v1/invitations/{code}/accept"): {"bot"},
    ("GET", "/v1/people/{person}"): {"bot", "admin"},
    ("DELETE", "/v1/people/{person}"): {"bot", "admin"},
    ("GET", "/v1/municipalities/{cut}/members"): {"bot", "support", "admin"},
    ("DELETE", "/v1/municipalities/{cut}/members/{person}"): {"bot", "support", "admin"},
}


def _declared(dependant: Dependant) -> list[Only | Anyone]:
    return [each.call for each in dependant.dependencies if isinstance(each.call, Only | Anyone)]


def test_every_route_says_who_may_call_it() -> None:
    routes = [route for subject in SUBJECTS for route in subject.router.routes]
    assert len(routes) >= len(RESERVED) + len(PUBLIC)
    for route in routes:
        assert isinstance(route, APIRoute)
        declared = _declared(route.dependant)
        assert len(declared) == 1, f"{route.path} says {len(declared)} times who may call it"
        match declared[0]:
            case Only(roles):
                assert all(roles == RESERVED[method, route.path] for method in route.methods or ()), route.path
            case Anyone():
                assert route.path in PUBLIC
                assert {"GET"} >= (route.methods or set()) or route.path == "/v1/assessments/check"


def test_without_a_token_only_public_routes_answer(api: Api) -> None:
    for method, path in RESERVED:
        named = {
            "reference": "SM-2026-K7C4-9F",
            "sha256": "a" * 64,
            "code": "x",
            "person": "persona1",
            "cut": "13101",
            "case": "1",
            "proposal": "1",
        }
        answer = api.client.request(method, path.format(**named, service=identifier("x")))
        assert (answer.status_code, answer.json()["type"]) == (401, "/problems/token-required")
        assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("header", ["Bearer sello_wrong", "Basic YTpi", "Bearer", "Bearer \xe9"])
def test_a_wrong_token_is_refused(api: Api, header: str) -> None:
    answer = api.client.get("/v1/pre-applications", headers={b"Authorization": header.encode("latin-1")})
    assert (answer.status_code, answer.json()["type"]) == (401, "/problems/token-required")


def test_a_wrong_role_is_refused_and_told_which_would_do(api: Api) -> None:
    answer = api.client.get("/v1/pre-applications", headers=api.as_("bot"))
    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/role-forbidden")
    assert "reviewer" in answer.json()["detail"]


def test_a_revoked_token_opens_nothing(api: Api) -> None:
    with api.database.transaction() as session:
        support = next(each for each in tokens.listed(session) if each.role == "support")
        assert tokens.revoke(session, support.id or 0)
    assert api.client.get("/v1/pre-applications", headers=api.as_("support")).status_code == 401


def test_tokens_are_kept_hashed(api: Api) -> None:
    with api.database.look() as session:
        kept = " ".join(row.model_dump_json() for row in session.exec(select(Token)).all())
    assert not any(secret in kept for secret in api.tokens.values())


def test_nothing_is_told_of_the_inside_when_something_breaks(api: Api) -> None:
    columns = "reference, idempotency_key, commune, round, profile, edition, received_at, digest, summary, content"
    with api.database.transaction() as session:
        session.connection().exec_driver_sql(
            f"INSERT INTO pre_application ({columns})"
            " VALUES ('x', 'x', '13101', 1, 'inicial', 'x', '2026-01-01', 'x', 'a secret, spoilt', '{}')"
        )
    answer = api.client.get("/v1/pre-applications", headers=api.as_("support"))
    assert (answer.status_code, answer.json()["type"]) == (500, "/problems/internal")
    assert "secret" not in answer.text
