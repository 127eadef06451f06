"""The project names no machine it was written on, no package registry and no key."""

import re
import tempfile
from pathlib import Path

from tests.house.sources import ROOT, texts

REGISTRY = re.compile(r"(index-url[= ]+|--find-links[= ]+|\"resolved\": *\"|registry *= *\")(https?|file):")
TOKEN = re.compile(r"\b[0-9]{8,10}:[A-Za-z0-9_-]{35}\b")
FILES = [path for path in texts() if path.stat().st_size < 2_000_000]


def _saying(pattern: re.Pattern[str], files: list[Path]) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in files if pattern.search(path.read_text(encoding="utf-8", errors="replace"))]


def test_no_path_of_this_machine() -> None:
    homes = {str(ROOT), str(ROOT.parent), str(Path.home())} - {"/"}
    here = "|".join(re.escape(f"{home}/") for home in sorted(homes))
    assert _saying(re.compile(f"(?<![\\w.~-])({here})"), FILES) == []


def test_no_temporary_folder_by_name() -> None:
    assert _saying(re.compile(f"(?<![\\w.-]){re.escape(tempfile.gettempdir())}/\\w"), FILES) == []


def test_no_registry_and_no_option_for_pip_in_a_lock() -> None:
    locks = sorted((ROOT / ".lock").glob("*.txt"))
    assert [path.stem for path in locks] == ["development", "runtime"]
    assert _saying(re.compile(r"https?://|^ *-(?!-hash=)", re.MULTILINE), locks) == []
    assert _saying(REGISTRY, FILES) == []


def test_no_real_token() -> None:
    assert _saying(TOKEN, FILES) == []
