"""The programme's own services come into the directory, and never over what somebody edited."""

from dataclasses import replace

from api.directory.seeding import seed, written
from content.reading import read_services
from tests.api.conftest import Api


def test_all_of_them_are_written_once(api: Api) -> None:
    services = read_services()
    with api.database.transaction() as session:
        assert seed(session, services) == len(services)
    with api.database.transaction() as session:
        assert seed(session, services) == 0
    read = api.client.get(f"/v1/services/{services[0].id}", params={"lang": "es"}).json()
    assert read["name"]["text"] == services[0].name


def test_a_later_edition_of_the_files_is_taken_over(api: Api) -> None:
    first = read_services()[0]
    with api.database.transaction() as session:
        seed(session, [first])
        assert seed(session, [replace(first, cost="Cuesta $ 1.000.")]) == 1
    assert api.client.get(f"/v1/services/{first.id}").json()["cost"]["text"] == "Cuesta $ 1.000."


def test_what_somebody_edited_stays(api: Api) -> None:
    first = read_services()[0]
    with api.database.transaction() as session:
        seed(session, [first])
    edited = written(replace(first, cost="Pregunte el precio.")).model_dump(mode="json")
    api.client.put(f"/v1/services/{first.id}", json=edited, headers=api.as_("directory"))
    with api.database.transaction() as session:
        assert seed(session, [replace(first, cost="Otra cosa.")]) == 0
    assert api.client.get(f"/v1/services/{first.id}").json()["cost"]["text"] == "Pregunte el precio."
