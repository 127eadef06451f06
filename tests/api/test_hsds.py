"""The directory as other directories read it: every answer is valid HSDS, and what is asked for is what comes."""

from typing import Any

import pytest

from api.directory.seeding import seed
from content.local_services import identifier
from content.reading import read_services
from tests.api.cases import problem
from tests.api.conftest import Api
from tests.api.hsds_schemas import findings
from tests.api.services import MUNICIPALITY, service

NOTHING: dict[str, object] = {"description": "", "who_may_use": "", "bring": [], "cost": "", "spots": [], "hours": []}
EVERYTHING = {
    "web": "https://www.peñalolén.cl/atención?a={b}&c=100%",
    "languages": ["es", "pt-BR"],
    "papers": "with_run",
    "how": "Pida hora antes.",
    "status": "temporarily closed",
    "alert": "Cerrado en enero.",
    "example": True,
    "phones": [{"number": "+56 9 1234 5678", "note": "WhatsApp"}],
    "checked": {"source": "Visita", "on": "2026-01-02", "by": "Ana", "expires_on": "2027-01-01"},
}
ONES = {
    "organizations": "organization",
    "service_at_locations": "service_at_location",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
}
CORNERS: list[dict[str, object]] = [
    {},
    EVERYTHING,
    {**NOTHING, "phones": [], "commune": None},
    {"commune": "12101", "categories": ["INFO", "INFO"]},
]


def _add(api: Api, **other: object) -> str:
    added = api.client.post("/v1/services", json=service(**other), headers=api.as_("directory"))
    assert added.status_code == 201, added.text
    return str(added.json()["id"])


def _read(api: Api, kind: str, path: str, **asked: str | int | bool) -> Any:
    """An answer in which nothing is found."""
    answer = api.client.get(f"/hsds/{path}", params=asked)
    assert answer.status_code == 200, answer.text
    assert findings(kind, answer.json()) == []
    return answer.json()


def _ids(page: Any) -> list[str]:
    return [each["id"] for each in page["contents"]]


@pytest.mark.parametrize("lang", ["es", "ht"])
def test_nothing_is_found_in_any_answer(api: Api, lang: str) -> None:
    for other in CORNERS:
        _add(api, **other)
    with api.database.transaction() as session:
        seed(session, read_services())
    listed = _read(api, "services", "services", per_page=500, lang=lang)
    assert listed["total_items"] == len(read_services()) + len(CORNERS)
    assert _ids(_read(api, "services in full", "services", full=True, per_page=500, lang=lang)) == _ids(listed)
    assert _ids(_read(api, "services", "services", minimal=True, per_page=500, lang=lang)) == _ids(listed)
    for id in _ids(listed):
        assert _read(api, "service", f"services/{id}", lang=lang)["id"] == id
    for kind, one in ONES.items():
        for id in _ids(_read(api, kind, kind, per_page=500, lang=lang)):
            assert _read(api, one, f"{kind}/{id}", lang=lang)["id"] == id
    for kind in ("organizations", "service_at_locations"):
        _read(api, f"{kind} in full", kind, full=True, per_page=500, lang=lang)


def test_a_service_says_all_that_is_known(api: Api) -> None:
    told = _read(api, "service", f"services/{_add(api, **EVERYTHING)}")
    assert told["url"] == "https://www.pe%C3%B1alol%C3%A9n.cl/atenci%C3%B3n?a=%7Bb%7D&c=100%25"
    assert (told["status"], told["alert"], told["assured_date"]) == ("temporarily closed", "Cerrado en enero.", "2026-01-02")
    assert told["required_documents"][0]["document"] == "Un documento de identidad, si lo tiene"
    assert [(each["byday"], each["opens_at"][:5], each["closes_at"][:5]) for each in told["schedules"]] == [
        ("MO,TU,WE,TH,FR", "09:00", "14:00")
    ]
    assert [(each["code"], each.get("note")) for each in told["languages"]] == [("es", None), ("pt", "pt-BR")]
    place = told["service_at_locations"][0]["location"]
    assert (place["latitude"], place["addresses"][0]["city"]) == (-33.5806, "San Antonio")
    assert told["service_areas"][0]["extent"] == "05601"
    terms = [each["taxonomy_term"]["code"] for each in told["attributes"] if "taxonomy_term" in each]
    assert terms == ["MIG-STATUS", "INFO", "with_run"]
    values = {each["link_type"]: each["value"] for each in told["attributes"] if "value" in each}
    assert values == {"source": "Visita", "checked_by": "Ana", "expires_on": "2027-01-01", "example": "true"}
    assert told["organization"]["organization_identifiers"][0]["identifier"] == "05601"


def test_hours_carry_the_offset_of_their_place(api: Api) -> None:
    offsets = [
        _read(api, "service", f"services/{_add(api, commune=cut)}")["schedules"][0]["timezone"] for cut in ("12101", "05201")
    ]
    assert offsets[0] == -3
    assert offsets[1] in (-5, -6)


