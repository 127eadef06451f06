"""The command line, as an operator uses it: in a process of its own, or, what only differs by its words, in this one."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import httpx2
import pytest
from typer.testing import CliRunner, Result

from api.__main__ import app

PROJECT = Path(__file__).parents[2]


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """Processes are slow to start: one kind of database is enough here."""
    return f"sqlite:///{tmp_path / 'sello.sqlite3'}"


@pytest.fixture
def surroundings(tmp_path: Path, database_url: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SELLO_")}
    return {
        **kept,
        "PYTHONPATH": str(PROJECT),
        "SELLO_API_DATABASE_URL": database_url,
        "SELLO_EVIDENCE_DIR": str(tmp_path / "evidence"),
        "SELLO_API_LISTEN": f"127.0.0.1:{_free_port()}",
    }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _run(tmp_path: Path, surroundings: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "api", *words]
    return subprocess.run(command, cwd=tmp_path, env=surroundings, capture_output=True, text=True, timeout=60, check=False)


Here = Callable[..., Result]


@pytest.fixture
def here(tmp_path: Path, surroundings: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Here:
    """Runs a command in this process."""
    for name in [each for each in os.environ if each.startswith("SELLO_")]:
        monkeypatch.delenv(name)
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(app, list(words), prog_name="python -m api")


def test_a_token_is_made_listed_and_revoked(tmp_path: Path, surroundings: dict[str, str]) -> None:
    made = _run(tmp_path, surroundings, "token", "create", "--role", "bot", "--name", "el bot")
    assert (made.returncode, made.stderr) == (0, "")
    assert re.fullmatch(r"sello_[\w-]{43}\n", made.stdout)
    assert "el bot" in _run(tmp_path, surroundings, "token", "list").stdout
    assert _run(tmp_path, surroundings, "token", "revoke", "1").returncode == 0
    assert "revocado" in _run(tmp_path, surroundings, "token", "list").stdout
    unknown = _run(tmp_path, surroundings, "token", "revoke", "99")
    assert (unknown.returncode, unknown.stderr) == (1, "No hay ningún token 99.\n")


def test_invitations_are_made_and_withdrawn(here: Here) -> None:
    made = here("invite", "--commune", "13101", "--uses", "3", "--days", "7")
    assert made.exit_code == 0, made.stderr
    found = re.search(r"/start inv_(\w{12})", made.stdout)
    assert found
    assert "/start rol_" in here("invite", "--role", "support").stdout
    assert here("withdraw", found[1]).exit_code == 0
    assert here("withdraw", "NADA").exit_code == 1


@pytest.mark.parametrize("words", ["", "--commune 13101 --role support", "--commune 99999", "--commune 12202"])
def test_a_wrong_invitation_is_told_in_one_line(here: Here, words: str) -> None:
    refused = here("invite", *words.split())
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr.count("\n") == 1


def test_services_go_out_and_come_in(here: Here, tmp_path: Path) -> None:
    sheet = tmp_path / "servicios.csv"
    sheet.write_bytes("nombre;comuna;temas\nOrientación;05601;INFO\nDañada;99999;INFO\n".encode("latin-1"))
    taken = here("import-services", "servicios.csv")
    assert taken.exit_code == 1
    assert "guardados: 1\nya estaban: 0\nrechazados: 1\n" in taken.stdout
    assert taken.stderr == "Fila 3 («Dañada»): comuna: no existe ninguna con el código «99999»\n"
    for form, file in (("csv", "salida.csv"), ("hsds", "salida.json")):
        assert here("export-services", "--format", form, file).exit_code == 0
        again = here("import-services", file)
        assert (again.exit_code, again.stderr) == (0, "")
        assert "guardados: 0\nya estaban: 1\nrechazados: 0\n" in again.stdout


def test_a_poster_is_printed(here: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SELLO_BOT_USERNAME", "sello_prueba_bot")
    assert here("poster", "--commune", "05601").exit_code == 0
    assert (tmp_path / "afiche-05601.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("import-services nada.csv", "No existe el archivo nada.csv."),
        ("export-services no/hay/nada.csv", "No se puede usar no/hay/nada.csv. Revise la ruta."),
        ("poster --commune 05601", "Falta el nombre del bot. Fije SELLO_BOT_USERNAME y vuelva a intentarlo."),
        ("poster --commune 99999", "Ninguna comuna tiene el código 99999."),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(here: Here, words: str, said: str) -> None:
    refused = here(*words.split())
    assert (refused.exit_code, refused.stderr) == (1, f"{said}\n")


def test_wrong_settings_are_told_in_one_line(tmp_path: Path, surroundings: dict[str, str]) -> None:
    for change in (
        {"SELLO_API_LISTN": "x"},
        {"SELLO_API_LISTEN": "x"},
        {"SELLO_API_DATABASE_URL": "postgresql://a@127.0.0.1:1/a"},
    ):
        refused = _run(tmp_path, {**surroundings, **change})
        assert refused.returncode == 1
        assert refused.stderr.count("\n") == 1, refused.stderr
        assert "SELLO_API" in refused.stderr


def test_help_is_quick_and_imports_nothing_heavy(tmp_path: Path, surroundings: dict[str, str]) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "api", "--help"]
    told = subprocess.run(command, cwd=tmp_path, env=surroundings, capture_output=True, text=True, check=True)
    assert "invite" in told.stdout
    imported = {line.rpartition("|")[2].strip() for line in told.stderr.splitlines()}
    assert "typer" in imported
    assert not {"sqlmodel", "fastapi", "uvicorn", "pydantic"} & imported


def test_it_serves_until_it_is_asked_to_stop(tmp_path: Path, surroundings: dict[str, str]) -> None:
    address = f"http://{surroundings['SELLO_API_LISTEN']}"
    served = subprocess.Popen(
        [sys.executable, "-m", "api"], cwd=tmp_path, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        _await(address, served)
        too_long = httpx2.post(f"{address}/v1/assessments/check", content=bytes(25 << 20), timeout=30)
        assert (too_long.status_code, too_long.json()["type"]) == (413, "/problems/too-large")
        served.send_signal(signal.SIGTERM)
        _, logged = served.communicate(timeout=20)
        assert served.returncode == 0, logged
        assert "Traceback" not in logged
    finally:
        served.kill()
        served.communicate()


def test_an_address_in_use_is_told(tmp_path: Path, surroundings: dict[str, str]) -> None:
    host, _, port = surroundings["SELLO_API_LISTEN"].partition(":")
    with socket.create_server((host, int(port))):
        refused = _run(tmp_path, surroundings)
    assert refused.returncode == 1
    assert "SELLO_API_LISTEN" in refused.stderr


def _await(address: str, served: subprocess.Popen[str]) -> None:
    limit = time.monotonic() + 30
    while time.monotonic() < limit and served.poll() is None:
        try:
            if httpx2.get(f"{address}/readyz").status_code == 200:
                return
        except httpx2.TransportError:
            time.sleep(0.1)
    pytest.fail("the api did not start")
