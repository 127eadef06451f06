"""The directory with 50,000 services: what importing them takes, and whether a page stays as quick as with a hundred."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from re import findall
from typing import Any

from starlette.testclient import TestClient

from api.app import create_app
from api.database import Database
from api.directory.importing import import_services
from api.library import Library
from api.migrations import upgrade
from api.settings import Settings
from content.directory import Commune
from content.local_services import Category
from tests.benchmarks.figures import Figures, milliseconds
from tests.databases import DURABLE, running_postgresql

FEW, MANY = 100, 50_000
ROUNDS = 40
FLAT = 2.0
CATEGORIES = [each.value for each in Category]


def test_importing(tmp_path: Path, figures: Figures) -> None:
    """As an operator does it: a process of its own, whose memory is looked at while it works."""
    idle = _peak(tmp_path, [])
    for name, write in (("CSV", _write_csv), ("HSDS", _write_hsds)):
        file = tmp_path / f"{MANY}.{'csv' if name == 'CSV' else 'json'}"
        write(file, MANY)
        began = time.perf_counter()
        peak = _peak(tmp_path, ["import-services", str(file)])
        seconds = time.perf_counter() - began
        figures.add(f"importing {MANY} services, {name}", f"{seconds:.0f} s", f"{MANY / seconds:.0f}/s, {_size(file):.0f} MB")
        figures.add(
            f"memory at most, importing {MANY}, {name}", f"{peak:.0f} MB", f"{idle:.0f} MB for a command that does little"
        )


def test_pages_on_sqlite(tmp_path: Path, figures: Figures) -> None:
    _measure("SQLite", [f"sqlite:///{tmp_path}/{count}.sqlite3" for count in (FEW, MANY)], tmp_path, figures)


def test_pages_on_postgresql(tmp_path: Path, figures: Figures) -> None:
    with running_postgresql(DURABLE) as server:
        urls = [server.create() for _ in (FEW, MANY)]
        _measure("PostgreSQL", urls, tmp_path, figures)


def _measure(name: str, urls: list[str], folder: Path, figures: Figures) -> None:
    with _filled(urls[0], FEW, folder) as few, _filled(urls[1], MANY, folder) as many:
        first, again, deep = _medians([(few, {}), (many, {}), (many, {"page": MANY // 50})])
        figures.add(f"/hsds/services, a page of 50 of {FEW}, {name}", milliseconds(first))
        figures.add(f"… of {MANY}, the first page", milliseconds(again), f"{again / first:.2f} times, goal: flat")
        figures.add(f"… of {MANY}, the last page", milliseconds(deep), f"{deep / first:.2f} times, goal: flat")
        before, word = _medians([(few, {"search": "refugio"}), (many, {"search": "refugio"})])
        figures.add(f"… of {MANY}, with a word that 50 have", milliseconds(word), f"{word / before:.2f} times, goal: flat")
        narrowed = _medians([(many, {"search": "salud"}), (many, {"commune": "05601"}), (many, {"full": True})])
        for what, seconds in zip(("with a word that all have", "of a commune", "in full"), narrowed, strict=True):
            figures.add(f"… of {MANY}, {what}", milliseconds(seconds))
    assert max(again, deep) < FLAT * first
    assert word < FLAT * before


def _medians(asked: list[tuple[TestClient, Mapping[str, Any]]]) -> list[float]:
    """In turns, so that a slow moment slows each of them."""
    taken: list[list[float]] = [[] for _ in asked]
    for _ in range(ROUNDS):
        for times, (client, params) in zip(taken, asked, strict=True):
            began = time.perf_counter()
            answer = client.get("/hsds/services", params=params)
            times.append(time.perf_counter() - began)
            assert answer.json()["contents"], params
    return [statistics.median(times) for times in taken]


@contextmanager
def _filled(url: str, count: int, folder: Path) -> Iterator[TestClient]:
    library, database = Library.read(), Database(url)
    upgrade(database)
    file = folder / f"{count}.csv"
    _write_csv(file, count)
    imported = import_services(database, library, file, lambda _: None)
    assert (imported.kept, imported.refused) == (count, [])
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("ANALYZE")
    database.close()
    settings = Settings(_env_file=None, api_database_url=url, evidence_dir=folder / "evidence")
    with TestClient(create_app(settings, library)) as client:
        yield client


def _write_csv(file: Path, count: int) -> None:
    communes = _communes()
    with file.open("w", encoding="utf-8") as out:
        out.write("nombre;comuna;temas;descripcion;quien;llevar;horario;lugares;telefonos\n")
        for number in range(count):
            commune = communes[number % len(communes)]
            word = "refugio" if number % (count // 50) == 0 else "trabajo"
            out.write(
                f"Servicio {number};{commune.cut};{CATEGORIES[number % 18]} | INFO;Orientación sobre {word}, salud y estudios "
                f"para quienes llegan.;Personas que viven en {commune.name}.;Un documento, si lo tiene | Una carpeta;"
                f"lunes a viernes 09:00-14:00;Calle Larga {number}, {commune.cut}, -33.5, -70.6;+56 2 {number:07}\n"
            )


def _write_hsds(file: Path, count: int) -> None:
    communes = _communes()
    with file.open("w", encoding="utf-8") as out:
        out.write('{"contents": [')
        for number in range(count):
            out.write((",\n" if number else "") + json.dumps(_document(number, communes[number % len(communes)])))
        out.write("]}")


def _document(number: int, commune: Commune) -> Mapping[str, Any]:
    organization = {"name": f"Fundación {number % 500}", "description": "Una fundación."}
    address = {"address_1": f"Calle Larga {number}", "city": commune.name, "postal_code": commune.cut}
    return {
        "name": f"Servicio de otra parte {number}",
        "description": "Orientación sobre trabajo, salud y estudios para quienes llegan.",
        "organization": organization,
        "attributes": [{"taxonomy_term": {"code": CATEGORIES[number % 18]}}],
        "service_areas": [{"extent": commune.cut, "extent_type": "text"}],
        "schedules": [{"freq": "WEEKLY", "byday": "MO,TU,WE", "opens_at": "09:00-03:00", "closes_at": "14:00-03:00"}],
        "service_at_locations": [{"location": {"latitude": -33.5, "longitude": -70.6, "addresses": [address]}}],
        "phones": [{"number": f"+56 2 {number:07}"}],
    }


def _communes() -> list[Commune]:
    return [each for each in Library.read().communes.all() if each.has_municipality]


def _peak(folder: Path, words: list[str]) -> float:
    """The most memory that `python -m api …` had at once, in MB."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("SELLO_")}
    surroundings = {**inherited, "SELLO_API_DATABASE_URL": f"sqlite:///{folder}/imported.sqlite3"}
    command = [sys.executable, "-m", "api", *(words or ["migrate"])]
    most = 0
    with subprocess.Popen(command, env=surroundings, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            told = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
            most = max([most, *(int(kilobytes) for kilobytes in findall(r"VmHWM:\s+(\d+)", told))])
            time.sleep(0.1)
    assert process.returncode == 0
    return most / 1024


def _size(file: Path) -> float:
    return file.stat().st_size / 1024 / 1024
