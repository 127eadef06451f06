"""The operator's commands that carry services in and out: files, and posters. Everything heavy is imported where it is used."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from api.operating import opened, read_settings, stop, told


class Form(StrEnum):
    """How services are written to a file."""

    CSV = "csv"
    HSDS = "hsds"


def import_services(
    file: Annotated[Path, typer.Argument(help="CSV (UTF-8 o Latin-1, con comas o punto y coma) o HSDS (JSON)", dir_okay=False)],
) -> None:
    """Pone en el directorio los servicios de un archivo; nombra cada fila que no se aceptó, y guarda las demás."""
    from api.directory.importing import import_services as take
    from api.library import Library

    if not file.is_file():
        stop(f"No existe el archivo {file}.")
    with opened() as (_, database), typer.progressbar(length=file.stat().st_size, label="Importando") as bar:
        imported = take(database, Library.read(), file, lambda read: bar.update(read - bar.pos))
    for line in imported.refused:
        print(line, file=sys.stderr)
    print(f"guardados: {imported.kept}\nya estaban: {imported.same}\nrechazados: {len(imported.refused)}")
    if imported.broken:
        stop(imported.broken)
    if imported.refused:
        raise typer.Exit(1)


def poster(
    commune: Annotated[str, typer.Option(help="Código único territorial (CUT) de la comuna")],
    out: Annotated[Path | None, typer.Option(help="El archivo que se escribe", dir_okay=False)] = None,
) -> None:
    """Hace un afiche para imprimir (A4, PDF): un código que abre el bot en esa comuna, y una línea en cada idioma."""
    from api.directory.printing import poster as draw
    from api.library import Library

    with told():
        library = Library.read()
        place = library.commune(commune)
        file = out or Path(f"afiche-{place.cut}.pdf")
        file.write_bytes(draw(place, read_settings().bot_username, library.wording))
    print(f"El afiche quedó en {file}.")


def export_services(
    file: Annotated[Path, typer.Argument(help="El archivo que se escribe", dir_okay=False)],
    form: Annotated[Form, typer.Option("--format", help="csv para planillas; hsds para otros directorios")] = Form.CSV,
) -> None:
    """Escribe en un archivo todos los servicios, tal como `import-services` los lee."""
    from api.directory import exporting
    from api.library import Library

    with opened() as (_, database), database.look() as session:
        if form is Form.CSV:
            exporting.export_csv(session, file)
        else:
            exporting.export_hsds(session, Library.read(), file)
    print(f"Los servicios quedaron en {file}.")
