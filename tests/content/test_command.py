"""`python -m content`, as staff run it."""

from pathlib import Path
from shutil import copytree

import pytest

from content.__main__ import main
from content.reading import CONTENT
from tests.content.desk import laid_out


def test_all_in_order_is_a_summary(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    said = capsys.readouterr().out
    assert "6 dimensiones, 33 criterios, 64 preguntas, 4 de perfil" in said
    assert "Comunas: 346." in said
    assert "Servicios: 52. Todo está en orden." in said
    assert "[[CORREO]]" in said


def test_help_ends_well(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    assert "explica cada error" in " ".join(capsys.readouterr().out.split())


def test_mistakes_are_told_and_end_with_one(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    desk = laid_out(tmp_path, ayuda=True)
    for beside in ("comunas", "apoyo", "servicios"):
        copytree(CONTENT / beside, tmp_path / beside)
    desk.edit("0-institucionalidad.yaml", "esencial: sí", "esencial: quizás")
    desk.edit("ayuda/plazos.yaml", "dias: 1825", "dias: muchos")
    assert main([str(tmp_path)]) == 1
    assert capsys.readouterr().err == (
        "content/programa/1.0.0/0-institucionalidad.yaml, línea 9: «esencial» no puede ser «quizás». Escriba sí o no.\n"
        "content/ayuda/plazos.yaml, línea 27: «dias» no es un número: «muchos». Escriba cifras, con punto: 0.90.\n"
        "Por corregir: 2. El programa no parte hasta que estén corregidos.\n"
    )