def test_lists_are_narrowed(api: Api) -> None:
    here = _add(api, name="Clases de creole", categories=["LANG"])
    there = _add(api, name="Consultorio", categories=["HEALTH"], commune="13101", papers="with_run")
    everywhere = _add(api, commune=None, organization={"id": identifier("organizacion", "otra"), "name": "Otra"})
    terms = {each["code"]: each["id"] for each in _read(api, "taxonomy_terms", "taxonomy_terms")["contents"]}
    for asked, found in (
        ({"search": "CREOLE clases"}, {here}),
        ({"search": "100%"}, set()),
        ({"taxonomy_term_id": terms["HEALTH"]}, {there}),
        ({"taxonomy_term_id": terms["with_run"]}, {there}),
        ({"taxonomy_term_id": "no"}, set()),
        ({"taxonomy_id": identifier("taxonomia", "papeles")}, {here, there, everywhere}),
        ({"taxonomy_id": "no"}, set()),
        ({"organization_id": MUNICIPALITY["id"]}, {here, there}),
        ({"organization_id": "no"}, set()),
        ({"commune": "05601"}, {here, everywhere}),
        ({"commune": "13101", "search": "consultorio"}, {there}),
    ):
        assert set(_ids(_read(api, "services", "services", **asked))) == found, asked
    assert len(_ids(_read(api, "organizations", "organizations"))) == 2
    assert _ids(_read(api, "organizations", "organizations", taxonomy_term_id=terms["LANG"])) == [MUNICIPALITY["id"]]


def test_what_changed_at_that_time_or_later_is_asked_for(api: Api) -> None:
    earlier, later = _add(api), _add(api)
    moment = _read(api, "service", f"services/{later}")["last_modified"]
    found = _ids(_read(api, "services", "services", modified_after=moment))
    assert found == [later]
    assert earlier not in found


def test_words_are_found_whole_or_begun_in_any_text(api: Api) -> None:
    one = _add(api, name="Clases de Créole", how="Pida hora: 预约服务", who_may_use="x" * 1000)
    two = _add(api, name="Atención", description="Clínica móvil. Niñez y créditos.")
    for search, found in (
        ("", {one, two}),
        ("creole", {one}),
        ("CRÉ", {one, two}),
        ("cr", set()),
        ("clases clinica", set()),
        ("«Clínica», ¡móvil!", {two}),
        ("municipalidad san antonio", {one, two}),
        ("nin", {two}),
        ("约", {one}),
        ("x" * 100, {one}),
        ("ole", set()),
        ("🙂", set()),
        ("%", set()),
    ):
        assert set(_ids(_read(api, "services", "services", search=search))) == found, search
    listed = [_ids(_read(api, "services", "services", search="san", page=page, per_page=1)) for page in (1, 2, 3)]
    assert sorted(listed) == sorted([[], [one], [two]])
    api.client.put(f"/v1/services/{two}", json=service(name="Creole", description="Clínica."), headers=api.as_("directory"))
    assert set(_ids(_read(api, "services", "services", search="creole"))) == {one, two}
    assert _ids(_read(api, "services", "services", search="movil")) == []
    assert _ids(_read(api, "services", "services", search="clinica")) == [two]


def test_the_places_of_services_are_a_list_of_their_own(api: Api) -> None:
    here = {"address": "Barros Luco 1881", "commune": "05601", "latitude": -33.5806, "longitude": -71.6132}
    there = {"address": "Calle Larga 1", "commune": "13101"}
    both = _add(api, spots=[here, there])
    other = _add(api, commune=None, spots=[there], papers="with_run", organization={"id": identifier("o"), "name": "Otra"})
    _add(api, spots=[])
    for asked, found in (
        ({}, [(both, "Barros Luco 1881"), (both, "Calle Larga 1"), (other, "Calle Larga 1")]),
        ({"commune": "13101"}, [(both, "Calle Larga 1"), (other, "Calle Larga 1")]),
        ({"organization_id": identifier("o")}, [(other, "Calle Larga 1")]),
        ({"taxonomy_term_id": identifier("papeles", "any"), "commune": "05601"}, [(both, "Barros Luco 1881")]),
        ({"taxonomy_term_id": "no"}, []),
        ({"modified_after": "2090-01-01T00:00:00Z"}, []),
        ({"search": "nada así"}, []),
    ):
        told = _read(api, "service_at_locations", "service_at_locations", **asked)["contents"]
        assert sorted((each["service_id"], each["location"]["name"]) for each in told) == sorted(found), asked
    pages = [_read(api, "service_at_locations", "service_at_locations", page=page, per_page=2) for page in (1, 2)]
    listed = [each for page in pages for each in page["contents"]]
    assert (len({each["id"] for each in listed}), pages[1]["last_page"], pages[1]["total_items"]) == (3, True, 3)
    named = _read(api, "service", f"services/{both}")["service_at_locations"]
    for each in named:
        one = _read(api, "service_at_location", f"service_at_locations/{each['id']}")
        assert {name: one[name] for name in each} == each
        assert (one["description"], one["schedules"][0]["opens_at"][:5]) == ("Programa Migrantes", "09:00")
    api.client.put(f"/v1/services/{both}", json=service(spots=[there]), headers=api.as_("directory"))
    left = _read(api, "service_at_locations", "service_at_locations")["contents"]
    assert sorted(each["service_id"] for each in left) == sorted([both, other])


