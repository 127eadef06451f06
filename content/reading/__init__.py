"""The programme's files, read and checked. The only place that knows their keys."""

from collections.abc import Mapping
from pathlib import Path
from re import fullmatch

from content.programme import EditionStatus, Programme
from content.reading.complaints import Complaint, Complaints, ContentMistakes, Spot
from content.reading.editions import read_edition

__all__ = ["Complaint", "ContentMistakes", "current", "read_editions"]

CONTENT = Path(__file__).parents[1]


def read_editions(content: Path = CONTENT) -> Mapping[str, Programme]:
    """Every edition under `programa/`, oldest first; ContentMistakes with all that is wrong in them."""
    complaints = Complaints()
    editions = {folder.name: read_edition(folder, f"content/programa/{folder.name}", complaints) for folder in _folders(content, complaints)}
    valid = [name for name, programme in editions.items() if programme.status is EditionStatus.CURRENT]
    if len(valid) != 1:
        what = f"Hay {len(valid)} ediciones vigentes." if valid else "Ninguna edición está vigente."
        where = Spot(f"content/programa/{valid[-1] if valid else '…'}/edicion.yaml")
        complaints.add(where, what, "Deje «estado: vigente» en una sola; las demás, «estado: borrador».")
    complaints.raise_any()
    return editions


def current(editions: Mapping[str, Programme]) -> Programme:
    """The edition on which new dossiers are filled in."""
    return next(programme for programme in reversed(list(editions.values())) if programme.status is EditionStatus.CURRENT)


def _folders(content: Path, complaints: Complaints) -> list[Path]:
    folders = []
    for path in (content / "programa").glob("*"):
        if fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", path.name) and path.is_dir():
            folders.append(path)
        elif not path.name.startswith("."):
            complaints.add(Spot(f"content/programa/{path.name}"), "No es la carpeta de una edición.", "Nómbrela como «0.2.0» o sáquela de aquí.")
    return sorted(folders, key=lambda folder: [int(part) for part in folder.name.split(".")])
