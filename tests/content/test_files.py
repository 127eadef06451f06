"""Files and folders that are missing, empty, misnamed or not readable; and how complaints are given."""

from pathlib import Path

from content.reading import read_editions
from content.reading.editions import digest_of
from tests.content.desk import laid_out
from tests.content.slips import EDITION, INS, OTR, SOURCES


def test_the_small_edition_is_in_order(tmp_path: Path) -> None:
    assert laid_out(tmp_path).complaints() == ()


def test_all_slips_are_named_at_once(tmp_path: Path) -> None:
    desk = laid_out(tmp_path)
    desk.edit(INS, "esencial: sí", "esencial: quizás")
    desk.edit(OTR, "tipo: fecha", "tipo: dia")
    desk.edit(EDITION, 'aviso: "Esto orienta."\n', "")
    assert {each.file.rpartition("/")[2] for each in desk.complaints()} >= {INS, OTR, EDITION}


def test_a_complaint_reads_as_one_line(tmp_path: Path) -> None:
    desk = laid_out(tmp_path)
    desk.edit(INS, "esencial: sí", "esencial: quizás")
    assert str(desk.complaints()[0]) == (
        "content/programa/1.0.0/0-institucionalidad.yaml, línea 9: «esencial» no puede ser «quizás». Escriba sí o no."
    )


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    desk = laid_out(tmp_path)
    desk.file(SOURCES).unlink()
    assert any(each.file.endswith(SOURCES) and "Falta este archivo" in each.what for each in desk.complaints())


def test_an_empty_file_is_named(tmp_path: Path) -> None:
    desk = laid_out(tmp_path)
    desk.file(INS).write_text("# nada todavía\n", encoding="utf-8")
    assert any("no tiene claves" in each.what for each in desk.complaints())


def test_another_encoding_is_named_at_its_line(tmp_path: Path) -> None:
    desk = laid_out(tmp_path)
    desk.file(INS).write_bytes(desk.file(INS).read_bytes().replace("Alcaldía".encode(), "Alcaldía".encode("latin-1")))
    complaint = next(each for each in desk.complaints() if "UTF-8" in each.what)
    assert (complaint.line, complaint.remedy) == (11, "Guárdelo de nuevo con la codificación UTF-8.")


def test_a_file_with_the_mark_that_windows_writes_is_fine(tmp_path: Path) -> None:
    desk = laid_out(tmp_path)
    desk.file(INS).write_bytes(b"\xef\xbb\xbf" + desk.file(INS).read_bytes())
    assert desk.complaints() == ()


def test_a_file_with_another_name_is_named(tmp_path: Path) -> None:
    desk = laid_out(tmp_path)
    desk.file("2-nueva.yml").write_text("dimension: NUE\n", encoding="utf-8")
    assert any("No conocemos este archivo" in each.what and each.file.endswith("2-nueva.yml") for each in desk.complaints())


def test_an_edition_without_dimensions_is_named(tmp_path: Path) -> None:
    desk = laid_out(tmp_path)
    desk.file(INS).unlink()
    desk.file(OTR).unlink()
    assert any("La edición no tiene dimensiones" in each.what for each in desk.complaints())


def test_two_editions_cannot_both_be_in_force(tmp_path: Path) -> None:
    desk = laid_out(tmp_path)
    newer = tmp_path / "programa" / "1.1.0"
    newer.mkdir()
    for file in (tmp_path / "programa" / "1.0.0").iterdir():
        text = file.read_text(encoding="utf-8").replace('edicion: "1.0.0"', 'edicion: "1.1.0"')
        (newer / file.name).write_text(text, encoding="utf-8")
    assert [each.what for each in desk.complaints()] == ["Hay 2 ediciones vigentes: 1.0.0, 1.1.0."]
    desk.edit(EDITION, "estado: vigente", "estado: anterior")
    assert desk.complaints() == ()


def test_a_folder_that_is_no_edition_is_named(tmp_path: Path) -> None:
    desk = laid_out(tmp_path)
    (tmp_path / "programa" / "copia de 1.0.0").mkdir()
    assert any("No es la carpeta de una edición" in each.what for each in desk.complaints())


def test_the_digest_is_of_all_files_but_not_of_their_status(tmp_path: Path) -> None:
    desk = laid_out(tmp_path)
    before = read_editions(tmp_path)["1.0.0"].digest
    desk.edit(EDITION, "estado: vigente", "estado: anterior")
    assert digest_of(tmp_path / "programa" / "1.0.0") == before
    desk.edit(OTR, "Una propuesta", "Otra propuesta")
    assert digest_of(tmp_path / "programa" / "1.0.0") != before
