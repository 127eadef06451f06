"""Reading the directory as other directories do, and finding nothing wrong in it."""

from typing import Any

from tests.api.conftest import Api
from tests.api.hsds_schemas import findings
from tests.api.services import service


def add(api: Api, **other: object) -> str:
    added = api.client.post("/v1/services", json=service(**other), headers=api.as_("directory"))
    assert added.status_code == 201, added.text
    return str(added.json()["id"])


def read(api: Api, kind: str, path: str, **asked: str | int | bool) -> Any:
    """An answer in which nothing is found."""
    answer = api.client.get(f"/hsds/{path}", params=asked)
    assert answer.status_code == 200, answer.text
    assert findings(kind, answer.json()) == []
    return answer.json()


def ids(page: Any) -> list[str]:
    return [each["id"] for each in page["contents"]]
