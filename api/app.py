"""The application: every subject under one roof."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from api.access_log import Observed
from api.attention import routes as attention
from api.communes import routes as communes
from api.database import Database
from api.directory import freshness_routes as freshness
from api.directory import hsds_routes as hsds
from api.directory import routes as directory
from api.errors import documented, tell
from api.escalations import routes as escalations
from api.escalations import summing
from api.evidence import routes as evidence
from api.health import routes as health
from api.health.metrics import Figures, Metrics
from api.invitations import routes as invitations
from api.library import Library
from api.limits import Bounded
from api.people import routes as people
from api.pre_applications import records as pre_applications_kept
from api.pre_applications import routes as pre_applications
from api.programme import routes as programme
from api.settings import Settings
from api.vault import Vault

SUBJECTS = (
    programme,
    pre_applications,
    evidence,
    escalations,
    attention,
    invitations,
    people,
    communes,
    freshness,
    directory,
    hsds,
    health,
)

ABOUT = """
El programa Sello Migrante para otros sistemas: criterios, revisión de respuestas, prepostulaciones y documentos.
Los resultados orientan; la decisión corresponde al Servicio Nacional de Migraciones.
"""


def create_app(settings: Settings, library: Library | None = None) -> FastAPI:
    """The api over these settings; nothing is connected before the first request. The library is read where not given."""
    database = Database(settings.api_database_url)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        database.close()

    app = FastAPI(
        title="Sello Migrante",
        version="1",
        description=ABOUT,
        lifespan=lifespan,
        redoc_url=None,
        servers=[{"url": settings.public_url}] if settings.public_url else None,
        responses=documented(),
    )
    app.state.settings = settings
    app.state.database = database
    app.state.library = library or Library.read()
    app.state.vault = Vault(settings.evidence_dir)
    app.state.metrics = Metrics(lambda: _count(database, app.state.library))
    for subject in SUBJECTS:
        app.include_router(subject.router)
    tell(app)
    app.add_middleware(Bounded)
    app.add_middleware(Observed, metrics=app.state.metrics)
    return app


def _count(database: Database, library: Library) -> Figures:
    with database.look() as session:
        load = summing.load(session, library)
        return Figures(pre_applications_kept.count(session), load.waiting, load.taken, load.longest_wait)
