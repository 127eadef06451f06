"""The locks fix what pyproject.toml asks for, and what is tested is what runs."""

import re
import tomllib

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.sources import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _locked(name: str) -> dict[str, str]:
    written = (ROOT / f".lock/{name}.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ;]+)", written, re.MULTILINE))


def _outside(asked: list[str], locked: dict[str, str]) -> list[str]:
    wanted = [Requirement(line) for line in asked]
    return [str(each) for each in wanted if locked.get(canonicalize_name(each.name), "0") not in each.specifier]


def test_what_runs_is_locked() -> None:
    assert _outside(PROJECT["project"]["dependencies"], _locked("runtime")) == []


def test_what_tests_is_locked() -> None:
    asked = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]
    assert _outside(asked, _locked("development")) == []


def test_what_runs_is_what_was_tested() -> None:
    assert _locked("runtime").items() <= _locked("development").items()


def test_every_file_has_its_hash() -> None:
    for name in ("runtime", "development"):
        pinned = re.split(r"^(?=[a-z0-9-]+==)", (ROOT / f".lock/{name}.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
        assert [entry.splitlines()[0] for entry in pinned if "--hash=sha256:" not in entry] == []
