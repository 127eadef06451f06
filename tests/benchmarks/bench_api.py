"""The api as a process: how many pre-applications it judges and keeps, and how long one takes at a steady pace."""

import asyncio
import os
import socket
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.dialogue.turn import Content
from content.answers import AnswerRefused, read_answer
from content.programme import Programme, Question
from tests.api.dossiers import dossier
from tests.benchmarks.api_load import Load
from tests.benchmarks.figures import Figures, milliseconds, spread
from tests.databases import DURABLE, running_postgresql
from tests.whole.stage import Child

ANSWERS = 60
ROUNDS = 3
SAID = (
    "yes",
    "a",
    ["a", "b"],
    ["a"],
    12,
    "2026-03",
    {"status": "later"},
    "Un texto breve, como los que se escriben en un teléfono.",
)


def test_on_sqlite(tmp_path: Path, content: Content, figures: Figures) -> None:
    _measure("SQLite", f"sqlite:///{tmp_path}/api.sqlite3", tmp_path, content, figures)


def test_on_postgresql(tmp_path: Path, content: Content, figures: Figures) -> None:
    with running_postgresql(DURABLE) as server:
        url = server.create()
        _measure("PostgreSQL", url, tmp_path, content, figures)
        server.drop(url)


def _measure(name: str, database: str, folder: Path, content: Content, figures: Figures) -> None:
    communes = [each.cut for each in content.communes.all() if each.has_municipality]
    with _running_api(database, folder) as (url, token):
        load = Load(url, token, _body(content.current), communes)
        asyncio.run(load.per_second(1, 1))  # warms it up
        for connections in (1, 4, 8):
            rates = [asyncio.run(load.per_second(connections, 3)) for _ in range(ROUNDS)]
            figures.add(
                f"pre-applications on {name}, {connections} at a time", spread(rates), f"{ANSWERS} answers, judged, durable"
            )
        taken = sorted(asyncio.run(load.latencies(50, 20)))
        within = f"99 of 100 within {milliseconds(statistics.quantiles(taken, n=100)[-1])}, {load.refused} refused"
        figures.add(f"a pre-application on {name} at 50 a second", milliseconds(statistics.median(taken)), within)


def _body(programme: Programme) -> dict[str, Any]:
    questions = [question for criterion in programme.criteria() for question in criterion.questions][:ANSWERS]
    return dossier(programme, {each.id: _said(each) for each in questions})


def _said(question: Question) -> object:
    for said in SAID:
        try:
            read_answer(question, said)
        except AnswerRefused:
            continue
        return said
    pytest.fail(f"nothing to say to {question.id}")


@contextmanager
def _running_api(database: str, folder: Path) -> Iterator[tuple[str, str]]:
    listen = f"127.0.0.1:{_free_port()}"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SELLO_")} | {
        "SELLO_API_DATABASE_URL": database,
        "SELLO_API_LISTEN": listen,
        "SELLO_EVIDENCE_DIR": str(folder / "evidence"),
    }
    words = [sys.executable, "-m", "api", "token", "create", "--role", "bot", "--name", "bench"]
    token = subprocess.run(words, env=environment, capture_output=True, text=True, check=True).stdout.strip()
    child = Child(("api",), environment, folder / "api.log", f"http://{listen}/readyz")
    child.start()
    try:
        child.await_ready()
        yield f"http://{listen}", token
    finally:
        child.kill()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
