"""The real app over real HTTP in process, on each kind of database."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api import tokens
from api.app import create_app
from api.contract import Role
from api.database import Database
from api.directory.seeding import seed
from api.library import Library
from api.pruning import Pruning
from api.settings import Settings
from api.vault import Vault
from content.help import Kept, Retention
from content.reading import read_help, read_services
from tests import read, tables


@cache
def read_retention() -> Mapping[Kept, Retention]:
    return read_help().retention


@dataclass(frozen=True, slots=True)
class Api:
    """A running api and a token for each role."""

    client: TestClient
    tokens: dict[Role, str]
    database: Database
    settings: Settings
    library: Library

    def as_(self, role: Role) -> dict[str, str]:
        """The headers of a caller of that role."""
        return {"Authorization": f"Bearer {self.tokens[role]}"}

    @property
    def pruning(self) -> Pruning:
        """What erases here, after the spans that people read."""
        return Pruning(read_retention(), self.database, Vault(self.settings.evidence_dir))


@pytest.fixture(scope="session")
def library() -> Library:
    return read.library()


@pytest.fixture(params=["sqlite", "postgresql"])
def migrated_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database with the api's tables and nothing in them, the test run once on each kind."""
    yield from tables.on_either(request, tables.of_the_api, tmp_path)


def settings_for(url: str, folder: Path) -> Settings:
    """Those of an api on that database, its evidence in that folder."""
    return Settings(_env_file=None, api_database_url=url, evidence_dir=folder / "evidence", bot_username="sello_prueba_bot")


@pytest.fixture
def settings(migrated_url: str, tmp_path: Path) -> Settings:
    return settings_for(migrated_url, tmp_path)


@pytest.fixture
def api(settings: Settings, library: Library) -> Iterator[Api]:
    with running(settings, library) as api:
        yield api


@contextmanager
def running(settings: Settings, library: Library) -> Iterator[Api]:
    """The app in process, on a database that has its tables."""
    app = create_app(settings, library)
    database: Database = app.state.database
    with database.transaction() as session:
        made = {role: tokens.create(session, role, f"de prueba: {role}") for role in tokens.ROLES}
    with TestClient(app, raise_server_exceptions=False) as client:
        yield Api(client, made, database, settings, library)


@pytest.fixture
def stocked(api: Api) -> Api:
    """The same, with the services that the programme itself knows of."""
    with api.database.transaction() as session:
        seed(session, read_services())
    return api
