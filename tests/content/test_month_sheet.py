"""Which questions may have the month's sheet as evidence."""

from pathlib import Path
from shutil import copytree

import pytest

from content.kinds import Evidence
from content.reading import CONTENT, ContentMistakes, current, read_editions, read_month_sheet


def test_each_asks_for_documents_without_personal_data() -> None:
    programme, shows = current(read_editions()), read_month_sheet()
    kinds = [programme.question(each).kind for each in shows]
    assert shows
    assert all(isinstance(kind, Evidence) and not kind.personal_data for kind in kinds)


@pytest.mark.parametrize("wrong", ["INS-3.1", "INS-33.3"])
def test_a_question_that_asks_for_none_is_named(tmp_path: Path, wrong: str) -> None:
    copytree(CONTENT, tmp_path, dirs_exist_ok=True, ignore=lambda folder, _: ["ejemplos"] if folder.endswith("servicios") else [])
    file = tmp_path / "servicios" / "hoja.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("INS-3.3", wrong), encoding="utf-8")
    with pytest.raises(ContentMistakes) as mistakes:
        read_month_sheet(tmp_path)
    (complaint,) = mistakes.value.complaints
    assert (complaint.file, complaint.line) == ("content/servicios/hoja.yaml", 4)
    assert complaint.what == f"«{wrong}» no es una pregunta que pida documentos."


def test_what_is_wrong_with_an_edition_is_said_where_editions_are_read(tmp_path: Path) -> None:
    copytree(CONTENT / "programa", tmp_path / "programa")
    (tmp_path / "programa" / "0.1.0" / "perfil.yaml").unlink()
    assert read_month_sheet(tmp_path) == ()
