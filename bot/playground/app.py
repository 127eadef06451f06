"""One application: the Bot API for the bot, the phones for the people, the page for both."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import FileResponse, JSONResponse
from fastapi.staticfiles import StaticFiles

from bot.playground.bot_api import BotApi
from bot.playground.control_api import ControlApi
from bot.playground.delivery import Delivery
from bot.playground.groups_api import GroupsApi
from bot.playground.keeping import keep
from bot.playground.people import Impossible
from bot.playground.people_api import PeopleApi
from bot.playground.wire import Wire
from bot.playground.world import World

PAGE = Path(__file__).parent / "page"


def make_app(world: World, opening: Wire | None = None, kept_in: Path | None = None) -> FastAPI:
    """The playground of one world; `opening` is what the page says first: invitation, role, hint."""
    app = FastAPI(lifespan=_living(world, kept_in), openapi_url=None, redirect_slashes=False)
    bot_api = BotApi(world)
    app.include_router(bot_api.routes())
    app.include_router(PeopleApi(world).routes())
    app.include_router(GroupsApi(world).routes())
    app.include_router(ControlApi(world, bot_api, opening or {}).routes())
    app.add_api_route("/", _page, methods=["GET"], response_model=None)
    app.mount("/page", StaticFiles(directory=PAGE))
    app.add_exception_handler(Impossible, _refuse)
    return app


def _living(world: World, kept_in: Path | None) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def living(app: FastAPI) -> AsyncIterator[None]:
        works = [asyncio.create_task(Delivery(world).run())]
        if kept_in is not None:
            works.append(asyncio.create_task(keep(world, kept_in)))
        yield
        for work in works:
            work.cancel()
        await asyncio.gather(*works, return_exceptions=True)

    return living


async def _page() -> FileResponse:
    return FileResponse(PAGE / "index.html", headers={"Content-Security-Policy": "default-src 'self'; img-src 'self' data:"})


async def _refuse(request: Request, error: Exception) -> JSONResponse:
    return JSONResponse({"reason": str(error)}, 409)
