"""What stands outside is a golden file: a change here is a decision, and the difference is its review."""

import json
import os
from pathlib import Path

import pytest

from api.app import create_app
from api.settings import Settings
from tests import read

GOLDEN = Path(__file__).with_name("openapi.json")


@pytest.fixture(scope="module")
def written() -> str:
    app = create_app(Settings(_env_file=None, api_database_url="sqlite:///"), read.library())
    return json.dumps(app.openapi(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def test_the_openapi_document_is_the_agreed_one(written: str) -> None:
    if os.environ.get("SELLO_TEST_RECORD"):
        GOLDEN.write_text(written, encoding="utf-8")
    assert written == GOLDEN.read_text(encoding="utf-8"), "agreed? then write it anew with `make golden`"


def test_every_refusal_is_documented_as_a_problem(written: str) -> None:
    for path, operations in json.loads(written)["paths"].items():
        for method, operation in operations.items():
            assert "application/problem+json" in operation["responses"]["4XX"]["content"], f"{method} {path}"
            assert operation["summary"], f"{method} {path}"
            assert operation["description"], f"{method} {path}"
