"""The directory as other directories read it: every answer is valid HSDS, and what is asked for is what comes."""

import pytest

from api.directory.seeding import seed
from content.local_services import identifier
from content.reading import read_services
from tests.api.cases import problem
from tests.api.conftest import Api
from tests.api.hsds_reading import add, ids, read
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


@pytest.mark.parametrize("lang", ["es", "ht"])
def test_nothing_is_found_in_any_answer(api: Api, lang: str) -> None:
    for other in CORNERS:
        add(api, **other)
    with api.database.transaction() as session:
        seed(session, read_services())
    listed = read(api, "services", "services", per_page=500, lang=lang)
    assert listed["total_items"] == len(read_services()) + len(CORNERS)
    assert ids(read(api, "services in full", "services", full=True, per_page=500, lang=lang)) == ids(listed)
    assert ids(read(api, "services", "services", minimal=True, per_page=500, lang=lang)) == ids(listed)
    for id in ids(listed):
        assert read(api, "service", f"services/{id}", lang=lang)["id"] == id
    for kind, one in ONES.items():
        for id in ids(read(api, kind, kind, per_page=500, lang=lang)):
            assert read(api, one, f"{kind}/{id}", lang=lang)["id"] == id
    for kind in ("organizations", "service_at_locations"):
        read(api, f"{kind} in full", kind, full=True, per_page=500, lang=lang)


def test_a_service_says_all_that_is_known(api: Api) -> None:
    told = read(api, "service", f"services/{add(api, **EVERYTHING)}")
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
        read(api, "service", f"services/{add(api, commune=cut)}")["schedules"][0]["timezone"] for cut in ("12101", "05201")
    ]
    assert offsets[0] == -3
    assert offsets[1] in (-5, -6)


def test_lists_are_narrowed(api: Api) -> None:
    here = add(api, name="Clases de creole", categories=["LANG"])
    there = add(api, name="Consultorio", categories=["HEALTH"], commune="13101", papers="with_run")
    everywhere = add(api, commune=None, organization={"id": identifier("organizacion", "otra"), "name": "Otra"})
    terms = {each["code"]: each["id"] for each in read(api, "taxonomy_terms", "taxonomy_terms")["contents"]}
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
        assert set(ids(read(api, "services", "services", **asked))) == found, asked
    assert len(ids(read(api, "organizations", "organizations"))) == 2
    assert ids(read(api, "organizations", "organizations", taxonomy_term_id=terms["LANG"])) == [MUNICIPALITY["id"]]


def test_what_changed_at_that_time_or_later_is_asked_for(api: Api) -> None:
    earlier, later = add(api), add(api)
    moment = read(api, "service", f"services/{later}")["last_modified"]
    found = ids(read(api, "services", "services", modified_after=moment))
    assert found == [later]
    assert earlier not in found


def test_no_term_stands_below_another(api: Api) -> None:
    whole = read(api, "taxonomy_terms", "taxonomy_terms")
    assert read(api, "taxonomy_terms", "taxonomy_terms", top_only=True) == whole
    assert read(api, "taxonomy_terms", "taxonomy_terms", parent_id=whole["contents"][0]["id"])["empty"]


def test_pages_are_turned_by_number(api: Api) -> None:
    all_ids = [add(api, name=f"Servicio {number}") for number in range(7)]
    pages = [read(api, "services", "services", page=number, per_page=3) for number in (1, 2, 3, 4)]
    assert [id for page in pages for id in ids(page)] == all_ids
    assert [(page["first_page"], page["last_page"], page["size"], page["empty"]) for page in pages] == [
        (True, False, 3, False),
        (False, False, 3, False),
        (False, True, 1, False),
        (False, True, 0, True),
    ]
    assert {(page["total_items"], page["total_pages"]) for page in pages} == {(7, 3)}


def test_pages_stay_whole_when_services_are_changed_and_refused(api: Api) -> None:
    first = add(api)
    api.client.put(f"/v1/services/{first}", json=service(cost="Otro."), headers=api.as_("directory"))
    assert api.client.post("/v1/services", json=service(commune="99999"), headers=api.as_("directory")).status_code == 422
    with api.database.transaction() as session:
        seed(session, read_services()[:3])
        seed(session, read_services()[:5])
    last = add(api)
    pages = [ids(read(api, "services", "services", page=number, per_page=1)) for number in range(1, 8)]
    assert (pages[0], pages[-1]) == ([first], [last])
    assert len({*map(tuple, pages)}) == 7


def test_the_terms_come_in_the_language_asked_for(api: Api) -> None:
    health = identifier("tema", "HEALTH")
    spoken = [read(api, "taxonomy_term", f"taxonomy_terms/{health}", lang=lang) for lang in ("es", "ht")]
    assert [(each["code"], each["language"]) for each in spoken] == [("HEALTH", "es"), ("HEALTH", "ht")]
    assert spoken[0]["name"] == "Salud"
    assert spoken[1]["name"] != "Salud"
    found = read(api, "taxonomy_terms", "taxonomy_terms", search="salud", taxonomy_id=identifier("taxonomia", "temas"))
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
    path = f"services/{add(api)}" if kind == "service" else f"taxonomy_terms/{identifier('tema', 'HEALTH')}"
    assert findings(kind, {**read(api, kind, path), **spoilt}) != []