def test_no_term_stands_below_another(api: Api) -> None:
    whole = _read(api, "taxonomy_terms", "taxonomy_terms")
    assert _read(api, "taxonomy_terms", "taxonomy_terms", top_only=True) == whole
    assert _read(api, "taxonomy_terms", "taxonomy_terms", parent_id=whole["contents"][0]["id"])["empty"]


def test_pages_are_turned_by_number(api: Api) -> None:
    all_ids = [_add(api, name=f"Servicio {number}") for number in range(7)]
    pages = [_read(api, "services", "services", page=number, per_page=3) for number in (1, 2, 3, 4)]
    assert [id for page in pages for id in _ids(page)] == all_ids
    assert [(page["first_page"], page["last_page"], page["size"], page["empty"]) for page in pages] == [
        (True, False, 3, False),
        (False, False, 3, False),
        (False, True, 1, False),
        (False, True, 0, True),
    ]
    assert {(page["total_items"], page["total_pages"]) for page in pages} == {(7, 3)}


def test_pages_stay_whole_when_services_are_changed_and_refused(api: Api) -> None:
    first = _add(api)
    api.client.put(f"/v1/services/{first}", json=service(cost="Otro."), headers=api.as_("directory"))
    assert api.client.post("/v1/services", json=service(commune="99999"), headers=api.as_("directory")).status_code == 422
    with api.database.transaction() as session:
        seed(session, read_services()[:3])
        seed(session, read_services()[:5])
    last = _add(api)
    pages = [_ids(_read(api, "services", "services", page=number, per_page=1)) for number in range(1, 8)]
    assert (pages[0], pages[-1]) == ([first], [last])
    assert len({*map(tuple, pages)}) == 7


def test_the_terms_come_in_the_language_asked_for(api: Api) -> None:
    health = identifier("tema", "HEALTH")
    spoken = [_read(api, "taxonomy_term", f"taxonomy_terms/{health}", lang=lang) for lang in ("es", "ht")]
    assert [(each["code"], each["language"]) for each in spoken] == [("HEALTH", "es"), ("HEALTH", "ht")]
    assert spoken[0]["name"] == "Salud"
    assert spoken[1]["name"] != "Salud"
    found = _read(api, "taxonomy_terms", "taxonomy_terms", search="salud", taxonomy_id=identifier("taxonomia", "temas"))
    assert {each["code"] for each in found["contents"]} == {"HEALTH", "MENTAL"}


def test_the_address_says_what_it_is(api: Api) -> None:
    told = api.client.get("/hsds/").json()
    assert told["version"].startswith("3.1")
    assert told["openapi_url"] == "http://testserver/openapi.json"
    assert told["publisher"]["name"] == "Sello Migrante"


@pytest.mark.parametrize("what", ["services", *ONES])
def test_what_is_not_there_is_not_found(api: Api, what: str) -> None:
    assert api.client.get(f"/hsds/{what}/00000000-0000-4000-8000-000000000000").status_code == 404
    assert problem(api.client.get(f"/hsds/{what}/1")) == (422, "invalid-request")


def test_what_cannot_be_asked_is_refused(api: Api) -> None:
    assert problem(api.client.get("/hsds/services", params={"commune": "99999"})) == (422, "unknown-commune")
    for asked in ({"page": "0"}, {"per_page": "501"}, {"modified_after": "ayer"}, {"commune": "San Antonio"}):
        assert problem(api.client.get("/hsds/services", params=asked)) == (422, "invalid-request")


@pytest.mark.parametrize(
    ("kind", "spoilt"),
    [
        ("service", {"alert": None}),
        ("service", {"id": "1"}),
        ("service", {"url": "www sello cl"}),
        ("service", {"status": "activo"}),
        ("service", {"last_modified": "2026-11-24"}),
        ("service", {"languages": [{"id": identifier("x"), "code": "español"}]}),
        ("service", {"phones": []}),
        ("service", {"gratis": True}),
        ("taxonomy_term", {"description": None}),
    ],
)
def test_the_schemas_find_what_is_wrong(api: Api, kind: str, spoilt: dict[str, object]) -> None:
    path = f"services/{_add(api)}" if kind == "service" else f"taxonomy_terms/{identifier('tema', 'HEALTH')}"
    assert findings(kind, {**_read(api, kind, path), **spoilt}) != []
