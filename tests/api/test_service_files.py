"""Services in and out by file: what is good is kept, what is not is named with its reason, what went out comes in the same."""

import json
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.contract import ServiceWritten
from api.directory import cells, exporting
from api.directory.cells import Cells
from api.directory.refusing import Places
from api.directory.seeding import seed
from api.library import Library
from content.reading import read_services
from tests.api.hsds_schemas import findings
from tests.api.services import MUNICIPALITY, service
from tests.api.taking import Take, take

__all__ = ["take"]
GOOD = "Orientación;5601;Salud | INFO;lunes a viernes 9:00-14:00 | sá 10.30 a 13;+56 35 233-7205 (WhatsApp);Cédula | Pasaporte"


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
    read = Cells.of(Places(library.communes), library.categories).read(cells.write("", written))
    assert ServiceWritten.model_validate({name: value for name, value in read.items() if name != "id"}) == written
