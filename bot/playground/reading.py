"""HTTP requests as the calls they mean: query, form, multipart or JSON, all alike."""

from typing import Any

from fastapi import Request
from starlette.datastructures import UploadFile

from bot.playground.files import Upload
from bot.playground.refusals import bad_request

MOST_PARTS = 200
LARGEST_FIELD = 1024 * 1024


async def parameters_of(request: Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    """Plain parameters and file parts, by name."""
    given: dict[str, Any] = dict(request.query_params)
    kind = request.headers.get("content-type", "").split(";")[0].strip()
    match kind:
        case "application/json":
            return given | await _json(request), {}
        case "application/x-www-form-urlencoded" | "multipart/form-data":
            fields, files = await form_of(request)
            return given | {name: values[-1] for name, values in fields.items()}, {name: files[name][-1] for name in files}
    return given, {}


async def _json(request: Request) -> dict[str, Any]:
    try:
        body = await request.json()
    except ValueError:
        raise bad_request("can't parse JSON of the request") from None
    if not isinstance(body, dict):
        raise bad_request("the request must be a JSON object")
    return body


async def form_of(request: Request) -> tuple[dict[str, list[str]], dict[str, list[Upload]]]:
    """The fields and the files of a form, several of one name in the order sent."""
    fields: dict[str, list[str]] = {}
    files: dict[str, list[Upload]] = {}
    async with request.form(max_files=MOST_PARTS, max_fields=MOST_PARTS, max_part_size=LARGEST_FIELD) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                mime = value.content_type or "application/octet-stream"
                files.setdefault(name, []).append(Upload(value.filename or name, mime, await value.read()))
            else:
                fields.setdefault(name, []).append(value)
    return fields, files
