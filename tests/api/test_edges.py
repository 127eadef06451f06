"""What every request meets: limits, problem documents, logs, health."""

import json
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, QueuePool, event
from starlette.testclient import TestClient
from structlog.testing import capture_logs

from api.app import create_app
from api.library import Library
from api.settings import Settings
from tests.api.conftest import Api

PUBLIC_POST = "/v1/assessments/check"


def _problem(answer: Any) -> tuple[int, str]:
    assert answer.headers["content-type"] == "application/problem+json"
    document = answer.json()
    assert {"type", "title", "status", "detail"} <= set(document)
    assert document["status"] == answer.status_code
    return answer.status_code, document["type"]


def test_a_body_of_25_megabytes_is_refused_everywhere(api: Api) -> None:
    body = b'{"profile": "' + bytes(25 << 20) + b'"}'
    for path in (PUBLIC_POST, "/v1/pre-applications", "/v1/invitations"):
        answer = api.client.post(path, content=body, headers={**api.as_("bot"), "Content-Type": "application/json"})
        assert _problem(answer) == (413, "/problems/too-large")


def test_a_long_body_in_pieces_is_refused_too(api: Api) -> None:
    pieces = (bytes(1 << 20) for _ in range(25))
    answer = api.client.post(PUBLIC_POST, content=pieces, headers={"Content-Type": "application/json"})
    assert _problem(answer) == (413, "/problems/too-large")


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        ("GET", "/v1/nothing", (404, "/problems/not-found")),
        ("GET", "/", (404, "/problems/not-found")),
        ("DELETE", "/v1/programme", (405, "/problems/method-not-allowed")),
        ("POST", "/v1/communes", (405, "/problems/method-not-allowed")),
    ],
)
def test_wrong_addresses_and_methods_are_told(api: Api, method: str, path: str, expected: tuple[int, str]) -> None:
    assert _problem(api.client.request(method, path)) == expected


@pytest.mark.parametrize(
    "body", [b"", b"{", b"null", b"[]", b'"text"', b"\xff\xfe", b'{"profile": NaN, "answers": {}}', b"[" * 100_000, b"1" * 5000]
)
def test_a_body_that_is_no_object_is_told(api: Api, body: bytes) -> None:
    answer = api.client.post(PUBLIC_POST, content=body, headers={"Content-Type": "application/json"})
    status, _ = _problem(answer)
    assert status in (400, 422)


def test_a_body_of_another_type_is_told(api: Api) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = api.client.post(PUBLIC_POST, content=b"profile=inicial", headers=headers)
    assert _problem(answer) == (422, "/problems/invalid-request")


def test_the_api_is_up_and_ready(api: Api) -> None:
    assert api.client.get("/healthz").json() == {"status": "up"}
    assert api.client.get("/readyz").json() == {"status": "ready"}


def test_without_its_tables_it_is_up_and_not_ready(database_url: str, tmp_path: Path, library: Library) -> None:
    bare = Settings(_env_file=None, api_database_url=database_url, evidence_dir=tmp_path / "evidence")
    with TestClient(create_app(bare, library)) as client:
        assert client.get("/healthz").status_code == 200
        assert _problem(client.get("/readyz")) == (503, "/problems/not-ready")


def test_without_its_database_it_is_up_and_not_ready(settings: Settings, library: Library) -> None:
    gone = settings.model_copy(update={"api_database_url": "postgresql://sello@127.0.0.1:1/none"})
    with TestClient(create_app(gone, library)) as client:
        assert client.get("/healthz").status_code == 200
        assert _problem(client.get("/readyz")) == (503, "/problems/not-ready")


def test_while_its_database_is_away_a_request_may_be_tried_again(settings: Settings, library: Library) -> None:
    gone = settings.model_copy(update={"api_database_url": "postgresql://sello@127.0.0.1:1/none"})
    with TestClient(create_app(gone, library)) as client:
        answer = client.get("/v1/pre-applications", headers={"Authorization": "Bearer x"})
    assert _problem(answer) == (503, "/problems/database-unavailable")
    assert answer.headers["retry-after"] == "5"


def test_when_every_connection_is_taken_a_request_may_be_tried_again(api: Api) -> None:
    pool = api.database.engine.pool
    assert isinstance(pool, QueuePool)
    pool._timeout = 0.1
    with ExitStack() as taken:
        for _ in range(pool.size() + pool._max_overflow):
            taken.enter_context(closing(pool.connect()))
        answer = api.client.get("/v1/pre-applications", headers=api.as_("reviewer"))
    assert _problem(answer) == (503, "/problems/database-unavailable")


def test_requests_are_counted_by_route_and_never_by_address(api: Api) -> None:
    api.client.get("/v1/communes", params={"q": "santiago"})
    api.client.post("/v1/invitations/SECRETCODE/accept", json={"person": "persona-ana"}, headers=api.as_("bot"))
    api.client.get("/v1/made-up-address")
    told = api.client.get("/metrics", headers=api.as_("admin")).text
    assert 'sello_api_requests_total{method="GET",route="/v1/communes",status="200"} 1.0' in told
    assert 'route="/v1/invitations/{code}/accept",status="404"' in told
    assert 'route="unmatched",status="404"' in told
    assert "SECRETCODE" not in told
    assert "made-up" not in told


def test_logs_carry_no_query_no_code_and_no_person(api: Api) -> None:
    with capture_logs() as logs:
        api.client.get("/v1/communes", params={"q": "vivo en quilicura"})
        api.client.post("/v1/invitations/SECRETCODE/accept", json={"person": "persona-ana"}, headers=api.as_("bot"))
        api.client.get("/v1/people/persona-ana", headers=api.as_("bot"))
        api.client.get("/v1/escrito-a-mano")
    written = json.dumps(logs)
    assert "/v1/people/{person}" in written
    for secret in ("quilicura", "SECRETCODE", "persona-ana", "escrito"):
        assert secret not in written


def test_the_documents_are_public(api: Api) -> None:
    assert api.client.get("/openapi.json").json()["info"]["title"] == "Sello Migrante"
    assert api.client.get("/docs").status_code == 200


def test_nobody_is_told_of_what_was_not_kept(api: Api) -> None:
    def fail(_: Connection) -> None:
        raise RuntimeError("the disk is full")

    event.listen(api.database.engine, "commit", fail)
    answer = api.client.post("/v1/invitations", json={"role": "support"}, headers=api.as_("admin"))
    event.remove(api.database.engine, "commit", fail)
    assert _problem(answer) == (500, "/problems/internal")
