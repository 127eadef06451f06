"""`make demo`: api, playground and bot on this machine, without a token."""

import os
import socket
from collections.abc import Mapping, Sequence
from pathlib import Path

import typer

from bot.demo.household import Household
from bot.demo.keepsakes import code_in, kept
from bot.settings import SettingsWrong

VAR = Path("var")
TOKEN = "42:playground"  # noqa: S105  (opens nothing but a playground)
USERNAME = "sello_demo_bot"
COMMUNE = "13125"  # Quilicura, the first to hold the Seal
SUPPORT_GROUP = -1_002_000_000_001  # the first group of a playground
_HINT = "Pruebe: en el teléfono de Marta presione «Iniciar», elija un idioma y abra la invitación."
_API_DATABASE = VAR / "demo-api.sqlite3"
_TOKEN, _INVITATION, _ROLE = (VAR / f"demo-{name}" for name in ("token", "invitation", "role"))


def demonstrate() -> int:
    """Runs until Ctrl-C; 0 when it ended as asked."""
    api = os.environ.get("SELLO_API_LISTEN", "127.0.0.1:8000")
    page = os.environ.get("SELLO_PLAYGROUND_LISTEN", "127.0.0.1:8080")
    _check_free({"SELLO_API_LISTEN": api, "SELLO_PLAYGROUND_LISTEN": page})
    typer.echo("Preparando la demostración…")
    _forget_what_a_lost_database_gave()
    household = Household(_environment(api, page))
    household.start("api", "api")
    household.start("playground", "bot.playground", *_playground_words(household.environment, page))
    household.await_answer("api", f"http://{api}/readyz")
    household.await_answer("playground", f"http://{page}/")
    household.start("bot", "bot")
    typer.echo(f"\n  Abra esta página: http://{page}/\n  Ctrl-C detiene todo. Los datos quedan en la carpeta var/.\n")
    return household.wait()


def _check_free(listens: Mapping[str, str]) -> None:
    for name, listen in listens.items():
        host, _, port = listen.rpartition(":")
        try:
            socket.create_server((host, int(port))).close()
        except (OSError, ValueError):
            raise SettingsWrong(f"{listen} está ocupado. Cierre lo que lo usa o elija otro con {name}=127.0.0.1:PUERTO") from None


def _forget_what_a_lost_database_gave() -> None:
    if not _API_DATABASE.exists():
        for file in (_TOKEN, _INVITATION, _ROLE):
            file.unlink(missing_ok=True)


def _environment(api: str, page: str) -> dict[str, str]:
    ours = {
        "SELLO_BOT_TOKEN": TOKEN,
        "SELLO_BOT_USERNAME": USERNAME,
        "SELLO_TELEGRAM_URL": f"http://{page}",
        "SELLO_API_URL": f"http://{api}",
        "SELLO_API_LISTEN": api,
        "SELLO_BOT_DATABASE_URL": f"sqlite:///{VAR}/demo-bot.sqlite3",
        "SELLO_API_DATABASE_URL": f"sqlite:///{_API_DATABASE}",
        "SELLO_EVIDENCE_DIR": str(VAR / "demo-evidence"),
        "SELLO_SPOOL_DIR": str(VAR / "demo-spool"),
        "SELLO_WEBHOOK_URL": "",  # whatever .env says for the real Telegram
        "SELLO_SUPPORT_CHAT_ID": str(SUPPORT_GROUP),
    }
    environment = {**os.environ, **ours}
    token = kept(_TOKEN, environment, "token", "create", "--role", "bot", "--name", "demo")
    return {**environment, "SELLO_API_TOKEN": token}


def _playground_words(environment: Mapping[str, str], page: str) -> Sequence[str]:
    invitation = kept(_INVITATION, environment, "invite", "--commune", COMMUNE, "--uses", "20", "--days", "365")
    role = kept(_ROLE, environment, "invite", "--role", "support", "--uses", "20", "--days", "365")
    itself = ("--listen", page, "--token", TOKEN, "--username", USERNAME, "--data", str(VAR / "demo-phones"))
    return (*itself, "--invitation", code_in(invitation), "--role", code_in(role), "--hint", _HINT)
