"""Communes found by what people type: in a hurry, by ear, abbreviated, with the region, in other languages. Never guessed."""

import csv
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.catalogues import LOCALES
from content.directory import Communes
from content.folding import folded
from content.reading import ContentMistakes, read_communes

COMMUNES = read_communes()
FOLDER = LOCALES.parent / "content" / "comunas"

TYPED = {
    # as they are, without accents, in another case
    "Ñuñoa": "Ñuñoa", "nunoa": "Ñuñoa", "ÑUÑOA": "Ñuñoa",
    "maipu": "Maipú", "PEÑALOLEN": "Peñalolén", "  viña   del mar ": "Viña del Mar",
    "san pedro de la paz": "San Pedro de la Paz", "San Pedro": "San Pedro", "ohiggins": "O'Higgins", "13101": "Santiago",
    # abbreviated
    "stgo": "Santiago", "Sta. Juana": "Santa Juana",
    "sta cruz": "Santa Cruz", "Sto. Domingo": "Santo Domingo", "S. Antonio": "San Antonio",
    "S Bernardo": "San Bernardo", "San Bdo": "San Bernardo", "sn miguel": "San Miguel", "Pto. Montt": "Puerto Montt",
    "P. Montt": "Puerto Montt", "p hurtado": "Padre Hurtado", "P. Alto": "Puente Alto", "Pte Alto": "Puente Alto",
    "p aguirre cerda": "Pedro Aguirre Cerda", "PAC": "Pedro Aguirre Cerda",
    "Gral. Lagos": "General Lagos", "Cº Navia": "Cerro Navia",
    "C. Navia": "Cerro Navia", "viña": "Viña del Mar", "V. Alemana": "Villa Alemana", "est central": "Estación Central",
    "Pta Arenas": "Punta Arenas", "qta normal": "Quinta Normal", "nva imperial": "Nueva Imperial", "conce": "Concepción",
    "valpo": "Valparaíso", "san jq": "San Joaquín",
    # misspelt
    "valparaizo": "Valparaíso", "balparaiso": "Valparaíso", "consepcion": "Concepción", "ñuñoha": "Ñuñoa", "maypu": "Maipú",
    "Antofagas": "Antofagasta", "iquike": "Iquique", "la cerena": "La Serena", "coyaique": "Coyhaique", "aisen": "Aysén",
    "los anjeles": "Los Ángeles", "San Pedro de la Pas": "San Pedro de la Paz", "cavo de hornos": "Cabo de Hornos",
    "punta arena": "Punta Arenas", "pudaguel": "Pudahuel",
    "pudauel": "Pudahuel", "wechuraba": "Huechuraba", "peñalolem": "Peñalolén",
    "chiyan": "Chillán", "altospicio": "Alto Hospicio",
    "lo varnechea": "Lo Barnechea", "vitakura": "Vitacura", "kilpue": "Quilpué",
    "sanbernardo": "San Bernardo", "treguaco": "Trehuaco", "llay llay": "Llaillay", "til til": "Tiltil",
    # with the region, or the word for the institution
    "santiago rm": "Santiago", "san pedro rm": "San Pedro",
    "los angeles biobio": "Los Ángeles", "los lagos los rios": "Los Lagos",
    "Maipú, Santiago": "Maipú", "temuco araucania": "Temuco", "san antonio quinta region": "San Antonio",
    "Valparaíso V región": "Valparaíso",
    "Municipalidad de La Florida": "La Florida", "I. Municipalidad de Recoleta": "Recoleta",
    "comuna de Colina": "Colina", "trabajo en la municipalidad de colina": "Colina",
    # by other names
    "rapa nui": "Isla de Pascua", "puerto natales": "Natales",
    "san vicente de tagua tagua": "San Vicente", "la calera": "Calera",
    # as heard in Creole
    "sanntyago": "Santiago", "estasyon santral": "Estación Central", "rekoleta": "Recoleta", "kilikira": "Quilicura",
    "komin Maipou": "Maipú", "meri kilpwe": "Quilpué", "konsepsyon": "Concepción", "kopyapo": "Copiapó", "ikike": "Iquique",
    # in Chinese
    "圣地亚哥": "Santiago", "圣地亚哥市": "Santiago", "伊基克": "Iquique", "复活节岛": "Isla de Pascua",
}  # fmt: skip

NONSENSE = [
    "", " ", ".", "¿?", "a", "el", "si", "no", "no sé", "ok", "asdfgh", "qwerty", "xxxx", "12345", "99999",
    "1310", "hola", "hola buenos días", "quiero ayuda", "necesito un médico", "gracias", "menu", "/start",
    "continuar", "pizza", "perro", "la la la", "de la", "region", "municipalidad", "comuna", "😀", "你好", "北京",
    "mwen bezwen èd", "bonjou", "thank you", "Buenos Aires", "Port-au-Prince", "Caracas", "Bogotá", "Haiti",
    "Venezuela", "Perú", "México", "RUT 12.345.678-9", "trabajo",
]  # fmt: skip


@pytest.mark.parametrize(("typed", "name"), TYPED.items())
def test_what_is_typed_is_offered_first(typed: str, name: str) -> None:
    found = COMMUNES.find(typed)
    assert found[0].commune.name == name, [(each.commune.name, each.score) for each in found]


@pytest.mark.parametrize("typed", NONSENSE)
def test_what_is_like_no_commune_offers_none(typed: str) -> None:
    assert [(each.commune.name, each.score) for each in COMMUNES.find(typed)] == []


def test_every_commune_is_found_by_its_own_name_first() -> None:
    for commune in COMMUNES.all():
        for typed in (
            commune.name,
            folded(commune.name).upper(),
            f"Municipalidad de {commune.name}",
            f"{commune.name}, {commune.region}",
        ):
            found = COMMUNES.find(typed)
            assert found[0].commune is commune, typed
        assert COMMUNES.find(commune.name)[0].score == 100


