"""Cases at the door: opened once, with a reference and a promise; every refusal by its name."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine

from tests.api.cases import ANA, LUIS, PEDRO, ROSA, add, case, enrol, listed, opened, problem, send, told
from tests.api.conftest import Api

PHOTO = {"kind": "photo", "name": None, "size": 120_000}


@pytest.fixture(autouse=True)
def staff(api: Api) -> None:
    enrol(api, ROSA, PEDRO)


def _kinds(api: Api, id: object) -> list[str]:
    return [each["kind"] for each in told(api, id)["entries"]]


def test_a_case_has_a_reference_that_can_be_said_and_when_to_expect_an_answer(api: Api) -> None:
    with time_machine.travel("2026-11-24T13:00:00Z", tick=False):
        made = opened(api)
    assert re.fullmatch(r"D-2026-[34679ACDEFGHJKMNPRTVWXY]{4}", made["reference"])
    assert (made["state"], made["priority"], made["earlier"]) == ("waiting", False, [])
    assert made["opened_at"] == "2026-11-24T13:00:00Z"
    assert made["expected"] == {"by": "2026-11-25T13:00:00Z", "when": "working_hours"}


@pytest.mark.parametrize(
    ("kind", "at", "by", "when"),
    [
        ("distress", "2026-11-24T13:00:00Z", "2026-11-24T14:00:00Z", "working_hours"),
        ("question", "2026-11-24T16:30:00Z", "2026-11-25T16:00:00Z", "after_hours"),
        ("question", "2026-11-21T15:00:00Z", "2026-11-23T21:00:00Z", "after_hours"),
        ("question", "2026-09-18T15:00:00Z", "2026-09-21T21:00:00Z", "holiday"),
        ("question", "2026-09-17T20:00:00Z", "2026-09-21T20:00:00Z", "working_hours"),
        ("question", "2026-12-25T04:00:00Z", "2026-12-28T21:00:00Z", "holiday"),
    ],
)
def test_what_is_promised_counts_the_desks_time(api: Api, kind: str, at: str, by: str, when: str) -> None:
    with time_machine.travel(at, tick=False):
        assert opened(api, kind=kind)["expected"] == {"by": by, "when": when}


def test_delivered_again_it_is_the_same_case_and_with_another_body_a_slip(api: Api) -> None:
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda _: send(api, "/v1/escalations", case(), once="same"), range(6)))
    assert {answer.json()["reference"] for answer in answers} == {answers[0].json()["reference"]}
    assert problem(send(api, "/v1/escalations", case(language="en"), once="same")) == (422, "key-reused")
    assert len(listed(api)["results"]) == 1
    assert _kinds(api, answers[0].json()["id"]) == ["asked"]


def test_a_photo_without_words_opens_a_case(api: Api) -> None:
    made = opened(api, entry={"text": None, "attachments": [PHOTO]})
    (first,) = told(api, made["id"])["entries"]
    assert (first["text"], first["attachments"], first["side"], first["staff"]) == (None, [PHOTO], "person", None)


@pytest.mark.parametrize(
    ("other", "refused"),
    [
        ({"entry": {}}, "entry-empty"),
        ({"entry": {"text": " \n"}}, "entry-empty"),
        ({"entry": {"text": ""}}, "invalid-request"),
        ({"entry": {"text": "a\0b"}}, "invalid-request"),
        ({"entry": {"text": "a" * 20_001}}, "invalid-request"),
        ({"entry": {"attachments": [{"kind": "virus"}]}}, "invalid-request"),
        ({"language": "ay"}, "unknown-language"),
        ({"commune": "99999"}, "unknown-commune"),
        ({"commune": "12202"}, "no-municipality"),
        ({"kind": "verification"}, "invalid-request"),
        ({"verification": {"name": "Ana", "post": "Jefa", "email": "ana@muni.cl"}}, "invalid-request"),
        ({"kind": "complaint"}, "invalid-request"),
        ({"hat": "mayor"}, "invalid-request"),
        ({"person": "ana"}, "invalid-request"),
        ({"profile": "starting"}, "invalid-request"),
        ({"surprise": 1}, "invalid-request"),
    ],
)
def test_a_wrong_case_is_named(api: Api, other: dict[str, object], refused: str) -> None:
    assert problem(send(api, "/v1/escalations", case(**other))) == (422, refused)
    assert listed(api)["results"] == []


def test_a_key_is_required(api: Api) -> None:
    answer = api.client.post("/v1/escalations", json=case(), headers=api.as_("bot"))
    assert problem(answer) == (422, "invalid-request")


def test_neighbours_may_live_where_there_is_no_municipality(api: Api) -> None:
    assert told(api, opened(api, hat="neighbour", commune="12202")["id"])["commune"] == "12202"


def test_a_verification_keeps_who_says_what(api: Api) -> None:
    said = {"name": "Ana Soto", "post": "Encargada", "email": "ana.soto@municipio.cl"}
    made = opened(api, kind="verification", verification=said)
    assert told(api, made["reference"])["verification"] == said


def test_the_whole_case_is_told_by_id_and_by_reference_in_any_case(api: Api) -> None:
    made = opened(api)
    whole = told(api, made["id"])
    assert whole == told(api, made["reference"]) == told(api, made["reference"].lower())
    assert whole["stood"] == {"place": "question", "question": "INS-1.1", "said": "a"}
    assert (whole["language"], whole["hat"], whole["person"]) == ("ht", "official", ANA)
    for name in ("999", "D-2026-AAAA"):
        assert problem(api.client.get(f"/v1/escalations/{name}", headers=api.as_("bot"))) == (404, "unknown-case")
    assert problem(api.client.get("/v1/escalations/nada", headers=api.as_("bot"))) == (422, "invalid-request")


def test_one_person_in_two_hats_never_mixes_cases(api: Api) -> None:
    official = opened(api)
    neighbour = opened(api, hat="neighbour", profile=None)
    add(api, official["id"], "closed")
    assert neighbour["earlier"] == []
    again = opened(api)
    assert [each["reference"] for each in again["earlier"]] == [official["reference"]]
    assert again["earlier"][0]["state"] == "closed"
    assert again["earlier"][0]["closed_at"] is not None
    assert [each["reference"] for each in told(api, again["id"])["earlier"]] == [official["reference"]]
    assert opened(api, person=LUIS)["earlier"] == []


def test_an_empty_body_is_a_slip(api: Api) -> None:
    headers = {**api.as_("bot"), "Idempotency-Key": "empty"}
    for path in ("/v1/escalations", f"/v1/escalations/{opened(api)['id']}/entries", "/v1/pre-applications"):
        assert problem(api.client.post(path, headers=headers)) == (422, "invalid-request")


def test_texts_are_in_no_log(api: Api, capfd: pytest.CaptureFixture[str]) -> None:
    made = opened(api, entry={"text": "secreto uno"}, stood={"place": "question", "said": "secreto dos"})
    add(api, made["id"], "answered", text="secreto tres")
    add(api, made["id"], "answered", "apoyo-nadie-9", text="secreto cuatro")
    send(api, "/v1/escalations", case(entry={"text": 4, "secreto": "cinco"}))
    logged = capfd.readouterr()
    assert "secreto" not in logged.out + logged.err
    assert ANA not in logged.out + logged.err
