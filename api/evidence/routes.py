"""Evidence: the bot puts it, staff read it."""

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import FileResponse

from api.access import only
from api.contract import EvidenceKept, Sha256
from api.evidence.storing import find, receive
from api.vault import Keeping
from content.file_kinds import ENDINGS

router = APIRouter(prefix="/v1/evidence", tags=["evidence"])


BODY = {
    "requestBody": {"required": True, "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}
}
FILE: dict[int | str, dict[str, Any]] = {
    200: {"content": {media_type: {"schema": {"type": "string", "format": "binary"}} for media_type in ENDINGS}}
}


@router.put("/{sha256}", dependencies=[only("bot")], openapi_extra=BODY)
async def put_evidence(sha256: Sha256, request: Request, vault: Keeping) -> EvidenceKept:
    """Keeps the raw body, up to 20 MB: PDF, JPEG, PNG, DOCX or XLSX by its content. Put twice, it is kept once."""
    return await receive(vault, sha256, request)


@router.get("/{sha256}", dependencies=[only("support", "reviewer", "committee")], response_class=FileResponse, responses=FILE)
def get_evidence(sha256: Sha256, vault: Keeping) -> FileResponse:
    """The file, to be downloaded and never shown in place."""
    path, media_type = find(vault, sha256)
    headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox", "Cache-Control": "private, no-store"}
    return FileResponse(path, media_type=media_type, filename=sha256 + ENDINGS.get(media_type, ""), headers=headers)
