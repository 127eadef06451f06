"""Cases taken by the first, answered, closed, opened again; who may add what, and every refusal by its name."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.api.cases import ANA, LUIS, PEDRO, ROSA, add, enrol, opened, problem, send, told
from tests.api.conftest import Api


@pytest.fixture(autouse=True)
def staff(api: Api) -> None:
    enrol(api, ROSA, PEDRO)


def _kinds(api: Api, id: object) -> list[str]:
    return [each["kind"] for each in told(api, id)["entries"]]


def test_the_first_to_claim_has_it(api: Api) -> None:
    id = opened(api)["id"]
    taken = add(api, id, "claimed").json()
    assert (taken["state"], taken["taken_by"], taken["entry"]["staff"]) == ("taken", ROSA, ROSA)
    late = add(api, id, "claimed", PEDRO)
    assert (problem(late), late.json()["taken_by"]) == ((409, "taken-by-other"), ROSA)
    assert add(api, id, "claimed").status_code == 201


def test_of_two_who_claim_at_once_one_has_it(api: Api) -> None:
    id, who = opened(api)["id"], [ROSA, PEDRO] * 4
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda each: add(api, id, "claimed", each), who))
    holder = told(api, id)["taken_by"]
    fates = [(answer.status_code, person == holder) for answer, person in zip(answers, who, strict=True)]
    assert sorted(fates) == [(201, True)] * 4 + [(409, False)] * 4


def test_the_first_answer_takes_it(api: Api) -> None:
    id = opened(api)["id"]
    answered = add(api, id, "answered").json()
    assert (answered["state"], answered["taken_by"]) == ("taken", ROSA)
    assert _kinds(api, id) == ["asked", "claimed", "answered"]
    assert add(api, id, "answered", PEDRO).json()["taken_by"] == ROSA
    assert _kinds(api, id) == ["asked", "claimed", "answered", "answered"]
    assert told(api, id)["first_answer_by"] == ROSA


def test_two_who_answer_at_once_are_both_heard_and_one_has_it(api: Api) -> None:
    id = opened(api)["id"]
    with ThreadPoolExecutor(6) as threads:
        answers = list(threads.map(lambda who: add(api, id, "answered", who), [ROSA, PEDRO] * 3))
    assert {answer.status_code for answer in answers} == {201}
    whole = told(api, id)
    assert [each["kind"] for each in whole["entries"]] == ["asked", "claimed", *["answered"] * 6]
    assert whole["taken_by"] == whole["first_answer_by"] == whole["entries"][1]["staff"]


def test_an_entry_delivered_again_is_the_same(api: Api) -> None:
    id, other = opened(api)["id"], opened(api)["id"]
    body: dict[str, object] = {"kind": "answered", "by": {"staff": ROSA}, "text": "Sí."}
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda _: send(api, f"/v1/escalations/{id}/entries", body, once="same"), range(6)))
    assert {answer.text for answer in answers} == {answers[0].text}
    assert _kinds(api, id) == ["asked", "claimed", "answered"]
    changed = send(api, f"/v1/escalations/{id}/entries", {**body, "text": "No."}, once="same")
    assert problem(changed) == (422, "key-reused")
    assert problem(send(api, f"/v1/escalations/{other}/entries", body, once="same")) == (422, "key-reused")


def test_delivered_again_after_the_case_was_closed_it_is_still_the_same(api: Api) -> None:
    id = opened(api)["id"]
    body: dict[str, object] = {"kind": "answered", "by": {"staff": ROSA}, "text": "Sí."}
    first = send(api, f"/v1/escalations/{id}/entries", body, once="same").json()
    add(api, id, "closed")
    again = send(api, f"/v1/escalations/{id}/entries", body, once="same")
    assert (again.status_code, again.json()["entry"], again.json()["state"]) == (201, first["entry"], "closed")


def test_passed_on_to_a_colleague_or_back_to_the_queue(api: Api) -> None:
    id = opened(api)["id"]
    add(api, id, "claimed")
    passed = add(api, id, "passed_on", to=PEDRO, text="Es de su zona").json()
    assert (passed["state"], passed["taken_by"], passed["entry"]["to"]) == ("taken", PEDRO, PEDRO)
    assert problem(add(api, id, "claimed")) == (409, "taken-by-other")
    assert add(api, id, "passed_on", PEDRO).json()["state"] == "waiting"
    assert add(api, id, "claimed").json()["taken_by"] == ROSA
    assert problem(add(api, id, "passed_on", to=LUIS)) == (403, "role-forbidden")


def test_asking_again_opens_a_closed_case(api: Api) -> None:
    id = opened(api)["id"]
    add(api, id, "answered")
    assert add(api, id, "closed", text="Resuelto").json()["state"] == "closed"
    again = add(api, id, "asked", ANA).json()
    assert (again["state"], again["taken_by"], again["entry"]["kind"]) == ("waiting", None, "asked")
    assert _kinds(api, id) == ["asked", "claimed", "answered", "closed", "reopened", "asked"]


def test_staff_may_open_it_again_and_the_person_may_close_it(api: Api) -> None:
    id = opened(api)["id"]
    assert add(api, id, "closed", ANA).json()["state"] == "closed"
    assert add(api, id, "reopened").json()["state"] == "waiting"


def test_a_note_may_be_added_to_any_case(api: Api) -> None:
    id = opened(api)["id"]
    assert add(api, id, "noted").json()["state"] == "waiting"
    add(api, id, "closed")
    assert add(api, id, "noted").json()["state"] == "closed"


def test_each_edits_what_is_theirs(api: Api) -> None:
    id, other = opened(api)["id"], opened(api)["id"]
    asked = told(api, id)["entries"][0]["id"]
    answered = add(api, id, "answered").json()["entry"]["id"]
    closed = add(api, id, "closed").json()["entry"]["id"]
    edited = add(api, id, "edited", ANA, of=asked, text="Mejor así").json()["entry"]
    assert (edited["of"], edited["text"], edited["side"]) == (asked, "Mejor así", "person")
    assert add(api, id, "edited", of=answered).status_code == 201
    assert problem(add(api, id, "edited", PEDRO, of=answered)) == (403, "not-theirs")
    assert problem(add(api, id, "edited", ANA, of=answered)) == (403, "not-theirs")
    assert problem(add(api, id, "edited", of=closed)) == (404, "unknown-entry")
    assert problem(add(api, id, "edited", of=999)) == (404, "unknown-entry")
    assert problem(add(api, other, "edited", ANA, of=asked)) == (404, "unknown-entry")


def test_the_words_below_a_file_may_be_taken_away_and_others_not(api: Api) -> None:
    id = opened(api)["id"]
    words = told(api, id)["entries"][0]["id"]
    file = add(api, id, "asked", ANA, attachments=[{"kind": "photo", "name": None, "size": 9}]).json()["entry"]["id"]
    assert add(api, id, "edited", ANA, of=file, text=None).json()["entry"]["text"] is None
    assert problem(add(api, id, "edited", ANA, of=words, text=None)) == (422, "entry-empty")


def test_what_a_state_does_not_allow_is_named(api: Api) -> None:
    id = opened(api)["id"]
    assert problem(add(api, id, "reopened")) == (409, "case-open")
    assert problem(add(api, id, "rated", ANA, helped=True)) == (409, "case-open")
    add(api, id, "closed")
    for kind in ("answered", "claimed", "passed_on", "closed"):
        assert problem(add(api, id, kind)) == (409, "case-closed")
    assert _kinds(api, id) == ["asked", "closed"]


@pytest.mark.parametrize(
    ("kind", "by", "other", "refused"),
    [
        ("answered", LUIS, {}, (403, "not-theirs")),
        ("answered", ANA, {}, (403, "not-theirs")),
        ("noted", ANA, {}, (403, "not-theirs")),
        ("claimed", ANA, {}, (403, "not-theirs")),
        ("asked", LUIS, {}, (403, "not-theirs")),
        ("asked", ROSA, {}, (403, "not-theirs")),
        ("rated", ROSA, {"helped": True}, (403, "not-theirs")),
        ("answered", "apoyo-nadie-9", {}, (403, "role-forbidden")),
        ("noted", "apoyo-nadie-9", {}, (403, "role-forbidden")),
        ("answered", ROSA, {"text": None}, (422, "entry-empty")),
        ("asked", ANA, {"text": "\n"}, (422, "entry-empty")),
        ("noted", ROSA, {"text": None}, (422, "entry-empty")),
        ("edited", ANA, {}, (422, "invalid-request")),
        ("answered", ROSA, {"of": 1}, (422, "invalid-request")),
        ("rated", ANA, {}, (422, "invalid-request")),
        ("asked", ANA, {"helped": True}, (422, "invalid-request")),
        ("claimed", ROSA, {"to": PEDRO}, (422, "invalid-request")),
        ("shouted", ANA, {}, (422, "invalid-request")),
    ],
)
def test_what_somebody_may_not_add_is_named(
    api: Api, kind: str, by: str, other: dict[str, object], refused: tuple[int, str]
) -> None:
    id = opened(api)["id"]
    assert problem(add(api, id, kind, by, **other)) == refused
    assert _kinds(api, id) == ["asked"]


@pytest.mark.parametrize("who", [{}, None, ROSA, {"staff": ROSA, "person": ANA}, {"staff": "rosa"}, {"person": None}])
def test_an_entry_is_of_one_person(api: Api, who: object) -> None:
    id = opened(api)["id"]
    answer = send(api, f"/v1/escalations/{id}/entries", {"kind": "answered", "by": who, "text": "Sí"})
    assert problem(answer) == (422, "invalid-request")


def test_only_the_bot_speaks_for_the_person(api: Api) -> None:
    id = opened(api)["id"]
    asked = {"kind": "asked", "by": {"person": ANA}, "text": "Otra cosa"}
    assert problem(send(api, f"/v1/escalations/{id}/entries", asked, by="support")) == (403, "role-forbidden")
    answered = {"kind": "answered", "by": {"staff": ROSA}, "text": "Sí"}
    assert send(api, f"/v1/escalations/{id}/entries", answered, by="support").status_code == 201


def test_who_lost_the_role_answers_no_more(api: Api) -> None:
    id = opened(api)["id"]
    api.client.delete(f"/v1/people/{ROSA}", headers=api.as_("admin"))
    assert problem(add(api, id, "answered")) == (403, "role-forbidden")


def test_nothing_is_lost_of_many_entries_at_once(api: Api) -> None:
    id = opened(api)["id"]

    def write(number: int) -> Any:
        return add(api, id, "asked", ANA, text=f"{number}") if number % 2 else add(api, id, "answered", text=f"{number}")

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(write, range(16)))
    assert {answer.status_code for answer in answers} == {201}
    said = [each["text"] for each in told(api, id)["entries"][1:] if each["kind"] != "claimed"]
    assert sorted(said) == sorted(map(str, range(16)))
    assert _kinds(api, id).count("claimed") == 1
