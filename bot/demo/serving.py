"""`make run`: api and bot for the real Telegram, configured by the environment or `.env`."""

import os
from pathlib import Path

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
    household = Household({**os.environ, "SELLO_API_TOKEN": _api_token(settings)})
    household.start("api", "api")
    household.await_answer("api", f"{settings.api_url}/readyz")
    household.start("bot", "bot")
    return household.wait()


def _api_token(settings: Settings) -> str:
    if settings.api_token:
        return settings.api_token.get_secret_value()
    return kept(_TOKEN, os.environ, "token", "create", "--role", "bot", "--name", "bot")
