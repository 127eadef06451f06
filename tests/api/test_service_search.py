"""What somebody's words are about, over HTTP."""

from typing import Any

import pytest

from tests.api.cases import problem
from tests.api.conftest import Api
from tests.api.services import service


def _search(api: Api, words: str, **asked: str) -> Any:
    answer = api.client.get("/v1/services/search", params={"q": words, **asked})
    assert answer.status_code == 200
    return answer.json()


def test_the_likeliest_topic_comes_first_with_at_most_three_services(stocked: Api) -> None:
    found = _search(stocked, "se me venció la cédula y necesito hora en el registro civil")
    assert (found["outcome"], found["results"][0]["category"], found["commune"]) == ("found", "ID-DOCS", None)
    assert found["results"][0]["services"][0]["name"]["text"].startswith("Cédula de identidad")
    assert all(len(each["services"]) <= 3 for each in found["results"])
    scores = [each["score"] for each in found["results"]]
    assert scores == sorted(scores, reverse=True)


def test_the_commune_that_is_named_goes_before_the_one_that_is_given(stocked: Api) -> None:
    found = _search(stocked, "ayuda con mi visa en San Antonio", commune="13101")
    assert found["commune"] == "05601"
    assert found["results"][0]["services"][0]["commune"] == "05601"
    assert _search(stocked, "ayuda con mi visa", commune="13101")["commune"] == "13101"


def test_the_texts_are_in_the_language_asked_for_or_say_that_they_are_not(stocked: Api) -> None:
    added = service(name="Oficina de la comuna", commune="13101", categories=["HOUSING"])
    stocked.client.post("/v1/services", json=added, headers=stocked.as_("directory"))
    services = _search(stocked, "no puedo pagar el arriendo", lang="ht", commune="13101")["results"][0]["services"]
    assert {each["name"]["lang"] for each in services} == {"es", "ht"}


def test_danger_is_said_before_all_else(stocked: Api) -> None:
    assert _search(stocked, "mi marido me está pegando ahora, ayuda")["outcome"] == "distress"


@pytest.mark.parametrize("words", ["", "🙂🙂🙂", "ضصث", "a" * 4000, "%_\\'; DROP TABLE service; --"])
def test_odd_words_find_nothing_and_do_no_harm(stocked: Api, words: str) -> None:
    assert _search(stocked, words)["outcome"] in {"none", "unsure"}


def test_what_is_not_in_a_directory_is_refused(stocked: Api) -> None:
    found = _search(stocked, "cuéntame un chiste de fútbol")
    assert (found["outcome"], found["results"]) == ("none", [])


def test_a_commune_that_is_none_is_refused(stocked: Api) -> None:
    answer = stocked.client.get("/v1/services/search", params={"q": "salud", "commune": "99999"})
    assert problem(answer) == (422, "unknown-commune")
