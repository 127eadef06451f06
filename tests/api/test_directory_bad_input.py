"""What makes no sense to the directory: each time a problem that names it, or a list with nothing on it, and never a failure."""

from typing import Any

import pytest

from tests.api.cases import problem
from tests.api.conftest import Api
from tests.api.hsds_schemas import findings

LISTS = ("services", "service_at_locations", "organizations", "taxonomies", "taxonomy_terms")
OF_SERVICES = LISTS[:3]
NARROWED = LISTS[:2]
NOWHERE = "00000000-0000-4000-8000-000000000000"
UPPER = "ABCDEF00-0000-4000-8000-000000000000"
ODD = ("x", "\0", "a\0b", "🙂", "'; DROP TABLE service; --", "%", "٣", "\u202e", "a" * 200)
REFUSED: list[tuple[tuple[str, ...], str, str]] = [
    *[(LISTS, "page", page) for page in ("0", "-1", "1.5", "x", "", "1000001", "9" * 30, "٣x")],
    *[(LISTS, "per_page", size) for size in ("0", "-1", "501", "1000000000", "x", "")],
    *[(LISTS, "search", words) for words in ("a" * 4000, "🙂" * 4000)],
    *[(OF_SERVICES, "commune", cut) for cut in ("9", "San Antonio", "", "\0", "056011", "5601")],
    *[(OF_SERVICES, "full", value) for value in ("x", "", "2")],
    *[(NARROWED, "modified_after", time) for time in ("hola", "", "2026-13-01T00:00:00Z", "2026-01-01T00:00:00", "1", "\0")],
    (("services",), "minimal", "quizás"),
]
EMPTY: list[tuple[tuple[str, ...], str, tuple[str, ...]]] = [
    (OF_SERVICES, "taxonomy_term_id", ODD),
    ((*OF_SERVICES, "taxonomy_terms"), "taxonomy_id", ODD),
    (NARROWED, "organization_id", (*ODD, NOWHERE)),
    (LISTS, "search", ("zzqx", "🙂", "🙂\0", "%", "\\", "zzqx " * 30)),
    (NARROWED, "modified_after", ("9999-12-31T23:59:59Z", "2090-01-01T00:00:00+14:00")),
    (("taxonomy_terms",), "parent_id", ODD),
]


def _get(api: Api, path: str, **asked: str) -> Any:
    return api.client.get(path, params=asked)


def test_hsds_names_what_it_cannot_take(stocked: Api) -> None:
    for kinds, name, value in REFUSED:
        for kind in kinds:
            answer = _get(stocked, f"/hsds/{kind}", **{name: value})
            assert problem(answer) == (422, "invalid-request"), (kind, name, value)
            assert answer.json()["errors"][0]["where"] == f"query.{name}"
            assert len(answer.content) < 1500
    for kind in OF_SERVICES:
        answer = _get(stocked, f"/hsds/{kind}", commune="99999")
        assert (problem(answer), answer.json()["commune"]) == ((422, "unknown-commune"), "99999")


def test_hsds_finds_nothing_where_there_is_nothing(stocked: Api) -> None:
    for kinds, name, values in EMPTY:
        for kind in kinds:
            for value in values:
                answer = _get(stocked, f"/hsds/{kind}", **{name: value})
                assert answer.status_code == 200, (kind, name, value, answer.text)
                assert (answer.json()["empty"], answer.json()["total_items"]) == (True, 0), (kind, name, value)
                assert findings(kind, answer.json()) == []
    for kind in LISTS:
        far = _get(stocked, f"/hsds/{kind}", page="1000000", per_page="500").json()
        assert (far["contents"], far["empty"], far["last_page"]) == ([], True, True)
        assert far["total_items"] > 0
        assert findings(kind, far) == []


@pytest.mark.parametrize("lang", ["xx", "", "español", "es-\0", "🙂", "a" * 35])
def test_a_language_that_is_not_offered_is_answered_in_spanish(stocked: Api, lang: str) -> None:
    for kind in LISTS:
        assert _get(stocked, f"/hsds/{kind}", lang=lang).json() == _get(stocked, f"/hsds/{kind}").json()
    told = _get(stocked, "/v1/services", lang=lang, limit="3").json()["results"]
    assert {each["name"]["lang"] for each in told} == {"es"}
    assert problem(_get(stocked, "/v1/services", lang="a" * 36)) == (422, "invalid-request")


