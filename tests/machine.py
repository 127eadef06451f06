"""What this machine has; what it lacks is said aloud, or is a failure where SELLO_TEST_REQUIRE names it."""

import os
from pathlib import Path
from typing import NoReturn

import pytest

LACKS = "this machine lacks"


def lack(what: str, remedy: str) -> NoReturn:
    """Skips the test for want of `what` ("postgresql", "chromium", …); fails it where SELLO_TEST_REQUIRE names that."""
    required = {name.strip() for name in os.environ.get("SELLO_TEST_REQUIRE", "").split(",")}
    sentence = f"{LACKS} {what}: {remedy}"
    if what in required:
        pytest.fail(f"SELLO_TEST_REQUIRE asks for it, and {sentence}", pytrace=False)
    pytest.skip(sentence)


def program(name: str, *folders: str) -> Path | None:
    """The newest executable of that name in the folders (patterns below the root) or on PATH; None without one."""
    places = [place for folder in folders for place in sorted(Path("/").glob(folder.lstrip("/")), key=_version, reverse=True)]
    places += [Path(place) for place in os.get_exec_path()]
    return next((place / name for place in places if os.access(place / name, os.X_OK)), None)


def _version(folder: Path) -> list[int]:
    return [int(part) for part in folder.parts if part.isdigit()]
