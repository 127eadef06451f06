"""What an operator may set, by environment or `.env`; everything has a default that works on one machine."""

import difflib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, Self

from dotenv import dotenv_values
from pydantic import ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "SELLO_"
# The bot's and the playground's, who read them in settings of their own: known here only to tell them from a slip.
OF_THE_OTHERS = frozenset(
    {
        "SELLO_BOT_TOKEN",
        "SELLO_TELEGRAM_URL",
        "SELLO_API_URL",
        "SELLO_API_TOKEN",
        "SELLO_BOT_DATABASE_URL",
        "SELLO_SPOOL_DIR",
        "SELLO_CHAT_PACE",
        "SELLO_SUPPORT_CHAT_ID",
        "SELLO_WEBHOOK_URL",
        "SELLO_WEBHOOK_SECRET",
        "SELLO_WEBHOOK_LISTEN",
        "SELLO_PLAYGROUND_LISTEN",
    }
)


class SettingsWrong(ValueError):
    """What is wrong and how to mend it, in one line of Spanish."""


class Settings(BaseSettings):
    """The api's settings; each is `SELLO_` and its name in capitals."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", frozen=True
    )

    api_database_url: str = "sqlite:///var/api.sqlite3"
    evidence_dir: Path = Path("var/evidence")
    api_listen: str = "127.0.0.1:8000"
    public_url: str | None = None
    bot_username: str | None = None
    log_format: Literal["console", "json"] = "console"

    @field_validator("api_database_url")
    @classmethod
    def _known_database(cls, url: str) -> str:
        if not url.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg://")):
            raise ValueError("debe empezar con sqlite:/// o postgresql://")
        return url

    @field_validator("api_listen")
    @classmethod
    def _host_and_port(cls, listen: str) -> str:
        host, _, port = listen.rpartition(":")
        if not host or not port.isdecimal() or not 0 <= int(port) <= 65535:
            raise ValueError("debe ser dirección:puerto, como 127.0.0.1:8000")
        return listen

    @property
    def address(self) -> tuple[str, int]:
        """Host and port to listen at."""
        host, _, port = self.api_listen.rpartition(":")
        return host.strip("[]"), int(port)

    @classmethod
    def read(cls) -> Self:
        """The settings of this process; SettingsWrong names the first thing to mend."""
        _refuse_slips({*os.environ, *dotenv_values(".env")})
        try:
            return cls()
        except ValidationError as wrong:
            first = wrong.errors()[0]
            name = PREFIX + str(first["loc"][0]).upper()
            said = (
                first["msg"].removeprefix("Value error, ") if first["type"] == "value_error" else f"«{first['input']}» no sirve"
            )
            raise SettingsWrong(f"{name}: {said}. Corríjalo en el entorno o en el archivo .env.") from None


def names() -> frozenset[str]:
    """Every variable that the api reads."""
    return frozenset(PREFIX + name.upper() for name in Settings.model_fields)


def _refuse_slips(given: Iterable[str]) -> None:
    known = names() | OF_THE_OTHERS
    for name in sorted(given):
        if name.startswith(f"{PREFIX}KEEP_"):
            raise SettingsWrong(f"{name}: los plazos se fijan en «conservacion» de content/ayuda/plazos.yaml. Quite el ajuste.")
        if name.startswith(PREFIX) and name not in known and not name.startswith("SELLO_TEST_"):
            near = difflib.get_close_matches(name, known, n=1, cutoff=0)
            raise SettingsWrong(f"{name} no es un ajuste conocido. ¿Quiso decir {near[0]}?")
