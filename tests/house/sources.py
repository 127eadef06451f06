"""The project's own files, as its house rules read them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PRODUCT = ("api", "bot", "content")
NOT_OURS = {"__pycache__", "node_modules", "mutants"}
WORDS = {".py", ".md", ".toml", ".yaml", ".yml", ".txt", ".html", ".css", ".js", ".json", ".ini", ".mako", ".typ", ".sh", ""}


def modules(*packages: str) -> list[Path]:
    """Every Python file of these top-level packages, in order."""
    found = (path for package in packages for path in (ROOT / package).rglob("*.py"))
    return sorted(path for path in found if not NOT_OURS & set(path.parts))


def texts() -> Iterator[Path]:
    """Every file of the project that people read or write as text, catalogues and data tables left out."""
    for top in sorted(ROOT.iterdir()):
        if top.name in TOP and top.name not in ("locales", ".lock"):
            found = sorted(top.rglob("*")) if top.is_dir() else [top]
            yield from (path for path in found if path.is_file() and path.suffix in WORDS and not NOT_OURS & set(path.parts))


@cache
def tree(path: Path) -> ast.Module:
    """The file as Python reads it."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def where(path: Path, node: ast.stmt | ast.expr | ast.ExceptHandler) -> str:
    """A place to look at: `api/app.py:12`."""
    return f"{path.relative_to(ROOT)}:{node.lineno}"


TOP = {
    # What the project is made of
    *PRODUCT, "locales", "tests", "pyproject.toml", "Dockerfile",
    # What people read and run
    "README.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "compose.yaml", "docs",
    # What tools read
    ".ci", ".dockerignore", ".editorconfig", ".env.example", ".github", ".gitignore", ".lock",
}  # fmt: skip
