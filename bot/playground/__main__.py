"""`python -m bot.playground`: serves the playground until it is told to stop."""

import argparse
import os
import signal
import sys
import tempfile
from pathlib import Path

DEFAULT_LISTEN = "127.0.0.1:8080"
DEFAULT_TOKEN = "42:playground"  # noqa: S105 - opens nothing but a playground


def _arguments(words: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bot.playground", description="Un Telegram propio, para probar sin salir de esta máquina."
    )
    listen = os.environ.get("SELLO_PLAYGROUND_LISTEN") or DEFAULT_LISTEN
    parser.add_argument(
        "--listen", default=listen, metavar="HOST:PUERTO", help="dónde escucha (SELLO_PLAYGROUND_LISTEN; %(default)s)"
    )
    parser.add_argument("--token", default=DEFAULT_TOKEN, metavar="TOKEN", help="el token que usa el bot (%(default)s)")
    parser.add_argument(
        "--username", default="sello_demo_bot", metavar="NOMBRE", help="el nombre de usuario del bot (%(default)s)"
    )
    parser.add_argument(
        "--data", type=Path, metavar="CARPETA", help="dónde guarda chats y archivos; sin ella se pierden al cerrar"
    )
    parser.add_argument("--invitation", metavar="CÓDIGO", help="código de invitación que la página ofrece a Marta")
    parser.add_argument("--role", metavar="CÓDIGO", help="código de rol que la página ofrece a Sofía, del equipo de apoyo")
    parser.add_argument("--hint", metavar="TEXTO", help="una línea que dice qué probar")
    return parser.parse_args(words)


def main(words: list[str] | None = None) -> int:
    """Runs until SIGTERM or Ctrl-C; 0 when it served, 2 when it was told something impossible."""
    asked = _arguments(words)
    host, _, port = asked.listen.rpartition(":")
    if not host or not port.isdecimal() or not asked.token.split(":")[0].isdecimal():
        print("El lugar se escribe HOST:PUERTO, como 127.0.0.1:8080; el token, NÚMERO:PALABRA.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="playground-") as passing:
        return _serve(asked, host, int(port), asked.data or Path(passing))


def _serve(asked: argparse.Namespace, host: str, port: int, directory: Path) -> int:
    # Here and not above, so that --help answers at once.
    from bot.playground.company import gather
    from bot.playground.keeping import restore
    from bot.playground.loopback import listening_socket
    from bot.playground.serving import make_server
    from bot.playground.world import World

    world = World(asked.token, asked.username, directory / "files")
    kept_in = directory / "playground.json"
    restore(world, kept_in)
    gather(world)
    opening = {"invitation": asked.invitation, "role": asked.role, "hint": asked.hint}
    try:
        listening = listening_socket(host, port)
    except OSError as error:
        print(f"No se puede escuchar en {host}:{port}: {error.strerror}. Elija otro lugar con --listen.", file=sys.stderr)
        return 1
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(
            each, signal.SIG_IGN
        )  # the server has its own handlers while it runs, and repeats the signal when it is done
    print(f"Teléfonos de prueba: http://{host}:{listening.getsockname()[1]}/", flush=True)
    make_server(world, host, port, opening, kept_in).run([listening])
    return 0


if __name__ == "__main__":
    sys.exit(main())
