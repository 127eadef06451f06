"""Importing what a file has."""

import json
from pathlib import Path

import pytest

from api.contract import ServiceWritten
from api.directory import records
from api.directory.importing import Imported, import_services
from tests.api.conftest import Api

HEADER = "nombre;comuna;temas;horario;telefonos;llevar"


class Take:
    """Imports what a file has."""

    def __init__(self, api: Api, folder: Path) -> None:
        self.api, self.folder = api, folder

    def __call__(self, written: str | bytes, name: str = "servicios.csv") -> Imported:
        file = self.folder / name
        file.write_bytes(written if isinstance(written, bytes) else written.encode())
        return import_services(self.api.database, self.api.library, file, lambda _: None)

    def sheet(self, *rows: str) -> Imported:
        """A sheet with these rows under the usual columns."""
        return self("\n".join((HEADER, *rows)))

    def documents(self, *documents: object) -> Imported:
        """An array of HSDS."""
        return self(json.dumps(documents), "servicios.json")

    def kept(self) -> list[ServiceWritten]:
        """Every service that is there."""
        with self.api.database.look() as session:
            return [ServiceWritten.model_validate_json(row.document) for row in records.stream(session)]


@pytest.fixture
def take(api: Api, tmp_path: Path) -> Take:
    """Into the directory of that api."""
    return Take(api, tmp_path)
