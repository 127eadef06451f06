"""Services in and out by file: what is good is kept, what is not is named with its reason, what went out comes in the same."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.contract import ServiceWritten
from api.directory import cells, exporting, records
from api.directory.cells import Cells
from api.directory.importing import Imported, import_services
from api.directory.refusing import Places
from api.directory.seeding import seed
from api.library import Library
from content.reading import read_services
from tests.api.conftest import Api
from tests.api.hsds_schemas import findings
from tests.api.services import MUNICIPALITY, service

HEADER = "nombre;comuna;temas;horario;telefonos;llevar"
GOOD = "Orientación;5601;Salud | INFO;lunes a viernes 9:00-14:00 | sá 10.30 a 13;+56 35 233-7205 (WhatsApp);Cédula | Pasaporte"


@pytest.fixture
def take(api: Api, tmp_path: Path) -> "Take":
    return Take(api, tmp_path)


class Take:
    """Imports what a file has."""

    def __init__(self, api: Api, folder: Path) -> None:
        self.api, self.folder = api, folder

    def __call__(self, written: str | bytes, name: str = "servicios.csv") -> Imported:
        file = self.folder / name
        file.write_bytes(written if isinstance(written, bytes) else written.encode())
        return import_services(self.api.database, self.api.library, file, lambda _: None)

    def sheet(self, *rows: str) -> Imported:
        """A sheet with these rows under the usual columns."""
        return self("\n".join((HEADER, *rows)))

    def documents(self, *documents: object) -> Imported:
        """An array of HSDS."""
        return self(json.dumps(documents), "servicios.json")

    def kept(self) -> list[ServiceWritten]:
        """Every service that is there."""
        with self.api.database.look() as session:
            return [ServiceWritten.model_validate_json(row.document) for row in records.stream(session)]


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


def test_a_row_is_read_as_people_write_it(take: Take) -> None:
    imported = take.sheet(GOOD)
    assert (imported.kept, imported.refused) == (1, [])
    [kept] = take.kept()
    assert (kept.commune, kept.categories, kept.bring) == ("05601", ["HEALTH", "INFO"], ["Cédula", "Pasaporte"])
    assert kept.organization.model_dump() == MUNICIPALITY
    assert [(each.weekdays, f"{each.opens:%H:%M}", f"{each.closes:%H:%M}") for each in kept.hours] == [
        ([0, 1, 2, 3, 4], "09:00", "14:00"),
        ([5], "10:30", "13:00"),
    ]
    assert [(each.number, each.note) for each in kept.phones] == [("+56 35 233 7205", "WhatsApp")]


@pytest.mark.parametrize("separator", [";", ","])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16"])
def test_every_usual_way_of_writing_a_sheet_is_read(take: Take, encoding: str, separator: str) -> None:
    written = (
        separator.join(("nombre", "comuna", "temas")) + "\r\n" + separator.join(("Niñez y atención", "San Antonio", "CHILD"))
    )
    assert take(written.encode(encoding)).refused == []
    assert [each.name for each in take.kept()] == ["Niñez y atención"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("A;05601;HEALTH;lunes 18:00-09:00;;", "horario: cierra antes de abrir"),
        ("A;05601;HEALTH;lunes 25:00-26:00;;", "horario: «25:00» no es una hora"),
        ("A;05601;HEALTH;juernes 09:00-10:00;;", "horario: «juernes» no es un día. ¿Quiso decir «jueves»?"),
        ("A;05601;HEALTH;viernes a lunes 09:00-10:00;;", "horario: «viernes a lunes» va al revés"),
        ("A;05601;HEALTH;lunes y lunes 09:00-10:00;;", "horario: un día está dos veces"),
        ("A;05601;HEALTH;siempre;;", "horario: no entendemos «siempre»"),
        ("A;99999;HEALTH;;;", "comuna: no existe ninguna con el código «99999»"),
        ("A;San Antoño;HEALTH;;;", "comuna: no conocemos «San Antoño». ¿Quiso decir «San Antonio»?"),
        ("A;05601;HEALT;;;", "temas: no conocemos «HEALT». ¿Quiso decir «HEALTH»?"),
        ("A;05601;;;;", "temas: falta"),
        (";05601;HEALTH;;;", "nombre: falta"),
        ("A;;HEALTH;;;", "entrega: falta"),
        ("A;05601;HEALTH;;llame de día;", "telefonos: «llame de día» no es un teléfono"),
        ("A;05601;HEALTH;;;;;", "tiene más celdas que columnas"),
        (f"{'A' * 301};05601;HEALTH;;;", "nombre: tiene más de 300 letras"),
        ("A\0;05601;HEALTH;;;", "nombre: tiene un carácter que no se puede guardar"),
        (f"{'A' * 200_000};05601;HEALTH;;;", "no se puede leer"),
    ],
)
def test_a_bad_row_is_named_with_its_reason_and_the_others_are_kept(take: Take, row: str, reason: str) -> None:
    imported = take.sheet(row, GOOD)
    assert imported.kept == 1
    assert len(imported.refused) == 1
    assert imported.refused[0].startswith("Fila 2")
    assert reason in imported.refused[0]


def test_what_stands_twice_is_kept_once(take: Take) -> None:
    imported = take.sheet(GOOD, GOOD)
    assert (imported.kept, imported.refused) == (1, ["Fila 3 («Orientación»): es el mismo servicio que en: Fila 2"])


def test_the_same_file_again_changes_nothing(take: Take) -> None:
    first, again = take.sheet(GOOD), take.sheet(GOOD)
    assert (first.kept, first.same, again.kept, again.same) == (1, 0, 0, 1)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", "no tiene ninguna fila"),
        ("nombre;tema\nA;HEALTH", "No conocemos la columna «tema». ¿Quiso decir «temas»?"),
        ("nombre;comuna\nA;05601", "Falta la columna «temas»."),
    ],
)
def test_a_file_that_is_no_such_sheet_is_told(take: Take, written: str, said: str) -> None:
    assert said in take(written).broken


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


@pytest.mark.parametrize("form", ["csv", "hsds"])
def test_what_went_out_comes_in_the_same(take: Take, form: str) -> None:
    odd = service(
        name="=1+1",
        bring=["A | B", "C; «D»"],
        cost="Gratis;\n«o casi»",
        hours=[{"weekdays": [4, 0], "opens": "00:00", "closes": "23:59"}],
    )
    api = take.api
    with api.database.transaction() as session:
        seed(session, read_services())
    assert api.client.post("/v1/services", json=odd, headers=api.as_("directory")).status_code == 201
    before, file = take.kept(), take.folder / f"salida.{form}"
    with api.database.look() as session:
        if form == "csv":
            exporting.export_csv(session, file)
        else:
            exporting.export_hsds(session, api.library, file)
    imported = take(file.read_bytes(), file.name)
    assert (imported.kept, imported.refused, imported.broken) == (0, [], "")
    assert imported.same == len(before)
    assert take.kept() == before
    if form == "hsds":
        assert findings("services in full", json.loads(file.read_text(encoding="utf-8"))) == []


def test_a_formula_is_not_run_by_the_spreadsheet(take: Take) -> None:
    take.api.client.post("/v1/services", json=service(name="=HYPERLINK(1)"), headers=take.api.as_("directory"))
    with take.api.database.look() as session:
        exporting.export_csv(session, take.folder / "salida.csv")
    assert ";'=HYPERLINK(1);" in (take.folder / "salida.csv").read_text(encoding="utf-8-sig")


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp", "Cf"], exclude_characters="\\"),
    min_size=1,
    max_size=20,
)
HOURS = st.builds(
    lambda days, opens, closes: {"weekdays": days, "opens": f"{opens:02}:30", "closes": f"{closes:02}:45"},
    st.lists(st.integers(0, 6), min_size=1, unique=True),
    st.integers(0, 11),
    st.integers(11, 23),
)
SERVICES = st.fixed_dictionaries(
    {"name": WORDS, "description": WORDS, "bring": st.lists(WORDS, max_size=3), "hours": st.lists(HOURS, max_size=3)}
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(other=SERVICES)
def test_any_service_is_the_same_in_cells(library: Library, other: Mapping[str, object]) -> None:
    written = ServiceWritten.model_validate(service(**other))
    read = Cells(Places(library.communes), library.categories).read(cells.write("", written))
    assert ServiceWritten.model_validate({name: value for name, value in read.items() if name != "id"}) == written
