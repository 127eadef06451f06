"""The programme's files, read and checked. The only place that knows their keys."""

import sys
from collections.abc import Mapping
from pathlib import Path
from re import fullmatch

from content.asked_for import AskedFor
from content.asking import Asking
from content.concepts import Concepts
from content.danger import DangerTexts
from content.directory import Communes
from content.help import Help
from content.local_services import Category, CategoryTold, LocalService
from content.naming import Naming
from content.programme import EditionStatus, Programme
from content.queueing import QueueRule
from content.reading.communes import read_commune_files, read_cue_files
from content.reading.complaints import Complaint, Complaints, ContentMistakes, Spot
from content.reading.concepts import read_needs, read_vocabulary_files
from content.reading.danger import read_danger_file
from content.reading.editions import read_edition
from content.reading.examples import read_example_files
from content.reading.help import read_help_files
from content.reading.learnt import FILE, Lesson, learnt
from content.reading.month_sheet import read_month_sheet_file
from content.reading.queueing import read_queue_file
from content.reading.services import read_category_file, read_service_files
from content.reading.support import read_support_file
from content.reading.understanding import read_word_files
from content.support import Support
from content.topics import Topics
from content.understanding import Ear, Understanding

__all__ = [
    "CONTENT",
    "Complaint",
    "ContentMistakes",
    "current",
    "read_asked_for",
    "read_categories",
    "read_communes",
    "read_danger",
    "read_editions",
    "read_help",
    "read_lesson",
    "read_month_sheet",
    "read_queue_rule",
    "read_services",
    "read_support",
    "read_topics",
    "read_understanding",
]

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


def read_danger(content: Path = CONTENT) -> DangerTexts:
    """What people in danger read first, of `apoyo/`; ContentMistakes with all that is wrong in it."""
    complaints = Complaints()
    texts = read_danger_file(content / "apoyo" / "peligro.yaml", "content/apoyo/peligro.yaml", complaints)
    complaints.raise_any()
    return texts


def read_understanding(content: Path = CONTENT, ear: Ear | None = None) -> Understanding:
    """What is known of how people write of danger, under `apoyo/palabras-de-peligro/`; ContentMistakes with all that is wrong.

    Where no phrase is known, that ear is asked, too.
    """
    complaints, shown = Complaints(), "content/apoyo/palabras-de-peligro"
    understanding = read_word_files(content / "apoyo" / "palabras-de-peligro", shown, complaints, ear)
    complaints.raise_any()
    return understanding


def read_categories(content: Path = CONTENT) -> Mapping[Category, CategoryTold]:
    """What services are about, of `servicios/categorias.yaml`, as shown; ContentMistakes with all that is wrong in it."""
    complaints = Complaints()
    found = read_category_file(content / "servicios" / "categorias.yaml", "content/servicios/categorias.yaml", complaints)
    complaints.raise_any()
    return found


def read_services(content: Path = CONTENT) -> tuple[LocalService, ...]:
    """The services that the programme itself knows of, under `servicios/`; ContentMistakes with all that is wrong in them."""
    complaints = Complaints()
    services = read_service_files(content / "servicios", "content/servicios", complaints)
    complaints.raise_any()
    return services


def read_support(content: Path = CONTENT) -> Support:
    """The replies that the team has at hand, of `apoyo/`, with the hours of `ayuda/`; ContentMistakes with all that is wrong."""
    complaints = Complaints()
    hours = read_help_files(content / "ayuda", "content/ayuda", Complaints()).working_hours
    support = read_support_file(content / "apoyo" / "respuestas.yaml", "content/apoyo/respuestas.yaml", hours, complaints)
    complaints.raise_any()
    return support


def read_month_sheet(content: Path = CONTENT) -> tuple[str, ...]:
    """What may have the month's sheet as evidence, of `servicios/hoja.yaml`; ContentMistakes with all that is wrong."""
    complaints = Complaints()
    try:
        editions = read_editions(content)
    except ContentMistakes:
        return ()  # whoever reads the editions says what is wrong there
    asked = read_month_sheet_file(content / "servicios", "content/servicios", editions.values(), complaints)
    complaints.raise_any()
    return asked


def read_topics(communes: Communes, content: Path = CONTENT, *, anew: bool = False) -> Topics:
    """What was learnt from `servicios/ejemplos/`, learnt now if it was not yet; ContentMistakes with all that is wrong."""
    lesson = read_lesson(content)
    trained = learnt(content / "servicios" / FILE, lesson, _told, anew=anew)
    return Asking(trained, Concepts(lesson.terms), Naming(communes, lesson.cues, trained.knows))


def read_asked_for(content: Path = CONTENT) -> AskedFor:
    """What questions are counted by, out of `servicios/vocabulario/`; ContentMistakes with all that is wrong in it."""
    complaints = Complaints()
    needs = read_needs(content / "servicios/vocabulario", "content/servicios/vocabulario", complaints)
    complaints.raise_any()
    return AskedFor(needs)


def read_lesson(content: Path = CONTENT) -> Lesson:
    """What there is to learn from, under `servicios/` and `comunas/`; ContentMistakes with all that is wrong in it."""
    complaints, folder, shown = Complaints(), content / "servicios", "content/servicios"
    examples = read_example_files(folder / "ejemplos", f"{shown}/ejemplos", complaints)
    terms = read_vocabulary_files(folder / "vocabulario", f"{shown}/vocabulario", complaints)
    cues = read_cue_files(content / "comunas", "content/comunas", complaints)
    complaints.raise_any()
    return Lesson(examples, terms, cues)


def _told(progress: str) -> None:
    print(f"Aprendiendo de los ejemplos: {progress}", file=sys.stderr, flush=True)  # noqa: T201 - somebody waits for it


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
