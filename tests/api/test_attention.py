"""Which municipalities may want help, and that the offer is made once."""

from typing import Any

import pytest
import time_machine

from tests.api.cases import problem
from tests.api.conftest import Api

CUT = "13101"


def _report(api: Api, day: str, kind: str = "opened", *unmet: str, cut: str = CUT) -> Any:
    body = {"at": f"2026-{day}T12:00:00Z", "kind": kind, "unmet_essential": list(unmet)}
    return api.client.post(f"/v1/municipalities/{cut}/activity", json=body, headers=api.as_("bot"))


def _in_need(api: Api, day: str) -> Any:
    with time_machine.travel(f"2026-{day}T12:00:00Z", tick=False):
        answer = api.client.get("/v1/municipalities/attention", headers=api.as_("support"))
    assert answer.status_code == 200
    return answer.json()["results"]


def test_who_did_not_move_for_sixty_days_is_on_the_list(api: Api) -> None:
    assert _report(api, "05-01", "answered").status_code == 204
    _report(api, "06-15", "opened")
    assert _in_need(api, "06-29") == []
    last = {"last_moved_at": "2026-05-01T12:00:00Z", "help": None}
    assert _in_need(api, "06-30") == [{"commune": CUT, "name": "Santiago", "stalled": True, "criteria": [], **last}]
    _report(api, "07-01", "answered")
    assert _in_need(api, "07-01") == []


def test_who_only_opened_counts_from_then(api: Api) -> None:
    _report(api, "05-01")
    assert (len(_in_need(api, "06-29")), len(_in_need(api, "06-30"))) == (0, 1)


def test_who_handed_over_is_not(api: Api) -> None:
    _report(api, "05-01", "answered")
    _report(api, "05-02", "handed_over")
    assert _in_need(api, "09-30") == []


def test_three_openings_in_thirty_days_with_the_same_criterion_unmet(api: Api) -> None:
    _report(api, "11-01", "opened", "INS-1", "ADH-1")
    _report(api, "11-10", "opened", "INS-1", "ADH-1")
    _report(api, "11-11", "answered", "INS-1", "ADH-1")
    assert _in_need(api, "11-12") == []
    _report(api, "11-20", "opened", "INS-1")
    (found,) = _in_need(api, "11-20")
    assert (found["stalled"], found["criteria"]) == (False, ["INS-1"])
    assert len(_in_need(api, "12-01")) == 1
    assert _in_need(api, "12-02") == []
    _report(api, "11-21", "answered")
    assert _in_need(api, "11-21") == []


def test_the_same_report_again_is_one(api: Api) -> None:
    for _ in range(4):
        assert _report(api, "11-01", "opened", "INS-1").status_code == 204
    assert _in_need(api, "11-02") == []


def test_help_is_offered_once_until_it_moves_again(api: Api) -> None:
    _report(api, "02-01", "answered")
    _report(api, "04-10", "help_offered")
    assert _in_need(api, "04-10")[0]["help"] == "offered"
    _report(api, "04-11", "help_declined")
    assert _in_need(api, "04-12")[0]["help"] == "declined"
    assert _in_need(api, "04-12")[0]["last_moved_at"] == "2026-02-01T12:00:00Z"
    _report(api, "05-01", "answered")
    assert _in_need(api, "07-15")[0]["help"] is None


def test_who_moved_longest_ago_comes_first(api: Api) -> None:
    _report(api, "02-01", "answered", cut="13120")
    _report(api, "01-01", "answered")
    assert [each["commune"] for each in _in_need(api, "06-01")] == [CUT, "13120"]


@pytest.mark.parametrize(
    ("cut", "body", "refused"),
    [
        ("99999", {}, "unknown-commune"),
        ("12202", {}, "no-municipality"),
        ("x", {}, "invalid-request"),
        (CUT, {"kind": "slept"}, "invalid-request"),
        (CUT, {"at": "yesterday"}, "invalid-request"),
        (CUT, {"unmet_essential": ["a b"]}, "invalid-request"),
    ],
)
def test_a_wrong_report_is_named(api: Api, cut: str, body: dict[str, object], refused: str) -> None:
    good = {"at": "2026-11-01T12:00:00Z", "kind": "opened", "unmet_essential": []}
    answer = api.client.post(f"/v1/municipalities/{cut}/activity", json={**good, **body}, headers=api.as_("bot"))
    assert problem(answer) == (422, refused)
