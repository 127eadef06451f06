"""What people wrote is erased when it is due or asked for; that there was a case stays."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from tests.api.cases import ANA, LUIS, PEDRO, ROSA, add, case, enrol, listed, opened, problem, send, told
from tests.api.conftest import Api

SECRET = "secreto-de-ana"
DOCUMENT = {"kind": "document", "name": f"{SECRET}.pdf", "size": 1}


@pytest.fixture(autouse=True)
def staff(api: Api) -> None:
    enrol(api, ROSA, PEDRO)


def _case(api: Api) -> int:
    """A case in which everything is said that may be said."""
    verification = {"name": SECRET, "post": SECRET, "email": f"{SECRET}@muni.cl"}
    stood = {"place": "question", "question": "INS-1.1", "said": SECRET}
    entry = {"text": SECRET, "attachments": [DOCUMENT]}
    id = int(opened(api, kind="verification", verification=verification, stood=stood, entry=entry)["id"])
    for kind in ("claimed", "answered", "noted", "passed_on", "closed"):
        add(api, id, kind, text=SECRET, attachments=[DOCUMENT])
    add(api, id, "rated", ANA, helped=True)
    return id


def _prune(api: Api, days: float) -> int:
    with time_machine.travel(datetime.now(UTC) + timedelta(days=days)):
        return api.pruning.prune()["escalations"]


def _everything(api: Api) -> str:
    with api.database.look() as session:
        rows = [
            session.connection().exec_driver_sql(f"SELECT * FROM {table}").all() for table in ("escalation", "escalation_entry")
        ]
    return str(rows)


def _figures(api: Api) -> Any:
    return api.client.get("/v1/escalations/summary", headers=api.as_("bot")).json()


def test_ninety_days_after_closing_texts_names_and_people_are_gone_and_the_counts_stay(api: Api) -> None:
    id, before = _case(api), _figures(api)
    entries = [each["kind"] for each in told(api, id)["entries"]]
    assert SECRET in _everything(api)
    assert _prune(api, 89.9) == 0
    assert (_prune(api, 90.1), _prune(api, 90.1)) == (1, 0)
    kept = _everything(api)
    assert SECRET not in kept
    assert ANA not in kept
    assert _figures(api) == before
    whole = told(api, id)
    assert (whole["person"], whole["verification"], whole["commune"], whole["language"]) == (None, None, "13101", "ht")
    assert whole["stood"] == {"place": "question", "question": "INS-1.1", "said": None}
    assert [each["kind"] for each in whole["entries"]] == entries
    assert {(each["text"], len(each["attachments"])) for each in whole["entries"]} == {(None, 0)}


def test_what_is_open_is_kept_however_old(api: Api) -> None:
    id = _case(api)
    add(api, id, "asked", ANA)
    assert _prune(api, 900) == 0
    assert told(api, id)["person"] == ANA


def test_the_time_counts_from_the_last_closing(api: Api) -> None:
    id = _case(api)
    with time_machine.travel(datetime.now(UTC) + timedelta(days=80)):
        add(api, id, "reopened")
        add(api, id, "closed")
    assert (_prune(api, 100), _prune(api, 171)) == (0, 1)


def test_nothing_is_added_to_an_erased_case(api: Api) -> None:
    id = _case(api)
    _prune(api, 91)
    for kind, by in (("asked", ANA), ("reopened", ROSA), ("noted", ROSA)):
        assert problem(add(api, id, kind, by)) == (410, "case-erased")
    assert opened(api)["earlier"] == []


def test_a_late_delivery_finds_its_erased_case(api: Api) -> None:
    first = send(api, "/v1/escalations", case(), once="late").json()
    body: dict[str, object] = {"kind": "answered", "by": {"staff": ROSA}, "text": "Sí"}
    path = f"/v1/escalations/{first['id']}/entries"
    entry = send(api, path, body, once="late").json()["entry"]
    add(api, first["id"], "closed")
    _prune(api, 91)
    assert send(api, "/v1/escalations", case(), once="late").json()["reference"] == first["reference"]
    assert send(api, path, body, once="late").json()["entry"]["id"] == entry["id"]


def test_who_is_forgotten_leaves_closed_cases_without_a_word(api: Api) -> None:
    closed, waiting = _case(api), opened(api, hat="neighbour", entry={"text": SECRET})["id"]
    others = opened(api, person=LUIS)["id"]
    for _ in range(2):
        assert api.client.delete(f"/v1/people/{ANA}", headers=api.as_("bot")).status_code == 204
    kept = _everything(api)
    assert SECRET not in kept
    assert ANA not in kept
    assert [told(api, id)["state"] for id in (closed, waiting, others)] == ["closed", "closed", "waiting"]
    assert told(api, others)["entries"][0]["text"] is not None
    assert [each["kind"] for each in told(api, waiting)["entries"]] == ["asked", "closed"]


def test_what_a_forgotten_member_of_the_staff_had_waits_for_another(api: Api) -> None:
    taken, passed, answered = (opened(api)["id"] for _ in range(3))
    add(api, taken, "claimed")
    add(api, passed, "passed_on", PEDRO, to=ROSA)
    add(api, answered, "answered")
    api.client.delete(f"/v1/people/{ROSA}", headers=api.as_("admin"))
    assert ROSA not in _everything(api)
    for id in (taken, passed, answered):
        assert (told(api, id)["state"], told(api, id)["taken_by"]) == ("waiting", None)
        assert add(api, id, "claimed", PEDRO).status_code == 201
    assert {each["state"] for each in listed(api, state="taken")["results"]} == {"taken"}
