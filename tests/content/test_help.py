"""The texts beside the programme: whole, true to what is known, and with blanks that only their owner can fill."""

from datetime import time, timedelta
from pathlib import Path
from shutil import copytree

import pytest

from content.help import Kept, unfilled
from content.reading import read_help
from content.sentences import Verbatim
from tests.content.desk import AYUDA, Desk

SEAL, PRIVACY, CONTACT, TERMS = "ayuda/sello.yaml", "ayuda/privacidad.yaml", "ayuda/contacto.yaml", "ayuda/plazos.yaml"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    copytree(AYUDA, tmp_path / "ayuda")
    return Desk(tmp_path)


def test_who_answers_for_the_data_is_a_blank_until_somebody_fills_it(desk: Desk) -> None:
    assert list(unfilled(read_help(desk.folder))) == ["[[NOMBRE DE LA INSTITUCIÓN]]", "[[CORREO]]", "[[DIRECCIÓN]]"]
    desk.edit(PRIVACY, "[[NOMBRE DE LA INSTITUCIÓN]]", "Municipalidad de Ejemplo")
    desk.edit(PRIVACY, 'correo: "[[CORREO]]"', 'correo: "datos@ejemplo.cl"')
    desk.edit(PRIVACY, "[[DIRECCIÓN]]", "Calle Larga 1")
    help = read_help(desk.folder)
    assert list(unfilled(help)) == []
    named = help.privacy[0].paragraphs[0]
    assert named.values == {
        "institucion": Verbatim("Municipalidad de Ejemplo"),
        "correo": Verbatim("datos@ejemplo.cl"),
        "direccion": Verbatim("Calle Larga 1"),
    }


def test_everything_kept_has_a_term_with_its_reason() -> None:
    help = read_help()
    assert set(help.retention) == set(Kept)
    assert help.retention[Kept.DOSSIER].span == timedelta(days=365)
    assert help.retention[Kept.INBOX].span == timedelta(hours=1)
    assert all(each.reason for each in help.retention.values())


def test_the_notice_tells_the_terms_of_what_people_give() -> None:
    help = read_help()
    told = [paragraph for section in help.privacy for paragraph in section.paragraphs]
    for kept in (Kept.PERSON, Kept.DOSSIER, Kept.PRE_APPLICATION, Kept.LOOSE_EVIDENCE, Kept.CASE):
        assert help.retention[kept].text in told


def test_the_notice_says_what_people_must_know() -> None:
    said = " ".join(paragraph.source for section in read_help().privacy for paragraph in section.paragraphs)
    for words in ("{institucion}", "Telegram", "fuera de Chile", "RUT", "terceras personas", "30 días", "/misdatos", "/borrar"):
        assert words in said


def test_what_the_seal_is_fits_in_five_lines_and_owns_to_what_is_not_known() -> None:
    about = read_help().about
    assert len(about) <= 5
    assert any("2018" in line.source and "confirmar" in line.source for line in about)


def test_the_desk_is_open_at_the_hours_of_the_file() -> None:
    hours = read_help().working_hours
    assert (hours.weekdays, hours.opens, hours.closes) == (frozenset(range(5)), time(9), time(18))
    assert (hours.pause_starts, hours.pause_ends) == (time(13), time(14))


@pytest.mark.parametrize(
    ("file", "old", "new", "what", "remedy"),
    [
        (PRIVACY, "Responde {institucion}.", "Responde {institución}.", "hay una llave que no conocemos", "{institucion}"),
        (PRIVACY, "[[CORREO]]", "[[EMAIL]]", "hay un espacio por llenar que no conocemos", "[[CORREO]]"),
        (PRIVACY, "[personas, expedientes,", "[persona, expedientes,", "«plazos» menciona «persona»", "¿Quiso decir «personas»?"),
        (
            PRIVACY,
            'linea_inicial: "Guardamos',
            'linea_inicial: "[[CORREO]] Guardamos',
            "hay un espacio por llenar",
            "Escriba aquí",
        ),
        (TERMS, "dias: 1825", "dias: 0", "fuera de rango: 0", "entre 1 y"),
        (TERMS, "entregada: {plazo} días", "entregada: cinco años", "El texto no dice el plazo", "{plazo}"),
        (TERMS, "[lunes, ", "[Lunes, ", "«Lunes» no es un día", "¿Quiso decir «lunes»?"),
        (TERMS, 'cierra: "18:00"', 'cierra: "18.00"', "«18.00» no sirve como «cierra»", "«9:00»"),
        (TERMS, 'abre: "9:00"', 'abre: "19:00"', "Las horas no van en orden", "Primero abre"),
        (CONTACT, "600 486 3000", "seis cero cero", "no sirve como «direccion»", "600 486 3000"),
        (SEAL, "pasos_nota:", "nota:", "Falta «pasos_nota»", "Agregue"),
    ],
)
def test_a_slip_in_the_help_is_named(desk: Desk, file: str, old: str, new: str, what: str, remedy: str) -> None:
    if desk.file(file).read_text(encoding="utf-8").count(old) > 1:
        old, new = f'"{old}"', f'"{new}"'
    desk.edit(file, old, new)
    complaints = desk.help_complaints()
    assert any(each.file == f"content/{file}" and what in each.what and remedy in each.remedy for each in complaints), complaints


def test_a_file_that_nobody_reads_is_named(desk: Desk) -> None:
    (desk.folder / "ayuda" / "otra.yaml").write_text("a: b\n", encoding="utf-8")
    assert [each.what for each in desk.help_complaints()] == ["No conocemos este archivo."]
