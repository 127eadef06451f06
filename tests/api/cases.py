"""Cases as the bot opens them, and what is added to them."""

from itertools import count
from typing import Any

from tests.api.conftest import Api

ANA, LUIS = "persona-ana-1", "persona-luis-2"
ROSA, PEDRO = "apoyo-rosa-10", "apoyo-pedro-11"
KEYS = count()


def case(**other: object) -> dict[str, object]:
    """A question of Ana's, an official of Santiago, in Creole."""
    asked = {
        "kind": "question",
        "person": ANA,
        "hat": "official",
        "language": "ht",
        "commune": "13101",
        "profile": "inicial",
        "stood": {"place": "question", "question": "INS-1.1", "said": "a"},
        "verification": None,
        "entry": {"text": "Ki papye ki sèvi?", "attachments": []},
    }
    return {**asked, **other}


def key() -> str:
    return f"errand-{next(KEYS)}"


def send(api: Api, path: str, body: object, by: Any = "bot", once: str | None = None) -> Any:
    """A POST with an idempotency key, a new one unless it is given."""
    return api.client.post(path, json=body, headers={**api.as_(by), "Idempotency-Key": once or key()})


def opened(api: Api, **other: object) -> Any:
    """The answer to a case that was opened well."""
    answer = send(api, "/v1/escalations", case(**other))
    assert answer.status_code == 201, answer.text
    return answer.json()


def add(api: Api, id: object, kind: str, by: str = ROSA, **other: object) -> Any:
    """Adds an entry; by the person where a person's id is given, else by the staff."""
    who = {"person": by} if by.startswith("persona") else {"staff": by}
    said = {"text": f"({kind})"} if kind in {"asked", "answered", "noted", "edited"} else {}
    return send(api, f"/v1/escalations/{id}/entries", {"kind": kind, "by": who, **said, **other})


def told(api: Api, id: object) -> Any:
    """The whole case."""
    return api.client.get(f"/v1/escalations/{id}", headers=api.as_("support")).json()


def listed(api: Api, **wanted: Any) -> Any:
    """A page of the list."""
    return api.client.get("/v1/escalations", params=wanted, headers=api.as_("support")).json()


def problem(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")


def enrol(api: Api, *people: str) -> None:
    """Gives them the role of support staff."""
    for person in people:
        code = api.client.post("/v1/invitations", json={"role": "support"}, headers=api.as_("admin")).json()["code"]
        api.client.post(f"/v1/invitations/{code}/accept", json={"person": person}, headers=api.as_("bot"))
