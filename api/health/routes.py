"""For whoever keeps the api running."""

from typing import Any

from fastapi import APIRouter, Request
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy.exc import OperationalError
from starlette.responses import Response

from api.access import anyone, only
from api.contract import Told
from api.errors import Refusal
from api.migrations import is_current

router = APIRouter(tags=["health"])
TEXT: dict[int | str, dict[str, Any]] = {200: {"content": {"text/plain": {"schema": {"type": "string"}}}}}


class NotReady(Refusal):
    """The database cannot be reached, or is not migrated."""

    name, status, title = "not-ready", 503, "El servicio aún no está listo."


class Health(Told):
    """All is well."""

    status: str


@router.get("/healthz", dependencies=[anyone])
def read_health() -> Health:
    """The process is up."""
    return Health(status="up")


@router.get("/readyz", dependencies=[anyone])
def read_readiness(request: Request) -> Health:
    """The database is reachable and migrated."""
    try:
        ready = is_current(request.app.state.database)
    except OperationalError:
        raise NotReady("No se alcanza la base de datos.") from None
    if not ready:
        raise NotReady("La base de datos no está al día: python -m api migrate.")
    return Health(status="ready")


@router.get("/metrics", dependencies=[only("admin")], response_class=Response, responses=TEXT)
def read_metrics(request: Request) -> Response:
    """Prometheus text format."""
    return Response(generate_latest(request.app.state.metrics.registry), media_type=CONTENT_TYPE_LATEST)
