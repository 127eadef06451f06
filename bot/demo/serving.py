"""`make run`: api and bot for the real Telegram, configured by the environment or `.env`."""

import os
from pathlib import Path

from dotenv import dotenv_values

from bot.demo.household import Household
from bot.demo.keepsakes import kept
from bot.settings import Settings, refuse_blanks
from content.reading import read_help

_TOKEN = Path("var/api-token")


def serve() -> int:
    """Runs until asked to stop; 0 when both ended as asked."""
    settings = Settings.read()
    _ = settings.token  # what is missing is said before anything starts
    refuse_blanks(settings, read_help())
    address = api_url(settings)
    household = Household({**os.environ, "SELLO_API_URL": address, "SELLO_API_TOKEN": _api_token(settings)})
    household.start("api", "api")
    household.await_answer("api", f"{address}/readyz")
    household.start("bot", "bot")
    return household.wait()


def api_url(settings: Settings) -> str:
    """Where the bot finds the api that is started beside it: where it listens, unless another address was set."""
    given = {**dotenv_values(".env"), **os.environ}
    listen = given.get("SELLO_API_LISTEN")
    return f"http://{listen}" if listen and not given.get("SELLO_API_URL") else settings.api_url


def _api_token(settings: Settings) -> str:
    if settings.api_token:
        return settings.api_token.get_secret_value()
    return kept(_TOKEN, os.environ, "token", "create", "--role", "bot", "--name", "bot")
