"""Whatever is sent, the api answers as its document says, and never breaks."""

import os
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as tries
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance

from api.contract import Role
from tests.api.conftest import Api

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


def test_every_route_keeps_its_promises(api: Api) -> None:
    document = schemathesis.openapi.from_asgi("/openapi.json", api.client.app)
    tried = 0
    for found in document.get_all_operations():
        operation: Any = found.ok()  # type: ignore[union-attr]
        headers = api.as_(_role(operation.path, operation.method))
        takes_anything = bool(operation.body) or any(operation.iter_parameters())
        for mode in GenerationMode if takes_anything else [GenerationMode.POSITIVE]:
            _try(operation, mode, headers)
        tried += 1
    assert tried > 10


def _try(operation: Any, mode: GenerationMode, headers: dict[str, str]) -> None:
    @HASTY
    @given(case=operation.as_strategy(generation_mode=mode))
    def send(case: Any) -> None:
        case.call_and_validate(headers=headers, checks=PROMISED)

    send()
