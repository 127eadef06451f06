"""Services of other directories, in HSDS: what is good is kept, what is not is named with its reason."""

import json
from collections.abc import Mapping

import pytest

from tests.api.taking import Take, take

__all__ = ["take"]


def document(**other: object) -> dict[str, object]:
    """A service as another directory has it."""
    return {
        "id": "7E56C9BE-f319-5883-92ec-07c978bfc43f",
        "name": "Clínica móvil",
        "status": "active",
        "organization": {"id": "37cffcd9-0d51-5a7f-8721-0aa76c3db29e", "name": "Fundación Salud", "description": "Una fundación"},
        "attributes": [{"id": "1", "taxonomy_term": {"code": "HEALTH"}}],
        "service_areas": [{"id": "1", "name": "San Antonio"}],
        **other,
    }


def test_nulls_count_as_not_there(take: Take) -> None:
    nothing = dict.fromkeys(
        (
            "id",
            "status",
            "description",
            "url",
            "phones",
            "required_documents",
            "languages",
            "service_at_locations",
            "assured_date",
        )
    )
    times = {"id": None, "byday": "MO,WE", "opens_at": "09:00-03:00", "closes_at": "13:00Z", "freq": None}
    imported = take.documents(document(**nothing, schedules=[times, {"byday": None}, None]))
    assert (imported.kept, imported.refused) == (1, [])
    [kept] = take.kept()
    assert (kept.name, kept.status, kept.commune, kept.languages) == ("Clínica móvil", "active", "05601", ["es"])
    assert [(each.weekdays, f"{each.opens:%H:%M}") for each in kept.hours] == [([0, 2], "09:00")]


@pytest.mark.parametrize("form", ["one", "page", "array", "array with a mark"])
def test_one_service_a_page_and_an_array_are_read(take: Take, form: str) -> None:
    forms = {
        "one": json.dumps(document()),
        "page": json.dumps({"total_items": 1, "contents": [document()], "empty": False}),
        "array": json.dumps([document()]),
        "array with a mark": "\ufeff" + json.dumps([document()]),
    }
    imported = take(forms[form], "directorio.json")
    assert (imported.kept, imported.refused, imported.broken) == (1, [], "")


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"name": None}, "nombre: falta"),
        ({"organization": None}, "entrega: falta"),
        ({"attributes": [{"taxonomy_term": {"code": "BH-1800"}}]}, "temas: no conocemos «BH-1800»"),
        ({"attributes": None}, "temas: falta"),
        ({"id": "123"}, "id: no es un identificador"),
        ({"status": "open"}, "estado: «open» no sirve"),
        ({"service_areas": [{"extent": "99999", "extent_type": "text"}]}, "comuna: no existe ninguna con el código «99999»"),
        ({"schedules": [{"byday": "LU", "opens_at": "09:00", "closes_at": "10:00"}]}, "horario: «LU» no es un día"),
        ({"schedules": [{"byday": "MO", "opens_at": "nueve", "closes_at": "10:00"}]}, "horario: «nueve» no es una hora"),
        ({"schedules": [{"byday": "MO", "opens_at": "18:00", "closes_at": "10:00"}]}, "horario: cierra antes de abrir"),
        ({"schedules": [{"byday": "1MO", "freq": "MONTHLY"}]}, "solo guardamos horarios que se repiten cada semana"),
        ({"url": "www.clinica.cl"}, "web: «www.clinica.cl» no es la dirección de una página"),
    ],
)
def test_a_bad_document_is_named_with_its_reason(take: Take, other: Mapping[str, object], reason: str) -> None:
    good = document(id="00000000-0000-4000-8000-000000000001")
    imported = take.documents(document(**other), good)
    assert imported.kept == 1
    assert len(imported.refused) == 1
    assert imported.refused[0].startswith("Servicio 1")
    assert reason in imported.refused[0]


def test_a_place_outside_chile_is_refused(take: Take) -> None:
    address = {"address_1": "Rue 1", "city": "San Antonio", "postal_code": "2660000"}
    spots = [{"location": {"latitude": "48.8", "longitude": 2.3, "addresses": [address]}}]
    [refused] = take.documents(document(service_at_locations=spots)).refused
    assert "lugares: «48.8» queda fuera de Chile" in refused


def test_what_came_before_a_broken_end_is_kept(take: Take) -> None:
    imported = take(json.dumps([document(), 3])[:-1] + ', {"name": ', "servicios.json")
    assert (imported.kept, imported.refused) == (1, ["Servicio 2: no es un servicio de HSDS"])
    assert "no es JSON después del servicio 2" in imported.broken