@given(st.data())
def test_a_slip_of_one_letter_still_offers_the_commune(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from([each.name for each in COMMUNES.all() if len(each.name) >= 6]))
    place = data.draw(st.integers(1, len(name) - 1))
    slip = data.draw(st.sampled_from([name[:place] + name[place + 1 :], name[:place] + name[place] + name[place:]]))
    assert name in [each.commune.name for each in COMMUNES.find(slip)], slip


@given(st.text(max_size=200))
def test_anything_can_be_typed(typed: str) -> None:
    found = COMMUNES.find(typed)
    assert len(found) <= 6
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert all(75 <= each.score <= 100 for each in found)


def test_communes_of_like_names_are_all_offered_and_the_exact_one_first() -> None:
    found = [each.commune.name for each in COMMUNES.find("san pedro")]
    assert found[0] == "San Pedro"
    assert {"San Pedro de la Paz", "San Pedro de Atacama"} <= set(found)
    assert len(COMMUNES.find("san pedro", limit=2)) == 2


def test_the_region_chooses_among_like_names() -> None:
    assert COMMUNES.find("san pedro antofagasta")[0].commune.name == "San Pedro de Atacama"
    assert {each.commune.region for each in COMMUNES.find("san rosendo biobio")} == {"Biobío"}


def test_the_country_is_whole() -> None:
    assert len(COMMUNES.all()) == 346
    assert sum(commune.has_municipality for commune in COMMUNES.all()) == 345
    assert len({commune.region for commune in COMMUNES.all()}) == 16
    assert sum(commune.population for commune in COMMUNES.all()) == 18_480_432
    antarctica = COMMUNES.of("12202")
    assert (antarctica.has_municipality, antarctica.administered_by) == (False, "12201")
    assert COMMUNES.of("12201").name == "Cabo de Hornos"
    assert COMMUNES.of("01101").region == "Tarapacá"
    with pytest.raises(KeyError):
        COMMUNES.of("1101")


def edited(tmp_path: Path, file: str, line: int, column: str, value: str | None) -> Path:
    shutil.copytree(FOLDER, tmp_path / "comunas")
    table = tmp_path / "comunas" / file
    rows = list(csv.reader(table.read_text(encoding="utf-8").splitlines()))
    if value is None:
        rows[line - 1].pop()
    else:
        rows[line - 1][rows[0].index(column)] = value
    with table.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "line", "column", "value", "what", "remedy"),
    [
        ("comunas.csv", 2, "cut", "1101", "perdió el cero inicial", "01101"),
        ("comunas.csv", 2, "cut", "x", "no es un código", "cinco"),
        ("comunas.csv", 3, "cut", "01101", "ya está en la línea 2", "uno de los dos"),
        ("comunas.csv", 2, "region", "17", "no hay región «17»", "Puede ser"),
        ("comunas.csv", 2, "region", "02", "no es de la región 02", "Corrija"),
        ("comunas.csv", 2, "municipalidad", "si", "«municipalidad» dice «si»", "sí, no"),
        ("comunas.csv", 2, "municipalidad", "no", "no calzan", "código"),
        ("comunas.csv", 2, "administrada_por", "01107", "no calzan", "código"),
        ("comunas.csv", 2, "administrada_por", "99999", "«99999», que no es", ""),
        ("comunas.csv", 2, "poblacion_2024", "muchas", "«poblacion_2024» no es un número", "cifras"),
        ("comunas.csv", 2, "dependencia_fcm_2023", "12,5", "«dependencia_fcm_2023» no es un número", "punto"),
        ("comunas.csv", 2, "nombre", "", "falta el nombre", "Escríbalo"),
        ("comunas.csv", 3, "nombre", "iquique", "ya nombra a la comuna 01101", "una sola"),
        ("comunas.csv", 1, "cut", "codigo", "faltan columnas: cut", "primera línea"),
        ("comunas.csv", 5, "", None, "hay 10 celdas y deben ser 11", "comas"),
        ("nombres.csv", 2, "cut", "4105", "perdió el cero inicial", "04105"),
        ("nombres.csv", 2, "nombre", "Santiago", "ya nombra a la comuna", "una sola"),
        ("palabras.csv", 1, "escrito", "palabra", "faltan columnas: escrito", "primera línea"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_tables_is_named_with_its_line(
    tmp_path: Path, file: str, line: int, column: str, value: str | None, what: str, remedy: str
) -> None:
    with pytest.raises(ContentMistakes) as refused:
        read_communes(edited(tmp_path, file, line, column, value))
    matching = [each for each in refused.value.complaints if what in each.what]
    assert [(each.file, each.line) for each in matching][:1] == [(f"content/comunas/{file}", line)], refused.value
    assert remedy in matching[0].remedy


def test_a_missing_table_and_unreadable_accents_are_named(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "comunas")
    (tmp_path / "comunas" / "palabras.csv").unlink()
    (tmp_path / "comunas" / "nombres.csv").write_bytes("cut,nombre\n05109,Viña\n".encode("latin-1"))
    with pytest.raises(
        ContentMistakes, match=r"nombres\.csv, línea 1: los acentos[^\n]*\n.*palabras\.csv, línea 1: falta este archivo"
    ):
        read_communes(tmp_path)


def test_a_table_saved_by_a_spreadsheet_with_its_mark_is_read(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "comunas")
    table = tmp_path / "comunas" / "comunas.csv"
    table.write_bytes(b"\xef\xbb\xbf" + table.read_bytes().replace(b"\n", b"\r\n"))
    assert isinstance(read_communes(tmp_path), Communes)
