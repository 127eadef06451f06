"""The programme's files, read and checked. The only place that knows their keys."""

from collections.abc import Mapping
from pathlib import Path
from re import fullmatch

from content.directory import Communes
from content.help import Help
from content.programme import EditionStatus, Programme
from content.queueing import QueueRule
from content.reading.communes import read_commune_files
from content.reading.complaints import Complaint, Complaints, ContentMistakes, Spot
from content.reading.editions import read_edition
from content.reading.help import read_help_files
from content.reading.queueing import read_queue_file

__all__ = ["CONTENT", "Complaint", "ContentMistakes", "current", "read_communes", "read_editions", "read_help", "read_queue_rule"]

CONTENT = Path(__file__).parents[1]


def read_editions(content: Path = CONTENT) -> Mapping[str, Programme]:
    """Every edition under `programa/`, oldest first; ContentMistakes with all that is wrong in them."""
    complaints = Complaints()
    editions = {
        folder.name: read_edition(folder, f"content/programa/{folder.name}", complaints)
        for folder in _folders(content, complaints)
    }
    _check_one_current(editions, complaints)
    complaints.raise_any()
    return editions


def current(editions: Mapping[str, Programme]) -> Programme:
    """The edition on which new dossiers are filled in."""
    return next(programme for programme in reversed(list(editions.values())) if programme.status is EditionStatus.CURRENT)


def read_help(content: Path = CONTENT) -> Help:
    """The texts under `ayuda/`; ContentMistakes with all that is wrong in them."""
    complaints = Complaints()
    help = read_help_files(content / "ayuda", "content/ayuda", complaints)
    complaints.raise_any()
    return help


def read_queue_rule(content: Path = CONTENT) -> QueueRule:
    """The order of the queue, under `apoyo/`; ContentMistakes with all that is wrong in it."""
    complaints = Complaints()
    rule = read_queue_file(content / "apoyo", "content/apoyo", complaints)
    complaints.raise_any()
    return rule


def read_communes(content: Path = CONTENT) -> Communes:
    """The communes under `comunas/`; ContentMistakes with all that is wrong in them."""
    complaints = Complaints()
    communes = read_commune_files(content / "comunas", "content/comunas", complaints)
    complaints.raise_any()
    return communes


def _check_one_current(editions: Mapping[str, Programme], complaints: Complaints) -> None:
    names = [name for name, programme in editions.items() if programme.status is EditionStatus.CURRENT]
    if len(names) != 1:
        what = f"Hay {len(names)} ediciones vigentes: {', '.join(names)}." if names else "Ninguna edición está vigente."
        last = names[-1] if names else next(iter(editions), "0.1.0")
        remedy = "Deje «estado: vigente» en una sola; las que reemplaza quedan con «estado: anterior»."
        complaints.add(Spot(f"content/programa/{last}/edicion.yaml"), what, remedy)


def _folders(content: Path, complaints: Complaints) -> list[Path]:
    folders = []
    for path in (content / "programa").glob("*"):
        if fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", path.name) and path.is_dir():
            folders.append(path)
        elif not path.name.startswith("."):
            spot = Spot(f"content/programa/{path.name}")
            complaints.add(spot, "No es la carpeta de una edición.", "Nómbrela como «0.2.0» o sáquela de aquí.")
    return sorted(folders, key=lambda folder: [int(part) for part in folder.name.split(".")])
