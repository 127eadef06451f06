"""A small programme in two editions, written as staff would write them: a folder copied, a few lines changed."""

import re
from pathlib import Path
from shutil import copytree

from tests.oracle.edition import PROGRAMME

OLD, NEW = "0.1.0", "0.2.0"
WRITTEN = Path(__file__).parent / "small"
FIRST_TASKS = ("^primeras_tareas: .*$", "primeras_tareas: [DOS-2, UNO-2]")
CHANGES = {
    "edicion.yaml": (("^edicion: .*$", f'edicion: "{NEW}"'),),
    "0-primera.yaml": (
        ("en_parte: {desde: 3}", "en_parte: {desde: 8}"),  # seven hours closed nothing before
        ("^ *- {id: d, .*resultado: falta}\n", ""),
    ),
    "1-segunda.yaml": (
        ("cumple: {hasta_meses: 36}", "cumple: {hasta_meses: 12}"),
        (r"cuando: {DOS-1.2: \[a, b\]}", "cuando: {DOS-1.2: [a]}"),
    ),
}
STATUSES = {OLD: ("^estado: .*$", "estado: anterior"), NEW: ("^estado: .*$", "estado: vigente")}


def write_editions(content: Path) -> Path:
    """`content/programa` with both editions, the newer one in force; the folder they are in."""
    programme = content / "programa"
    for name in ("edicion.yaml", "perfil.yaml", "fuentes.yaml"):
        copied = (PROGRAMME / OLD / name).read_text(encoding="utf-8")
        _write(programme / OLD / name, copied, (FIRST_TASKS,) if name == "edicion.yaml" else ())
    for path in WRITTEN.glob("*.yaml"):
        _write(programme / OLD / path.name, path.read_text(encoding="utf-8"), ())
    copytree(programme / OLD, programme / NEW)
    for name, changes in CHANGES.items():
        _write(programme / NEW / name, (programme / NEW / name).read_text(encoding="utf-8"), changes)
    for edition, status in STATUSES.items():
        _write(
            programme / edition / "edicion.yaml", (programme / edition / "edicion.yaml").read_text(encoding="utf-8"), (status,)
        )
    return programme


def _write(path: Path, text: str, changes: tuple[tuple[str, str], ...]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    for before, after in changes:
        text, times = re.subn(before, after, text, flags=re.MULTILINE)
        assert times == 1, before
    path.write_text(text, encoding="utf-8")
