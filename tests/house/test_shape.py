"""Small files with the domain's names, in few places."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.sources import PRODUCT, ROOT, TOP, modules, tree, where

LARGEST_FILE = 250
LONGEST_FUNCTION = 40
SAYS_NOTHING = {"base", "common", "core", "helper", "helpers", "manager", "managers", "misc", "util", "utils"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_nothing_else_stands_at_the_top() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        pytest.skip("not a git checkout: what lies about here may be anybody's")
    assert {line.split("/")[0].strip('"') for line in listed.stdout.splitlines()} <= TOP


def test_no_module_is_named_for_nothing() -> None:
    assert [path for path in modules(*PRODUCT, "tests") if SAYS_NOTHING & {path.stem, path.parent.name}] == []


def test_no_name_is_a_manager_or_a_helper() -> None:
    named = ((path, node) for path in modules(*PRODUCT) for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef))
    assert [where(path, node) for path, node in named if node.name.endswith(("Manager", "Helper", "Utils", "Base"))] == []


def test_files_can_be_read_in_one_go() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules(*PRODUCT, "tests")}
    assert {str(path.relative_to(ROOT)): n for path, n in lengths.items() if n > LARGEST_FILE} == {}


def test_functions_can_be_seen_at_once() -> None:
    lengths = {where(path, node): (node.end_lineno or 0) - node.lineno + 1 for path, node in _functions()}
    assert {place: n for place, n in lengths.items() if n > LONGEST_FUNCTION} == {}


def _functions() -> Iterator[tuple[Path, Function]]:
    for path in modules(*PRODUCT, "tests"):
        yield from ((path, node) for node in ast.walk(tree(path)) if isinstance(node, Function))


def test_tests_do_not_hide_the_packages_they_are_about() -> None:
    folders = {path.parent for path in modules("tests")}
    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []
