"""Handing over: judged at the door, kept once."""

import json
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from itertools import pairwise
from typing import Any

import pytest
from sqlmodel import func, select

from api.letters import ALPHABET
from api.pre_applications.references import is_sound, new_reference
from api.pre_applications.tables import PreApplicationRow
from tests.api.conftest import Api
from tests.api.dossiers import COMMUNE, dossier, file_piece, handed, link_piece

PDF = b"%PDF-1.7\n a letter, signed"


def _hand_over(api: Api, body: object, key: str = "errand-1") -> Any:
    return api.client.post("/v1/pre-applications", json=body, headers={**api.as_("bot"), "Idempotency-Key": key})


def _refused(answer: Any, problem: str, status: int = 422) -> dict[str, Any]:
    assert answer.headers["content-type"] == "application/problem+json"
    told: dict[str, Any] = answer.json()
    assert (answer.status_code, told["type"], told["status"]) == (status, f"/problems/{problem}", status)
    return told


def _kept(api: Api) -> int:
    with api.database.look() as session:
        return session.exec(select(func.count()).select_from(PreApplicationRow)).one()


def test_a_receipt_is_given_and_everything_can_be_read_again(api: Api) -> None:
    body = dossier(api.library.current)
    answer = _hand_over(api, body)
    assert answer.status_code == 201
    receipt = answer.json()
    assert is_sound(receipt["reference"])
    written = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert receipt["digest"] == sha256(written.encode()).hexdigest()
    assert receipt["received_at"].endswith("Z")
    assert (receipt["commune"], receipt["replaces"], receipt["assessment"]["ready"]) == (COMMUNE, None, False)
    assert receipt["assessment"]["criteria"]["ADH-1"] == "pending"
    for role in ("bot", "support", "reviewer", "committee"):
        read = api.client.get(f"/v1/pre-applications/{receipt['reference']}", headers=api.as_(role)).json()
        assert read == {**receipt, "replaced_by": None, "content": body}


def test_the_verdict_is_the_apis_own(api: Api) -> None:
    body = dossier(api.library.current, {"ADH-1.1": "d"}, assessment={"ready": True})
    assert _refused(_hand_over(api, body), "invalid-request")["errors"][0]["where"] == "body.assessment"
    receipt = _hand_over(api, dossier(api.library.current, {"ADH-1.1": "d"})).json()
    assert receipt["assessment"]["criteria"]["ADH-1"] == "not_met"


def test_the_same_key_and_body_get_the_same_receipt(api: Api) -> None:
    body = dossier(api.library.current)
    first, again = _hand_over(api, body), _hand_over(api, dict(reversed(body.items())))
    assert (again.status_code, again.json()) == (201, first.json())
    assert _kept(api) == 1


def test_the_same_key_with_another_body_is_refused(api: Api) -> None:
    _hand_over(api, dossier(api.library.current))
    _refused(_hand_over(api, dossier(api.library.current, {"ADH-1.1": "d"})), "key-reused")
    assert _kept(api) == 1


@pytest.mark.parametrize("key", [None, "", "con espacio", "x" * 201])
def test_a_key_is_required(api: Api, key: str | None) -> None:
    headers = api.as_("bot") if key is None else {**api.as_("bot"), "Idempotency-Key": key}
    answer = api.client.post("/v1/pre-applications", json=dossier(api.library.current), headers=headers)
    assert "Idempotency-Key" in _refused(answer, "invalid-request")["detail"]


def test_delivered_many_times_at_once_it_is_kept_once(api: Api) -> None:
    body = dossier(api.library.current)
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: _hand_over(api, body), range(16)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.text for answer in answers}) == 1
    assert _kept(api) == 1


def test_of_many_first_rounds_at_once_one_is_kept(api: Api) -> None:
    body = dossier(api.library.current)
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda number: _hand_over(api, body, f"errand-{number}"), range(8)))
    assert sorted(answer.status_code for answer in answers) == [201, *[409] * 7]
    assert _kept(api) == 1


def test_a_second_round_names_the_one_it_replaces(api: Api) -> None:
    first = _hand_over(api, dossier(api.library.current)).json()["reference"]
    second = _hand_over(api, dossier(api.library.current, replaces=first), "errand-2").json()
    assert second["replaces"] == first
    read = api.client.get(f"/v1/pre-applications/{first}", headers=api.as_("support")).json()
    assert read["replaced_by"] == second["reference"]
    for wrong in (None, first, "SM-2026-3333-33"):
        told = _refused(_hand_over(api, dossier(api.library.current, replaces=wrong), "errand-3"), "not-the-newest", 409)
        assert told["newest"] == second["reference"]
    assert _kept(api) == 2


@pytest.mark.parametrize(
    ("change", "problem", "named"),
    [
        ({"edition": "9.9.9"}, "unknown-edition", ("edition", "9.9.9")),
        ({"edition_digest": "0" * 64}, "edition-differs", ("edition", "0.1.0")),
        ({"commune": "99999"}, "unknown-commune", ("commune", "99999")),
        ({"commune": "12202"}, "no-municipality", ("commune", "12202")),
        ({"language": "ay"}, "unknown-language", ("language", "ay")),
        ({"profile_answers": {"ADH-1.1": "a"}}, "unknown-question", ("question", "ADH-1.1")),
        ({"answers": {"NO-1.1": handed("a")}}, "unknown-question", ("question", "NO-1.1")),
        ({"answers": {"ADH-1.1": handed("zz")}}, "answer-refused", ("question", "ADH-1.1")),
        ({"answers": {"ADH-1.2": handed({"status": "attached"})}}, "evidence-not-handed-over", ("question", "ADH-1.2")),
        ({"evidence": [file_piece("e" * 64)]}, "evidence-missing", ("sha256", ["e" * 64])),
        ({"evidence": [link_piece("https://ejemplo.cl", "ADH-1.1")]}, "unknown-question", ("question", "ADH-1.1")),
    ],
)
def test_what_cannot_be_is_named(api: Api, change: dict[str, Any], problem: str, named: tuple[str, object]) -> None:
    told = _refused(_hand_over(api, dossier(api.library.current, **change)), problem)
    assert told[named[0]] == named[1]
    assert _kept(api) == 0


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"rut": "1-9"}, "body.rut"),
        ({"contact": {"post": "x", "name": "Ana"}}, "body.contact.name"),
        ({"commune": 13101}, "body.commune"),
        ({"answers": {"ADH-1.1": {**handed("a"), "by_name": "Ana"}}}, "body.answers.ADH-1.1.by_name"),
        ({"answers": {"ADH-1.1": {**handed("a"), "answered_at": 1700000000}}}, "body.answers.ADH-1.1.answered_at"),
        ({"answers": {"ADH-1.1": {**handed("a"), "answered_at": "2026-11-20T10:00:00"}}}, "body.answers.ADH-1.1.answered_at"),
        ({"evidence": [link_piece("javascript:alert(1)")]}, "body.evidence.0.link.link"),
        ({"evidence": [file_piece("E" * 64)]}, "body.evidence.0.file.sha256"),
        ({"evidence": [file_piece("e" * 64, size="1")]}, "body.evidence.0.file.size"),
        ({"replaces": "SM-1"}, "body.replaces"),
    ],
)
def test_unknown_fields_and_wrong_types_are_named(api: Api, change: dict[str, Any], where: str) -> None:
    told = _refused(_hand_over(api, dossier(api.library.current, **change)), "invalid-request")
    assert where in [error["where"] for error in told["errors"]]


def test_evidence_is_accepted_once_it_was_put(api: Api) -> None:
    digest = sha256(PDF).hexdigest()
    assert api.client.put(f"/v1/evidence/{digest}", content=PDF, headers=api.as_("bot")).status_code == 200
    body = dossier(
        api.library.current,
        {"ADH-1.1": "a", "ADH-1.2": {"status": "attached"}, "ADH-1.3": "2026-03", "ADH-1.4": "2026-04"},
        evidence=[file_piece(digest), file_piece(digest), link_piece("https://ejemplo.cl/acta?id=1")],
    )
    receipt = _hand_over(api, body)
    assert receipt.status_code == 201, receipt.text
    assert receipt.json()["assessment"]["criteria"]["ADH-1"] == "meets"


def test_the_list_is_paged_and_narrowed(api: Api) -> None:
    last: str | None = None
    for number in range(5):
        profile = "revalidacion" if number == 4 else "inicial"
        last = _hand_over(api, dossier(api.library.current, replaces=last, profile=profile), f"errand-{number}").json()[
            "reference"
        ]
    reader = api.as_("reviewer")

    def ask(**wanted: str | int) -> Any:
        return api.client.get("/v1/pre-applications", params=wanted, headers=reader).json()

    seen, cursor = [], None
    while True:
        page = ask(limit=2, **({"cursor": cursor} if cursor else {}))
        seen += [each["reference"] for each in page["results"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert len(seen) == len(set(seen)) == 5
    assert seen[0] == last
    assert [each["reference"] for each in ask(profile="revalidacion")["results"]] == [last]
    assert ask(commune="13120")["results"] == []
    assert len(ask(since="2026-01-01T00:00:00-03:00")["results"]) == 5
    assert ask(since="2999-01-01T00:00:00Z")["results"] == []
    replaced = {each["reference"]: each["replaced_by"] for each in ask()["results"]}
    assert replaced[seen[1]] == seen[0]
    assert replaced[seen[0]] is None


@pytest.mark.parametrize(
    "wanted", [{"cursor": "x"}, {"limit": 0}, {"limit": 1000}, {"since": "ayer"}, {"profile": "x"}, {"commune": "1"}]
)
def test_a_wrong_filter_is_named(api: Api, wanted: dict[str, str | int]) -> None:
    answer = api.client.get("/v1/pre-applications", params=wanted, headers=api.as_("support"))
    assert next(iter(wanted)) in _refused(answer, "invalid-request")["detail"]


def test_an_unknown_reference_is_told(api: Api) -> None:
    answer = api.client.get("/v1/pre-applications/SM-2026-3333-33", headers=api.as_("bot"))
    assert _refused(answer, "unknown-reference", 404)["reference"] == "SM-2026-3333-33"


def test_a_slip_in_a_reference_never_goes_unnoticed() -> None:
    reference = new_reference(2026)
    places = [8, 9, 10, 11, 13, 14]
    for place in places:
        for letter in set(ALPHABET) - {reference[place]}:
            assert not is_sound(reference[:place] + letter + reference[place + 1 :])
    for one, other in pairwise(places):
        swapped = list(reference)
        swapped[one], swapped[other] = swapped[other], swapped[one]
        assert reference[one] == reference[other] or not is_sound("".join(swapped))
