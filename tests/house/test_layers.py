"""Each import contract holds, and each was broken once on purpose to see it fail."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.sources import NOT_OURS, PRODUCT, ROOT

CONTRACTS = {each["id"] for each in tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]}

# The contract, a module added or extended on purpose, and the line it gets.
BREAKS = [
    ("places", "content/journey.py", "import api.contract"),
    ("places", "content/journey.py", "import bot.dialogue"),
    ("wire", "bot/backend.py", "import api.database"),
    ("bot", "bot/stray.py", ""),
    ("bot", "bot/dialogue/events.py", "import bot.memory"),
    ("api", "api/stray.py", ""),
    ("api", "api/contract/words.py", "import api.errors"),
    ("api", "api/invitations/records.py", "import api.evidence.routes"),
    ("api", "api/escalations/records.py", "import api.attention.records"),
    ("subject", "api/invitations/tables.py", "import api.invitations.records"),
    ("subject", "api/escalations/records.py", "import api.escalations.routes"),
    ("playground", "bot/playground/__init__.py", "import content.journey"),
    ("telegram", "bot/backend.py", "import telegram"),
    ("screens", "bot/dialogue/places/tasks.py", "import bot.dialogue.places.result"),
    ("pure", "bot/dialogue/events.py", "import time"),
    ("pure", "bot/dialogue/events.py", "import content.reading"),
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The product's code alone, to be spoilt."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copy(ROOT / "pyproject.toml", folder)
    for package in PRODUCT:
        leave_out = shutil.ignore_patterns(*NOT_OURS, "*.yaml", "*.json", "*.png", "*.ttf", "*.otf")
        shutil.copytree(ROOT / package, folder / package, ignore=leave_out)
    return folder


def lint(folder: Path, contract: str) -> subprocess.CompletedProcess[str]:
    """What import-linter has to say about one contract there."""
    checks = [str(Path(sys.executable).with_name("lint-imports")), "--no-logo", "--no-cache", "--contract", contract]
    return subprocess.run(checks, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("contract", sorted(CONTRACTS))
def test_it_holds(copy: Path, contract: str) -> None:
    outcome = lint(copy, contract)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


@pytest.mark.parametrize(("contract", "module", "line"), BREAKS)
def test_it_breaks(copy: Path, contract: str, module: str, line: str) -> None:
    path = copy / module
    before = path.read_text() if path.exists() else None
    path.write_text(f"{before or ''}\n{line}\n")
    try:
        outcome = lint(copy, contract)
    finally:
        path.unlink() if before is None else path.write_text(before)
    assert outcome.returncode == 1
    assert "BROKEN" in outcome.stdout, outcome.stdout + outcome.stderr


def test_each_was_broken() -> None:
    assert {contract for contract, _, _ in BREAKS} == CONTRACTS
