"""The programme and its check."""

import json
from pathlib import Path
from typing import Any

import pytest
import time_machine

from api.library import Library
from content.kinds import Dating, Evidence, Number, OneOf, SomeOf, Writing, YesNo
from content.languages import LANGUAGES
from content.programme import Profile
from tests import tables
from tests.api.conftest import Api

Json = dict[str, Any]


@pytest.fixture
def migrated_url(tmp_path: Path) -> str:
    """Nothing here touches the database: one kind is enough."""
    return tables.in_a_file(tables.of_the_api, tmp_path / "sello.sqlite3")


def _check(api: Api, answers: Json, profile: str = "inicial", **other: object) -> Any:
    return api.client.post("/v1/assessments/check", json={"profile": profile, "answers": answers, **other})


def _criterion(checked: Json, code: str) -> Json:
    found: Json = next(each for each in checked["criteria"] if each["code"] == code)
    return found


def _texts(node: object) -> list[Json]:
    """Every worded text below."""
    match node:
        case {"text": str(text), "lang": str(lang)}:
            return [{"text": text, "lang": lang}]
        case dict():
            return [text for each in node.values() for text in _texts(each)]
        case list():
            return [text for each in node for text in _texts(each)]
    return []


def test_the_whole_model_is_told(api: Api) -> None:
    told = api.client.get("/v1/programme").json()
    criteria = [criterion for dimension in told["dimensions"] for criterion in dimension["criteria"]]
    assert (len(told["dimensions"]), len(criteria), len(told["profile_questions"])) == (6, 33, 4)
    assert sum(len(criterion["questions"]) for criterion in criteria) == 64
    assert {profile["id"] for profile in told["profiles"]} == {"inicial", "con_experiencia", "revalidacion"}
    assert all(criterion["guidance"] for criterion in criteria)


@pytest.mark.parametrize("asked", ["pt", "pt-BR", "pt_BR", "PT-br", "zh", "zh-Hans", "HT", "en", "fr-CA"])
def test_each_text_is_in_the_language_or_marked_as_spanish(api: Api, library: Library, asked: str) -> None:
    told = api.client.get("/v1/programme", params={"lang": asked}).json()
    texts = _texts(told)
    assert len(texts) > 500
    assert told["lang"].lower()[:2] == asked.lower()[:2]
    assert {text["lang"] for text in texts} <= {"es", told["lang"]}
    assert all(text["text"].strip() for text in texts)


@pytest.mark.parametrize("asked", ["ay", "xx", "español", "e", ""])
def test_an_unknown_language_is_answered_in_spanish(api: Api, asked: str) -> None:
    told = api.client.get("/v1/programme", params={"lang": asked}).json()
    assert told["lang"] == "es"
    assert {text["lang"] for text in _texts(told)} == {"es"}


def test_what_was_answered_decides_and_is_explained(api: Api) -> None:
    checked = _check(api, {"ADH-1.1": "d", "PF1": "a"}, as_of="2026-11").json()
    adhesion = _criterion(checked, "ADH-1")
    assert (adhesion["verdict"], adhesion["essential"], adhesion["basis"]) == ("not_met", True, "published")
    assert [(reason["question"], reason["result"]) for reason in adhesion["reasons"]] == [("ADH-1.1", "not_met")]
    assert adhesion["reasons"][0]["text"] == "Respondió «No se ha iniciado». Con eso aún no cumple este punto."
    assert (checked["edition"], checked["profile"], checked["ready"], checked["band"]) == (
        "0.1.0",
        "inicial",
        False,
        "preparacion",
    )
    assert "orienta" in checked["disclaimer"]["text"]


def test_what_is_left_out_or_null_is_pending(api: Api) -> None:
    for answers in ({}, {"ADH-1.1": None}):
        adhesion = _criterion(_check(api, answers).json(), "ADH-1")
        assert adhesion["verdict"] == "pending"
        assert adhesion["reasons"][0]["result"] == "pending"


def _possible(kind: object) -> list[object]:
    """Answers to a question of that kind that come to each of its results."""
    match kind:
        case YesNo():
            return ["yes", "no"]
        case OneOf(options):
            return [option.id for option in options]
        case SomeOf(options):
            return [[], [options[0].id], [each.id for each in options if not each.exclusive]]
        case Number(minimum=minimum, partly=partly, meets=meets, maximum=maximum):
            return [int(step) if step == int(step) else float(step) for step in (minimum, partly or minimum, meets, maximum)]
        case Dating(none_label=label):
            return ["2026-11", "2020-01", *(["none"] if label else [])]
        case Writing():
            return ["Un texto con {llaves} y <signos>."]
        case Evidence():
            return [{"status": "attached"}, {"status": "later"}, {"status": "none"}]
    raise TypeError(kind)


