"""A PostgreSQL for the tests: the one the environment names, else the system's own binaries, started for this run."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import psycopg
from psycopg import sql
from sqlalchemy import make_url

from tests.machine import lack, program

NAMED = "SELLO_TEST_POSTGRESQL_URL"
BINARIES = "/usr/lib/postgresql/*/bin"
HASTE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off", "max_connections": "200"}
DURABLE = {"max_connections": "200"}
PATIENCE = 30.0
_SEND_AWAY = """SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()"""
_USED = """SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
    AND relname <> 'alembic_version' AND pg_relation_size(oid) > 0"""


@dataclass(frozen=True, slots=True)
class PostgreSQL:
    """A running server; `url` is a database on it from which others may be made."""

    url: str
    _free: dict[Callable[[str], None], list[str]] = field(default_factory=lambda: defaultdict(list))

    @contextmanager
    def lent(self, tables: Callable[[str], None]) -> Iterator[str]:
        """The URL of a database with those tables, empty; emptied afterwards and lent again: to make one takes a while."""
        if not self._free[tables]:
            made = self.create()
            tables(made)
            self._free[tables].append(made)
        url = self._free[tables].pop()
        yield url
        self._empty(url)
        self._free[tables].append(url)

    def create(self) -> str:
        """The URL, `postgresql://…`, of a new and empty database."""
        name = f"sello_{uuid4().hex}"
        self._command(sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(sql.Identifier(name)))
        return make_url(self.url).set(database=name).render_as_string(hide_password=False)

    def drop(self, url: str) -> None:
        """Removes the database, whoever is still connected to it."""
        name = make_url(url).database or ""
        self._command(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def _empty(self, url: str) -> None:
        """Whoever is still connected is sent away; every table that ever had a row loses them all, and counts anew."""
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(_SEND_AWAY)
            used = [sql.Identifier(name) for (name,) in connection.execute(_USED)]
            if used:
                connection.execute(sql.SQL("TRUNCATE {} RESTART IDENTITY CASCADE").format(sql.SQL(", ").join(used)))

    def _command(self, command: sql.Composed) -> None:
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(command)


@contextmanager
def running_postgresql(settings: Mapping[str, str] = HASTE) -> Iterator[PostgreSQL]:
    """The server for this run, stopped afterwards if it was started here; skips where there is none to be had.

    Made for haste, it loses everything with the machine's power; DURABLE is what an operator would run.
    """
    if named := os.environ.get(NAMED):
        yield PostgreSQL(named)
        return
    binaries = {name: program(name, BINARIES) for name in ("initdb", "postgres")}
    if (initdb := binaries["initdb"]) is None or (server := binaries["postgres"]) is None:
        lack("postgresql", f"install it, or name one in {NAMED}")
    folder = Path(tempfile.mkdtemp(prefix="sello-postgresql-"))
    try:
        yield from _started(initdb, server, folder, settings)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _started(initdb: Path, server: Path, folder: Path, settings: Mapping[str, str]) -> Iterator[PostgreSQL]:
    user, port, data = _unprivileged(folder), _free_port(), folder / "data"
    ways = ["-U", "sello", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"]
    subprocess.run([initdb, "-D", data, *ways], user=user, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    options = {**settings, "listen_addresses": "127.0.0.1", "port": str(port), "unix_socket_directories": ""}
    spelled = [word for name, value in options.items() for word in ("-c", f"{name}={value}")]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen([server, "-D", data, *spelled], user=user, cwd=folder, stdout=log, stderr=log)
    try:
        url = f"postgresql://sello@127.0.0.1:{port}/postgres"
        _await(url, process, folder / "log")
        yield PostgreSQL(url)
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _unprivileged(folder: Path) -> str | None:
    """PostgreSQL refuses to run as root: the user to run it as, who is given the folder; None where we are not root."""
    if os.geteuid() != 0:
        return None
    shutil.chown(folder, "nobody")
    return "nobody"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _await(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Returns once the server answers; RuntimeError with its log if it does not."""
    limit = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < limit:
        try:
            psycopg.connect(url, connect_timeout=2).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text(errors='replace')}")
