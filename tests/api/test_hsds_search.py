"""Services found by their words, and the places where they are given."""

from content.local_services import identifier
from tests.api.conftest import Api
from tests.api.hsds_reading import add, ids, read
from tests.api.services import service


def test_words_are_found_whole_or_begun_in_any_text(api: Api) -> None:
    one = add(api, name="Clases de Créole", how="Pida hora: 预约服务", who_may_use="x" * 1000)
    two = add(api, name="Atención", description="Clínica móvil. Niñez y créditos.")
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
        assert set(ids(read(api, "services", "services", search=search))) == found, search
    listed = [ids(read(api, "services", "services", search="san", page=page, per_page=1)) for page in (1, 2, 3)]
    assert sorted(listed) == sorted([[], [one], [two]])
    api.client.put(f"/v1/services/{two}", json=service(name="Creole", description="Clínica."), headers=api.as_("directory"))
    assert set(ids(read(api, "services", "services", search="creole"))) == {one, two}
    assert ids(read(api, "services", "services", search="movil")) == []
    assert ids(read(api, "services", "services", search="clinica")) == [two]


def test_the_places_of_services_are_a_list_of_their_own(api: Api) -> None:
    here = {"address": "Barros Luco 1881", "commune": "05601", "latitude": -33.5806, "longitude": -71.6132}
    there = {"address": "Calle Larga 1", "commune": "13101"}
    both = add(api, spots=[here, there])
    other = add(api, commune=None, spots=[there], papers="with_run", organization={"id": identifier("o"), "name": "Otra"})
    add(api, spots=[])
    for asked, found in (
        ({}, [(both, "Barros Luco 1881"), (both, "Calle Larga 1"), (other, "Calle Larga 1")]),
        ({"commune": "13101"}, [(both, "Calle Larga 1"), (other, "Calle Larga 1")]),
        ({"organization_id": identifier("o")}, [(other, "Calle Larga 1")]),
        ({"taxonomy_term_id": identifier("papeles", "any"), "commune": "05601"}, [(both, "Barros Luco 1881")]),
        ({"taxonomy_term_id": "no"}, []),
        ({"modified_after": "2090-01-01T00:00:00Z"}, []),
        ({"search": "nada así"}, []),
    ):
        told = read(api, "service_at_locations", "service_at_locations", **asked)["contents"]
        assert sorted((each["service_id"], each["location"]["name"]) for each in told) == sorted(found), asked
    pages = [read(api, "service_at_locations", "service_at_locations", page=page, per_page=2) for page in (1, 2)]
    listed = [each for page in pages for each in page["contents"]]
    assert (len({each["id"] for each in listed}), pages[1]["last_page"], pages[1]["total_items"]) == (3, True, 3)
    named = read(api, "service", f"services/{both}")["service_at_locations"]
    for each in named:
        one = read(api, "service_at_location", f"service_at_locations/{each['id']}")
        assert {name: one[name] for name in each} == each
        assert (one["description"], one["schedules"][0]["opens_at"][:5]) == ("Programa Migrantes", "09:00")
    api.client.put(f"/v1/services/{both}", json=service(spots=[there]), headers=api.as_("directory"))
    left = read(api, "service_at_locations", "service_at_locations")["contents"]
    assert sorted(each["service_id"] for each in left) == sorted([both, other])
