"""Taking a piece of evidence in, and finding it again."""

from pathlib import Path

from fastapi.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request

from api.contract import EvidenceKept
from api.errors import Refusal
from api.vault import Incoming, Vault
from content.file_kinds import ENDINGS, media_type_of


class EvidenceEmpty(Refusal):
    """Nothing came."""

    name, title = "evidence-empty", "El archivo está vacío."


class DigestWrong(Refusal):
    """What came is not what the address says."""

    name, title = "wrong-digest", "El contenido no corresponde a la huella indicada."


class TypeRefused(Refusal):
    """The content is none of the accepted types, whatever it is called."""

    name, title = "type-refused", "Ese tipo de archivo no se acepta."


class Interrupted(Refusal):
    """The sender went away half-way; nothing was kept."""

    name, status, title = "interrupted", 400, "El envío se interrumpió."


class EvidenceUnknown(Refusal):
    """Nothing is kept under that digest."""

    name, status, title = "unknown-evidence", 404, "No hay ningún archivo con esa huella."


async def receive(vault: Vault, digest: str, request: Request) -> EvidenceKept:
    """Keeps the body under its digest, once and for good; any refusal leaves nothing behind."""
    with vault.incoming() as incoming:
        try:
            async for chunk in request.stream():
                incoming.add(chunk)
        except ClientDisconnect:
            raise Interrupted from None
        return await run_in_threadpool(_keep, vault, incoming, digest)


def find(vault: Vault, digest: str) -> tuple[Path, str]:
    """The file and its media type; EvidenceUnknown."""
    if not vault.has(digest):
        raise EvidenceUnknown(sha256=digest)
    path = vault.path(digest)
    with path.open("rb") as file:
        return path, media_type_of(file) or "application/octet-stream"


def _keep(vault: Vault, incoming: Incoming, digest: str) -> EvidenceKept:
    came = incoming.finish()
    if incoming.size == 0:
        raise EvidenceEmpty
    if came != digest:
        raise DigestWrong(expected=digest, received=came)
    with incoming.path.open("rb") as file:
        media_type = media_type_of(file)
    if media_type is None:
        raise TypeRefused(f"Se aceptan: {', '.join(ENDINGS.values())}.", accepted=list(ENDINGS))
    vault.keep(incoming, digest)
    return EvidenceKept(sha256=digest, media_type=media_type, size=incoming.size)
