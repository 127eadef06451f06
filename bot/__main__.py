"""`python -m bot`: runs the bot; `demo` tries everything on this machine, `chat` talks in this terminal."""

import sys
from collections.abc import Callable

import typer

app = typer.Typer(
    help="El asistente del Sello Migrante. Sin más, atiende en Telegram.",
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def main(context: typer.Context) -> None:
    """El asistente del Sello Migrante. Sin más, atiende en Telegram."""
    if context.invoked_subcommand is None:
        sys.exit(_told(_serve))


@app.command()
def run() -> None:
    """Levanta la api y el asistente, y atiende en Telegram con los ajustes del entorno o de .env."""
    from bot.demo.serving import serve

    sys.exit(_told(serve))


@app.command()
def demo() -> None:
    """Levanta todo en este equipo, sin token, y muestra la dirección de la página con los teléfonos."""
    from bot.demo.demonstration import demonstrate

    sys.exit(_told(demonstrate))


@app.command()
def chat() -> None:
    """La misma conversación en este terminal, sin red ni base de datos."""
    sys.exit(_told(_talk))


@app.command()
def health() -> None:
    """Termina bien si la base de datos responde y ningún mensaje espera en ella desde hace un minuto."""
    from bot.assembly import is_well
    from bot.settings import Settings

    sys.exit(_told(lambda: 0 if is_well(Settings.read()) else 1))


def _serve() -> int:
    from bot.assembly import run as serve
    from bot.settings import Settings

    serve(Settings.read())
    return 0


def _talk() -> int:
    from bot.assembly import read_content
    from bot.terminal import talk

    talk(read_content())
    return 0


def _told(work: Callable[[], int]) -> int:
    """What `work` returns; 2 when something is wrong that a person can mend, which is said in one line."""
    from bot.settings import SettingsWrong
    from content.catalogues import CataloguesBroken
    from content.reading import ContentMistakes

    try:
        return work()
    except (SettingsWrong, CataloguesBroken, ContentMistakes) as wrong:
        print(wrong, file=sys.stderr)
        return 2


if __name__ == "__main__":
    app()
