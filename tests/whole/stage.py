"""Api, playground and bot as processes of their own, which a test may kill and start again."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
from sqlalchemy import Engine, create_engine, make_url

TOKEN = "42:playground"
PATIENCE = 60.0


@dataclass(slots=True)
class Child:
    """One program, started as a person would."""

    words: tuple[str, ...]
    environment: Mapping[str, str]
    log: Path
    ready: str = ""
    process: "subprocess.Popen[bytes] | None" = None

    def start(self) -> None:
        """Starts it, without waiting."""
        with self.log.open("ab") as log:
            command = [sys.executable, "-m", *self.words]
            self.process = subprocess.Popen(command, env=dict(self.environment), stdout=log, stderr=log)

    def kill(self) -> None:
        """Kills it, so that it can do nothing more."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def stop(self) -> int:
        """Asks it to end, and returns with what."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(20)

    def is_ready(self) -> bool:
        """Whether it answers."""
        try:
            return httpx2.get(self.ready, timeout=2).is_success
        except httpx2.HTTPError:
            return False

    def await_ready(self) -> None:
        """Returns when it answers; fails with its log when it does not."""
        limit = time.monotonic() + PATIENCE
        while time.monotonic() < limit and self.process is not None and self.process.poll() is None:
            if self.is_ready():
                return
            time.sleep(0.05)
        raise AssertionError(f"{self.words} did not come up:\n{self.log.read_text()[-3000:]}")


@dataclass(slots=True)
class Stage:
    """Everything that runs. `api_token` is the bot's, `playground` the root address of Telegram's stand-in."""

    folder: Path
    environment: dict[str, str]
    playground: str
    api_url: str
    children: dict[str, Child] = field(default_factory=dict)

    def add(self, name: str, *words: str, ready: str = "") -> Child:
        """A child, started."""
        child = Child(words, self.environment, self.folder / f"{name}.log", ready)
        child.start()
        self.children[name] = child
        return child

    def api(self, *words: str) -> str:
        """What the api's command line says."""
        command = [sys.executable, "-m", "api", *words]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, check=True).stdout.strip()

    def invitation(self, commune: str, uses: int = 5) -> str:
        """`inv_<code>` for a commune."""
        said = self.api("invite", "--commune", commune, "--uses", str(uses))
        return next(word for word in said.split() if word.startswith("inv_"))

    def ask(self, path: str, token: str) -> Any:
        """What the api answers, with that token."""
        answer = httpx2.get(self.api_url + path, headers={"Authorization": f"Bearer {token}"}, timeout=30)
        assert answer.is_success, answer.text
        return answer.json()

    def bot_database(self) -> Engine:
        """The bot's database, to look into without keeping anybody waiting."""
        url = make_url(self.environment["SELLO_BOT_DATABASE_URL"])
        return create_engine(url.set(drivername="postgresql+psycopg") if url.get_backend_name() == "postgresql" else url)

    def await_bot(self) -> None:
        """Returns when the bot has called Telegram: by then its database is as it should be."""
        limit = time.monotonic() + PATIENCE
        while not httpx2.get(f"{self.playground}/playground/calls", timeout=10).json():
            assert time.monotonic() < limit, self.logs()
            time.sleep(0.05)

    def logs(self) -> str:
        """The end of what each child logged."""
        return "\n".join(f"== {name}\n{child.log.read_text(errors='replace')[-2500:]}" for name, child in self.children.items())


@contextmanager
def staged(folder: Path, settings: Mapping[str, str] | None = None) -> Iterator[Stage]:
    """All three running, with files in the folder and whatever else is set."""
    api, page = (f"127.0.0.1:{free_port()}" for _ in range(2))
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SELLO_")} | {
        "SELLO_BOT_TOKEN": TOKEN,
        "SELLO_TELEGRAM_URL": f"http://{page}",
        "SELLO_API_URL": f"http://{api}",
        "SELLO_API_LISTEN": api,
        "SELLO_BOT_DATABASE_URL": f"sqlite:///{folder}/bot.sqlite3",
        "SELLO_API_DATABASE_URL": f"sqlite:///{folder}/api.sqlite3",
        "SELLO_EVIDENCE_DIR": str(folder / "evidence"),
        "SELLO_SPOOL_DIR": str(folder / "spool"),
        **(settings or {}),
    }
    stage = Stage(folder, environment, f"http://{page}", f"http://{api}")
    environment["SELLO_API_TOKEN"] = stage.api("token", "create", "--role", "bot", "--name", "bot")
    try:
        stage.add("playground", "bot.playground", "--listen", page, "--token", TOKEN, ready=f"http://{page}/playground/state")
        stage.add("api", "api", ready=f"http://{api}/readyz")
        stage.add("bot", "bot")
        for name in ("playground", "api"):
            stage.children[name].await_ready()
        stage.await_bot()
        yield stage
    finally:
        for child in stage.children.values():
            child.kill()


def free_port() -> int:
    """A port that nobody listens at."""
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
