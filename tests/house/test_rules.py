"""The house rules that no linter knows."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from tests.house.sources import PRODUCT, ROOT, modules, tree, where

_Node = TypeVar("_Node", bound=ast.AST)

# Where one failure must not stop all the others; each says why at the place.
CATCHES_ANYTHING = {"bot/deliveries/running.py", "bot/memory/turns.py"}
# The edges that own their transaction.
COMMITS: set[str] = set()
CLOCKS = {"now", "today", "utcnow", "time", "monotonic", "fromtimestamp"}
PURE = (
    "content/answers.py", "content/assessment.py", "content/journey.py", "content/judging.py", "content/kinds.py",
    "content/months.py", "content/programme.py", "content/sentences.py", "content/danger.py", "content/hearing.py",
    "content/phrases.py", "content/support.py", "content/understanding.py",
)  # fmt: skip


def test_nobody_catches_everything_to_be_polite() -> None:
    handlers = ((path, node) for path, node in _nodes(ast.ExceptHandler) if _catches_anything(node))
    assert [where(path, node) for path, node in handlers if _name(path) not in CATCHES_ANYTHING] == []


def _catches_anything(handler: ast.ExceptHandler) -> bool:
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(each is None or (isinstance(each, ast.Name) and each.id in ("Exception", "BaseException")) for each in caught)


def test_only_the_edges_commit() -> None:
    calls = ((path, node) for path, node in _nodes(ast.Call) if _method(node) in ("commit", "rollback"))
    assert [where(path, node) for path, node in calls if _name(path) not in COMMITS] == []


def test_a_sentence_is_whole_and_literal() -> None:
    spoken = [(path, node) for path, node in _nodes(ast.Call) if _called(node) in ("say", "say_n", "button") and node.args]
    spoken = [(path, node) for path, node in spoken if "playground" not in path.parts]  # there, `say` is what people do
    assert spoken, "nobody says anything: this test looks for the wrong names"
    assert [where(path, node) for path, node in spoken if not _is_literal(node)] == []


def _is_literal(call: ast.Call) -> bool:
    """Whether what a translator must see stands there whole: no f-string, no sum, no variable."""
    forms = call.args[: 2 if _called(call) == "say_n" else 1]
    return all(isinstance(form, ast.Constant) and isinstance(form.value, str) for form in forms)


def test_deciding_has_no_clock() -> None:
    decides = [*(ROOT / name for name in PURE), *(path for path in modules("bot") if "dialogue" in path.parts)]
    calls = ((path, node) for path, node in _nodes(ast.Call) if path in decides and _method(node) in CLOCKS)
    assert [where(path, node) for path, node in calls] == []


def test_what_is_public_makes_a_promise() -> None:
    assert [str(path.relative_to(ROOT)) for path in modules(*PRODUCT) if not ast.get_docstring(tree(path))] == []


def _nodes(kind: type[_Node]) -> Iterator[tuple[Path, _Node]]:
    for path in modules(*PRODUCT):
        yield from ((path, node) for node in ast.walk(tree(path)) if isinstance(node, kind))


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else _method(call)


def _method(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
