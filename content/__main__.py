"""`python -m content` checks everything that staff can edit and says in plain Spanish what is wrong."""

import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from pathlib import Path

from content.help import unfilled
from content.programme import Programme
from content.reading import (
    CONTENT,
    Complaint,
    ContentMistakes,
    current,
    read_categories,
    read_communes,
    read_danger,
    read_editions,
    read_help,
    read_lesson,
    read_month_sheet,
    read_queue_rule,
    read_services,
    read_support,
    read_topics,
    read_understanding,
)


def main(words: list[str]) -> int:
    """The command line; 1 when there is something to mend. `train` learns the example questions anew."""
    if words == ["train"]:
        read_topics(read_communes(), anew=True)
        return 0
    about = "Revisa lo que dice el programa (content/programa, ayuda, apoyo, comunas y servicios) y explica cada error."
    also = "«python -m content train» aprende de nuevo de qué trata lo que la gente escribe (content/servicios/ejemplos)."
    parser = ArgumentParser(prog="python -m content", description=about, epilog=also)
    parser.add_argument("carpeta", nargs="?", type=Path, default=CONTENT, help="otra copia de la carpeta content")
    folder: Path = parser.parse_args(words).carpeta
    readers = (
        read_editions,
        read_help,
        read_queue_rule,
        read_danger,
        read_understanding,
        read_support,
        read_communes,
        read_categories,
        read_services,
        read_lesson,
        read_month_sheet,
    )
    complaints = [each for read in readers for each in _complaints_of(read, folder)]
    if complaints:
        for complaint in complaints:
            print(complaint, file=sys.stderr)
        print(f"Por corregir: {len(complaints)}. El programa no parte hasta que estén corregidos.", file=sys.stderr)
        return 1
    for line in _summary(folder):
        print(line)
    return 0


def _complaints_of(read: Callable[[Path], object], folder: Path) -> tuple[Complaint, ...]:
    try:
        read(folder)
    except ContentMistakes as mistakes:
        return mistakes.complaints
    return ()


def _summary(folder: Path) -> Iterator[str]:
    editions = read_editions(folder)
    yield from map(_counted, editions.values())
    yield f"Edición vigente: {current(editions).edition}. Comunas: {len(read_communes(folder).all())}."
    yield f"Servicios: {len(read_services(folder))}. Todo está en orden."
    for blank in unfilled(read_help(folder)):
        yield f"Antes de usarlo con personas, llene {blank} en content/ayuda/privacidad.yaml."


def _counted(edition: Programme) -> str:
    criteria, questions = len(tuple(edition.criteria())), len(tuple(edition.questions()))
    of_profile = len(edition.profile_questions)
    return (
        f"Edición {edition.edition}: {len(edition.dimensions)} dimensiones, {criteria} criterios,"
        f" {questions - of_profile} preguntas, {of_profile} de perfil, {len(edition.contradictions)} contradicciones."
        f" Huella: {edition.digest[:12]}."
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
