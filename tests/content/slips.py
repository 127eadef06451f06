"""A mistake that a person makes in a file of the small edition, and what they must be told."""

from dataclasses import dataclass
from pathlib import Path

from tests.content.desk import laid_out

INS, OTR, PROFILE, EDITION = "0-institucionalidad.yaml", "1-otra.yaml", "perfil.yaml", "edicion.yaml"
SOURCES, CONTRADICTIONS = "fuentes.yaml", "contradicciones.yaml"


@dataclass(frozen=True, slots=True)
class Slip:
    """`old` becomes `new`; the complaint is on the line of `at` (by default of `new`), says `what` and advises `remedy`."""

    file: str
    old: str
    new: str
    what: str
    remedy: str
    at: str = ""

    def __str__(self) -> str:
        return f"{self.file.removesuffix('.yaml')}: {self.what}"[:70]


def check(slip: Slip, folder: Path) -> None:
    """Makes the mistake and looks for the complaint."""
    desk = laid_out(folder)
    desk.edit(slip.file, slip.old, slip.new)
    place = (f"content/programa/1.0.0/{slip.file}", desk.line(slip.file, slip.at or slip.new.lstrip()))
    complaints = desk.complaints()
    there = [each for each in complaints if (each.file, each.line) == place]
    found = any(slip.what in each.what and slip.remedy in each.remedy for each in there)
    assert found, "\n".join(map(str, complaints)) or "nothing was complained of"
