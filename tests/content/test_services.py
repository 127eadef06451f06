"""The directory's own files, and every mistake that a person can make in them."""

from pathlib import Path
from re import search
from shutil import copytree

import pytest

from content.local_services import Category, Papers, identifier
from content.reading import CONTENT, ContentMistakes, read_categories, read_services


def test_every_category_is_told_in_its_order() -> None:
    assert list(read_categories()) == list(Category)


def test_every_category_has_a_service_of_all_chile() -> None:
    assert {category for each in read_services() if each.commune is None for category in each.categories} == set(Category)


def test_no_number_that_nobody_confirmed_is_shown() -> None:
    shown = {phone.number for service in read_services() for phone in service.phones}
    unconfirmed = {"147", "*4141", "600 450 4000", "600 901 1111", "600 440 2000", "800 104 777", "800 730 800", "600 486 3000"}
    assert shown & unconfirmed == set()
    assert {"1455", "600 600 2626", "600 360 7777", "134"} <= shown


def test_every_service_of_all_chile_says_what_to_do_next() -> None:
    assert [each.name for each in read_services() if each.commune is None and not (each.how or each.phones)] == []


def test_no_card_says_twice_that_papers_do_not_matter() -> None:
    said = [each.name for each in read_services() if search("con o sin residencia|situación migratoria", each.who_may_use)]
    assert said == []


def test_the_source_of_every_service_says_when() -> None:
    dateless = [each.checked.source for each in read_services() if not search(r"20[0-9]{2}|Ley|sin fecha", each.checked.source)]
    assert dateless == []


def test_what_a_municipality_gives_is_marked_as_an_example() -> None:
    municipal = [each for each in read_services() if each.commune]
    assert len(municipal) == 11
    assert all(each.is_example and each.organization.commune == each.commune for each in municipal)


def test_a_service_is_read_whole() -> None:
    voting = next(each for each in read_services() if each.id == identifier("servicio", "voto"))
    assert (voting.papers, voting.categories, voting.commune) == (Papers.DEFINITIVE, (Category.COMMUNITY,), None)
    assert "10 años" in voting.description


@pytest.mark.parametrize(
    ("file", "old", "new", "where", "says"),
    [
        ("nacionales.yaml", "temas: [MIG-STATUS, INFO]", "temas: [MIG-STATUS, INFOO]", "INFOO]", "No hay ningún tema «INFOO»."),
        ("nacionales.yaml", 'numero: "101"', 'numero: "llame"', '"llame"', "«llame» no sirve como «numero»."),
        ("nacionales.yaml", "codigo: sermig-oficinas", "codigo:   sermig-portal", "codigo:   sermig", "«sermig-portal» está dos"),
        ("nacionales.yaml", "papeles: sin-papeles", "papeles: ninguno", "papeles: ninguno", "«papeles» no puede ser «ninguno»."),
        ("nacionales.yaml", 'cierra: "23:59"', 'cierra: "07:00"', '"07:00"', "Cierra antes de abrir."),
        ("nacionales.yaml", "vence: 2027-03-31", "vence: 2027-02-31", "2027-02-31", "«2027-02-31» no es una fecha."),
        (
            "municipales.yaml",
            'fuente: "ISAGS',
            'revisado: 2026-11-24\n  fuente: "ISAGS',
            "quilicura-ommr",
            "«revisado» y «reviso» van",
        ),
        ("municipales.yaml", "dias: [lunes", "dias: [lune", "[lune,", "No conocemos el día «lune»."),
        ("categorias.yaml", "- {codigo: EMERGENCY", "# - {codigo: EMERGENCY", "categorias:", "Falta la categoría «EMERGENCY»."),
    ],
)
def test_a_slip_is_named_with_its_line(tmp_path: Path, file: str, old: str, new: str, where: str, says: str) -> None:
    copytree(CONTENT / "servicios", tmp_path / "servicios", ignore=lambda *_: ["ejemplos"])
    path = tmp_path / "servicios" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    slipped = text.replace(old, new, 1)
    path.write_text(slipped, encoding="utf-8")
    line = next(number for number, each in enumerate(slipped.splitlines(), start=1) if where in each and each[0] != "#")
    read = read_categories if file == "categorias.yaml" else read_services
    with pytest.raises(ContentMistakes) as wrong:
        read(tmp_path)
    (complaint,) = wrong.value.complaints
    assert (complaint.file, complaint.line) == (f"content/servicios/{file}", line)
    assert f"{complaint.what} {complaint.remedy}".startswith(says)
