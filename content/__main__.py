"""`python -m content` checks everything that staff can edit and says in plain Spanish what is wrong."""

import sys
from argparse import ArgumentParser
from collections.abc import Callable

from content.help import unfilled
from content.programme import Programme
from content.reading import Complaint, ContentMistakes, current, read_communes, read_editions, read_help


def main(words: list[str]) -> int:
    """The command line; 1 when there is something to mend."""
    about = "Revisa lo que dice el programa (content/programa, content/ayuda y content/comunas) y explica cada error."
    ArgumentParser(prog="python -m content", description=about).parse_args(words)
    complaints = [each for read in (read_editions, read_help, read_communes) for each in _complaints_of(read)]
    if complaints:
        for complaint in complaints:
            print(complaint, file=sys.stderr)
        print(f"Por corregir: {len(complaints)}. El programa no parte hasta que estén corregidos.", file=sys.stderr)
        return 1
    for edition in read_editions().values():
        print(_summary(edition))
    print(f"Vigente: {current(read_editions()).edition}. Todo está en orden.")
    for place in unfilled(read_help()):
        print(f"Antes de usarlo con personas, llene {place} en content/ayuda/privacidad.yaml.")
    return 0


def _complaints_of(read: Callable[[], object]) -> tuple[Complaint, ...]:
    try:
        read()
    except ContentMistakes as mistakes:
        return mistakes.complaints
    return ()


def _summary(edition: Programme) -> str:
    criteria, questions = len(tuple(edition.criteria())), len(tuple(edition.questions()))
    own = questions - len(edition.profile_questions)
    return (
        f"Edición {edition.edition}: {len(edition.dimensions)} dimensiones, {criteria} criterios, {own} preguntas,"
        f" {len(edition.profile_questions)} de perfil, {len(edition.contradictions)} contradicciones."
        f" Huella: {edition.digest[:12]}."
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
