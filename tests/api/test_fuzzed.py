"""Whatever is sent, the api answers as its document says, and never breaks."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as tries
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance

from api.contract import Role
from api.library import Library
from tests import tables
from tests.api.conftest import Api, running, settings_for
from tests.databases import PostgreSQL

pytestmark = pytest.mark.timeout(300)

MORE = os.environ.get("SELLO_TEST_FUZZ")  # how many of each, new ones every time; otherwise the same few
PROMISED = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
HASTY = tries(
    max_examples=int(MORE or 20),
    derandomize=MORE is None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
    phases=[Phase.generate],
)


def _role(path: str, method: str) -> Role:
    if path == "/metrics":
        return "admin"
    reads = path.startswith(("/v1/pre-applications", "/v1/evidence")) and method.upper() == "GET"
    return "support" if reads else "bot"


@pytest.fixture
def apis(library: Library, postgresql: PostgreSQL, tmp_path: Path) -> Iterator[list[Api]]:
    """One on each kind of database: to think of what to send takes longer than to send it twice."""
    file = tables.in_a_file(tables.of_the_api, tmp_path / "sello.sqlite3")
    with ExitStack() as running_apis:
        urls = [file, running_apis.enter_context(postgresql.lent(tables.of_the_api))]
        settings = [settings_for(url, tmp_path / str(number)) for number, url in enumerate(urls)]
        yield [running_apis.enter_context(running(each, library)) for each in settings]


def test_every_route_keeps_its_promises(apis: list[Api]) -> None:
    document = schemathesis.openapi.from_asgi("/openapi.json", apis[0].client.app)
    tried = 0
    for found in document.get_all_operations():
        operation: Any = found.ok()  # type: ignore[union-attr]
        role = _role(operation.path, operation.method)
        takes_anything = bool(operation.body) or any(operation.iter_parameters())
        for mode in GenerationMode if takes_anything else [GenerationMode.POSITIVE]:
            _try(operation, mode, [(api, api.as_(role)) for api in apis])
        tried += 1
    assert tried > 10


def _try(operation: Any, mode: GenerationMode, callers: list[tuple[Api, dict[str, str]]]) -> None:
    @HASTY
    @given(case=operation.as_strategy(generation_mode=mode))
    def send(case: Any) -> None:
        for api, headers in callers:
            case.call_and_validate(headers=headers, checks=PROMISED, app=api.client.app)

    send()
