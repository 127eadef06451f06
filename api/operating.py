"""What every command of the operator's begins and ends with. Everything heavy is imported where it is used."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from api.database import Database
    from api.settings import Settings


def read_settings() -> "Settings":
    """Those of this process."""
    from api.settings import Settings

    return Settings.read()


@contextmanager
def opened() -> "Iterator[tuple[Settings, Database]]":
    """Settings and a migrated database; whatever is wrong with them is said in one line."""
    from api.database import Database
    from api.migrations import upgrade

    with told():
        settings = read_settings()
        database = Database(settings.api_database_url)
        try:
            upgrade(database)
            yield settings, database
        finally:
            database.close()


@contextmanager
def told() -> Iterator[None]:
    """What an operator can mend is told in one line."""
    from sqlalchemy.exc import OperationalError

    from api.errors import Refusal
    from api.settings import SettingsWrong
    from content.reading import ContentMistakes
    from content.wording import CataloguesBroken

    try:
        yield
    except (SettingsWrong, Refusal, ContentMistakes, CataloguesBroken) as wrong:
        stop(str(wrong))
    except PermissionError as wrong:
        stop(f"No hay permiso para usar {wrong.filename}. Revise la ruta, SELLO_EVIDENCE_DIR y SELLO_API_DATABASE_URL.")
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError) as wrong:
        stop(f"No se puede usar {wrong.filename}. Revise la ruta.")
    except OperationalError as wrong:
        reason = str(wrong.orig).partition("\n")[0]
        stop(f"No se alcanza la base de datos ({reason}). Revise SELLO_API_DATABASE_URL.")


def stop(sentence: str) -> NoReturn:
    """Ends the command with a line for the operator."""
    print(sentence, file=sys.stderr)
    raise typer.Exit(1)
