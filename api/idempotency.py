"""A delivery that is repeated does nothing twice: the same key and body is the same request."""

from typing import Annotated

from fastapi import Depends, Header, Request
from pydantic import JsonValue

from api.errors import Refusal


class KeyReused(Refusal):
    """That idempotency key came before, with another body."""

    name, title = "key-reused", "Esa clave de idempotencia ya se usó con otro contenido."


async def _sent(request: Request) -> JsonValue:
    # Without a body there is none to count on; that it is missing is told with everything else that is wrong.
    body: JsonValue = await request.json() if await request.body() else None
    return body


Sent = Annotated[JsonValue, Depends(_sent)]
"""The body as it came, which a digest is counted on."""

Key = Annotated[str, Header(alias="Idempotency-Key", pattern=r"^[\x21-\x7e]{1,200}$")]
