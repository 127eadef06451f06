"""How large a body may be. What is over it is read to its end and thrown away, so that the refusal is heard."""

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

BODY = 2 << 20  # a pre-application of 64 answers has about 20 kB
EVIDENCE = 20 << 20
EVIDENCE_PATH = "/v1/evidence/"
HEARD_OUT = 64 << 20  # who sends more than that is cut off


class Bounded:
    """Ends requests whose body is over the limit with 413, whether or not they announce their length."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, counting what comes."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = EVIDENCE if scope["path"].startswith(EVIDENCE_PATH) else BODY
        came = 0

        async def counted() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > limit:
                await _hear_out(message, receive)
                raise HTTPException(413)
            return message

        await self._app(scope, counted, send)


async def _hear_out(message: Message, receive: Receive) -> None:
    heard = 0
    while message.get("more_body", False) and heard < HEARD_OUT:
        message = await receive()
        heard += len(message.get("body", b""))