def test_every_answer_is_explained_in_every_language(api: Api, library: Library) -> None:
    possible = {each.id: _possible(each.kind) for criterion in library.current.criteria() for each in criterion.questions}
    for language in LANGUAGES:
        for turn in range(8):
            answers = {id: each[turn % len(each)] for id, each in possible.items()}
            checked = _check(api, answers, "revalidacion", lang=language)
            assert checked.status_code == 200, checked.text
            for criterion in checked.json()["criteria"]:
                assert all(
                    reason["text"] and reason["lang"] in ("es", language.replace("_", "-")) for reason in criterion["reasons"]
                )


@time_machine.travel("2026-12-01T02:00:00Z", tick=False)
def test_ages_count_to_this_month_in_chile_unless_said_otherwise(api: Api) -> None:
    assert _check(api, {}).json()["as_of"] == "2026-11"
    assert _check(api, {}, as_of="2024-02").json()["as_of"] == "2024-02"


@pytest.mark.parametrize(
    ("answers", "named", "problem"),
    [
        ({"XYZ-9.9": "yes"}, "XYZ-9.9", "unknown-question"),
        ({"ADH-1.1": "z"}, "ADH-1.1", "answer-refused"),
        ({"ADH-1.1": "yes"}, "ADH-1.1", "answer-refused"),
        ({"ADH-1.1": 3}, "ADH-1.1", "answer-refused"),
        ({"ADH-1.1": ["a"]}, "ADH-1.1", "answer-refused"),
        ({"ADH-1.1": True}, "ADH-1.1", "answer-refused"),
        ({"ADH-1.2": "attached"}, "ADH-1.2", "answer-refused"),
        ({"ADH-1.2": {"status": "lost"}}, "ADH-1.2", "answer-refused"),
        ({"ADH-1.2": {"status": "later", "more": 1}}, "ADH-1.2", "answer-refused"),
        ({"ADH-1.3": "11-2026"}, "ADH-1.3", "answer-refused"),
        ({"ADH-1.3": "2026-13"}, "ADH-1.3", "answer-refused"),
        ({"PF1": "z"}, "PF1", "answer-refused"),
    ],
)
def test_what_cannot_be_an_answer_is_named(api: Api, answers: Json, named: str, problem: str) -> None:
    answer = _check(api, answers)
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert answer.json()["type"] == f"/problems/{problem}"
    assert answer.json()["question"] == named
    assert named in answer.json()["detail"]


def test_an_exclusive_option_stands_alone_and_an_empty_list_is_none_of_these(api: Api, library: Library) -> None:
    several = [each for each in library.current.questions() if isinstance(each.kind, SomeOf)]
    assert all(_check(api, {each.id: []}).status_code == 200 for each in several)
    for question in several:
        assert isinstance(question.kind, SomeOf)
        exclusive = [option.id for option in question.kind.options if option.exclusive]
        if exclusive:
            other = next(option.id for option in question.kind.options if not option.exclusive)
            assert _check(api, {question.id: [exclusive[0]]}).status_code == 200
            assert _check(api, {question.id: [exclusive[0], other]}).json()["type"] == "/problems/answer-refused"


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({"profile": "experto", "answers": {}}, "body.profile"),
        ({"profile": "inicial", "answers": {}, "puntaje": 7}, "body.puntaje"),
        ({"profile": "inicial", "answers": []}, "body.answers"),
        ({"profile": "inicial"}, "body.answers"),
        ({"profile": 1, "answers": {}}, "body.profile"),
        ({"profile": "inicial", "answers": {}, "as_of": "2026-00"}, "body.as_of"),
        ({"profile": "inicial", "answers": {}, "as_of": 202611}, "body.as_of"),
        ({"profile": "inicial", "answers": {"INS-1.1": "\ud800"}}, "body.answers.INS-1.1"),
        ({"profile": "inicial", "answers": {"INS-1.1": "\0"}}, "body.answers.INS-1.1"),
    ],
)
def test_a_body_of_the_wrong_shape_is_named(api: Api, body: Json, where: str) -> None:
    answer = api.client.post("/v1/assessments/check", content=json.dumps(body), headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/invalid-request")
    assert where in answer.json()["detail"]


def test_the_profile_given_is_named_back(api: Api) -> None:
    assert "experto" in _check(api, {}, "experto").text


def test_criteria_of_other_profiles_do_not_apply_and_their_answers_are_ignored(api: Api, library: Library) -> None:
    for profile in Profile:
        checked = _check(api, {}, profile.value).json()
        for criterion in library.current.criteria():
            told = _criterion(checked, criterion.code)
            assert (told["verdict"] == "not_applicable") == (profile not in criterion.applies_to)


def test_a_commune_is_found_by_what_was_typed(api: Api) -> None:
    found = api.client.get("/v1/communes", params={"q": "nunoa"}).json()["results"]
    assert found[0]["name"] == "Ñuñoa"
    assert set(found[0]) == {"cut", "name", "region", "has_municipality", "score"}
    scores = [each["score"] for each in found]
    assert scores == sorted(scores, reverse=True)


def test_a_search_for_nothing_finds_nothing(api: Api) -> None:
    assert api.client.get("/v1/communes", params={"q": "zzzzqqqq"}).json() == {"results": []}
    assert api.client.get("/v1/communes").status_code == 422