@pytest.mark.parametrize("id", ["1", "%00", "null", UPPER, f"{NOWHERE}%00", "🙂", "a" * 4000])
def test_what_is_no_id_names_nothing(stocked: Api, id: str) -> None:
    for path in (*(f"/hsds/{kind}/{id}" for kind in LISTS), f"/v1/services/{id}", f"/v1/services/{id}/schema.org"):
        status, name = problem(stocked.client.get(path))
        assert (status, name) in {(422, "invalid-request"), (404, "not-found")}, path
    for kind in LISTS:
        assert stocked.client.get(f"/hsds/{kind}/{NOWHERE}").status_code == 404


@pytest.mark.parametrize(
    ("path", "name", "values"),
    [
        ("/v1/services", "limit", ("0", "201", "1000000000", "x", "")),
        ("/v1/services", "cursor", ("x", "", "\0", UPPER)),
        ("/v1/services", "category", ("SALUD", "", "health", "\0", "🙂")),
        ("/v1/services", "commune", ("9", "San Antonio", "\0", "")),
        ("/v1/services", "modified_after", ("hola", "", "2026-01-01", "1", "\0")),
        ("/v1/services/search", "commune", ("9", "San Antonio", "\0", "")),
        ("/v1/services/search", "q", ("a" * 4097, "🙂" * 5000)),
    ],
)
def test_the_directory_names_what_it_cannot_take(stocked: Api, path: str, name: str, values: tuple[str, ...]) -> None:
    for value in values:
        answer = _get(stocked, path, **{"q": "salud", name: value})
        assert problem(answer) == (422, "invalid-request"), value
        assert answer.json()["errors"][0]["where"] == f"query.{name}"


def test_the_directory_lists_nothing_where_there_is_nothing(stocked: Api) -> None:
    for asked in ({"cursor": "f" * 8 + "-ffff-ffff-ffff-" + "f" * 12}, {"modified_after": "9999-12-31T23:59:59Z"}):
        assert _get(stocked, "/v1/services", **asked).json() == {"results": [], "next": None}
    assert problem(_get(stocked, "/v1/services", commune="99999")) == (422, "unknown-commune")
    assert problem(_get(stocked, "/v1/services/search")) == (422, "invalid-request")


@pytest.mark.parametrize("words", ["\0", "a\0b", "🙂" * 4000, "\u202eabc", "٣" * 4096, "1" * 4096, "\ud7ff\ufffe", "' OR 1=1 --"])
def test_odd_questions_are_no_failure(stocked: Api, words: str) -> None:
    answer = _get(stocked, "/v1/services/search", q=words)
    assert answer.status_code == 200
    assert answer.json()["outcome"] in {"none", "unsure"}


@pytest.mark.parametrize("query", ["%FF", "%C3%28", "%ED%A0%80", "%", "%zz", "&&=&", "search=a&search=b"])
def test_an_address_that_is_badly_written_is_no_failure(stocked: Api, query: str) -> None:
    for path in (*(f"/hsds/{kind}" for kind in LISTS), "/v1/services"):
        for name in ("search=", "organization_id=", "taxonomy_term_id=", "lang=", "commune=", "page=", "modified_after="):
            answer = stocked.client.get(f"{path}?{name}{query}")
            assert answer.status_code in {200, 422}, (path, name)
            if answer.status_code == 422:
                assert problem(answer)[1] in {"invalid-request", "unknown-commune"}


def test_the_month_that_is_none_is_named(api: Api) -> None:
    headers = api.as_("directory")
    for month in ("", "2026", "2026-13", "hola", "\0", "2026-11\n"):
        assert problem(api.client.get("/v1/services/unfound", params={"month": month}, headers=headers)) == (
            422,
            "invalid-request",
        )
    asked = {"month": "2026-11", "commune": "99999"}
    assert problem(api.client.get("/v1/services/unfound", params=asked, headers=headers)) == (422, "unknown-commune")
    assert api.client.get("/v1/services/unfound", params={"month": "1999-01"}, headers=headers).json()["results"] == []
