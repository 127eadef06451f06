"""What an operator may set, by environment or `.env`; everything but Telegram's token has a default that works on one machine."""

import difflib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, Self

from dotenv import dotenv_values
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from content.help import Help, unfilled

PREFIX = "SELLO_"
TELEGRAM = "https://api.telegram.org"
# The api's and the playground's, who read them in settings of their own: known here only to tell them from a slip.
OF_THE_OTHERS = frozenset(
    {
        "SELLO_API_DATABASE_URL",
        "SELLO_EVIDENCE_DIR",
        "SELLO_API_LISTEN",
        "SELLO_PLAYGROUND_LISTEN",
        "SELLO_PUBLIC_URL",
    }
)


class SettingsWrong(ValueError):
    """What is wrong and how to mend it, in one line of Spanish."""


class Settings(BaseSettings):
    """The bot's settings; each is `SELLO_` and its name in capitals."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", frozen=True
    )

    bot_token: SecretStr | None = None
    bot_username: str | None = None
    telegram_url: str = TELEGRAM
    api_url: str = "http://127.0.0.1:8000"
    api_token: SecretStr | None = None
    bot_database_url: str = "sqlite:///var/bot.sqlite3"
    spool_dir: Path = Path("var/spool")
    support_chat_id: int | None = None
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    webhook_listen: str = "127.0.0.1:8081"
    chat_pace: float = Field(
        default=1.0,
        gt=0,
        le=30,
        description="messages a second to one chat; Telegram asks for about one",
    )
    log_format: Literal["console", "json"] = "console"

    @field_validator("bot_token", "bot_username", "api_token", "support_chat_id", "webhook_url", "webhook_secret", mode="before")
    @classmethod
    def _nothing_is_none(cls, given: object) -> object:
        return None if given == "" else given

    @field_validator("bot_database_url")
    @classmethod
    def _known_database(cls, url: str) -> str:
        if not url.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg://")):
            raise ValueError("debe empezar con sqlite:/// o postgresql://")
        return url

    @field_validator("telegram_url", "api_url", "webhook_url")
    @classmethod
    def _address(cls, url: str | None) -> str | None:
        if url is not None and not url.startswith(("http://", "https://")):
            raise ValueError("debe empezar con http:// o https://")
        return url.rstrip("/") if url else None

    @field_validator("webhook_listen")
    @classmethod
    def _host_and_port(cls, listen: str) -> str:
        host, _, port = listen.rpartition(":")
        if not host or not port.isdecimal() or not 0 <= int(port) <= 65535:
            raise ValueError("debe ser dirección:puerto, como 127.0.0.1:8081")
        return listen

    @model_validator(mode="after")
    def _webhook_has_its_secret(self) -> Self:
        secret = self.webhook_secret.get_secret_value() if self.webhook_secret else ""
        if self.webhook_url and not 16 <= len(secret) <= 256:
            raise ValueError("SELLO_WEBHOOK_URL necesita SELLO_WEBHOOK_SECRET, de 16 a 256 letras, cifras, _ o -")
        return self

    @property
    def token(self) -> str:
        """Telegram's token; SettingsWrong without one."""
        if self.bot_token is None or ":" not in self.bot_token.get_secret_value():
            raise SettingsWrong(
                "Falta SELLO_BOT_TOKEN: pídalo a @BotFather y póngalo en el archivo .env. Para probar sin él: make demo"
            )
        return self.bot_token.get_secret_value()

    @classmethod
    def read(cls) -> Self:
        """The settings of this process; SettingsWrong names the first thing to mend."""
        _refuse_slips({*os.environ, *dotenv_values(".env")})
        try:
            return cls()
        except ValidationError as wrong:
            first = wrong.errors()[0]
            named = f"{PREFIX}{str(first['loc'][0]).upper()}: " if first["loc"] else ""
            told = first["type"] == "value_error"
            said = first["msg"].removeprefix("Value error, ") if told else f"«{first['input']}» no sirve"
            raise SettingsWrong(f"{named}{said}. Corríjalo en el entorno o en el archivo .env.") from None


def refuse_blanks(settings: Settings, help: Help) -> None:
    """SettingsWrong while texts that real people would read still have blanks for whoever runs this."""
    if settings.telegram_url == TELEGRAM and (blanks := list(unfilled(help))):
        raise SettingsWrong(f"Complete {', '.join(blanks)} en content/ayuda antes de atender a personas. Para probar: make demo")


def names() -> frozenset[str]:
    """Every variable that the bot reads."""
    return frozenset(PREFIX + name.upper() for name in Settings.model_fields)


def _refuse_slips(given: Iterable[str]) -> None:
    known = names() | OF_THE_OTHERS
    for name in sorted(given):
        if name.startswith(f"{PREFIX}KEEP_"):
            raise SettingsWrong(f"{name}: los plazos se fijan en «conservacion» de content/ayuda/plazos.yaml. Quite el ajuste.")
        if name.startswith(PREFIX) and name not in known and not name.startswith("SELLO_TEST_"):
            near = difflib.get_close_matches(name, known, n=1, cutoff=0)
            raise SettingsWrong(f"{name} no es un ajuste conocido. ¿Quiso decir {near[0]}?")
