"""Every refusal has a name and a status, and is told as a problem document (RFC 9457)."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, ClassVar

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as EveryConnectionTaken
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api.contract import Problem

MEDIA_TYPE = "application/problem+json"
NAMES = {
    400: ("unreadable-request", "No se entiende la solicitud."),
    404: ("not-found", "No existe nada en esta dirección."),
    405: ("method-not-allowed", "Esta dirección no admite esa operación."),
    413: ("too-large", "El cuerpo de la solicitud es demasiado grande."),
}
PLAIN = {"extra_forbidden": "campo desconocido", "missing": "falta este dato", "json_invalid": "no es JSON"}


class Refusal(Exception):
    """Something that is not done, said to whoever asked. `named` says which question, option, digest … it is about."""

    name: ClassVar[str]
    status: ClassVar[int] = HTTPStatus.UNPROCESSABLE_ENTITY
    title: ClassVar[str]
    headers: ClassVar[Mapping[str, str]] = {}

    def __init__(self, detail: str | None = None, **named: object) -> None:
        super().__init__(detail or self.title)
        self.detail, self.named = detail or self.title, named


class ProblemResponse(Response):
    """A problem document; ASCII only, so that whatever was sent can be named."""

    media_type = MEDIA_TYPE

    def render(self, content: Any) -> bytes:
        """The document's bytes."""
        return json.dumps(content, default=str).encode()


def tell(app: FastAPI) -> None:
    """Makes the application answer every error as a problem document."""
    app.exception_handler(Refusal)(_refused)
    app.exception_handler(HTTPException)(_http)
    app.exception_handler(RequestValidationError)(_misshapen)
    app.exception_handler(OperationalError)(_unreachable)
    app.exception_handler(EveryConnectionTaken)(_unreachable)
    app.exception_handler(Exception)(_broken)


def documented() -> dict[int | str, dict[str, Any]]:
    """How the refusals stand in the OpenAPI document."""
    schema = {"content": {MEDIA_TYPE: {"schema": Problem.model_json_schema()}}}
    return {"4XX": {"description": "A refusal, named by `type`", **schema}, "5XX": {"description": "A failure", **schema}}


def problem(status: int, name: str, title: str, detail: str, **named: object) -> ProblemResponse:
    """The document for one problem; `name` is the stable end of its type."""
    document = {"type": f"/problems/{name}", "title": title, "status": status, "detail": detail, **named}
    return ProblemResponse(document, status)


async def _refused(_: Request, refusal: Refusal) -> Response:
    response = problem(refusal.status, refusal.name, refusal.title, refusal.detail, **refusal.named)
    response.headers.update(refusal.headers)
    return response


async def _http(_: Request, error: HTTPException) -> Response:
    name, title = NAMES.get(error.status_code, (f"http-{error.status_code}", HTTPStatus(error.status_code).phrase))
    response = problem(error.status_code, name, title, title)
    response.headers.update(error.headers or {})
    return response


async def _misshapen(_: Request, error: RequestValidationError) -> Response:
    found = [_named(each) for each in error.errors()]
    first = found[0]
    detail = f"{first['where']}: {first['what']}"
    return problem(422, "invalid-request", "La solicitud no tiene la forma que se pide.", detail, errors=found[:20])


def _named(error: Mapping[str, Any]) -> dict[str, str]:
    named = {
        "where": ".".join(str(part) for part in error["loc"]),
        "what": PLAIN.get(error["type"], error["msg"]),
        "code": error["type"],
    }
    if isinstance(error["input"], (str, int, float)):
        named["given"] = str(error["input"])[:80]
    return named


async def _unreachable(_: Request, _error: OperationalError | EveryConnectionTaken) -> Response:
    title = "El servicio no alcanza su base de datos. Intente de nuevo."
    response = problem(503, "database-unavailable", title, title)
    response.headers["Retry-After"] = "5"
    return response


async def _broken(_request: Request, _: Exception) -> Response:
    title = "Algo falló en el servicio. Intente de nuevo."
    return problem(500, "internal", title, title)
