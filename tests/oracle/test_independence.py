"""An oracle that used the engine's own functions would agree with its mistakes."""

import ast
from pathlib import Path

HERE = Path(__file__).parent
ALLOWED = {
    "tests.oracle",
    "ruamel",
    "ast",
    "collections",
    "dataclasses",
    "decimal",
    "fractions",
    "functools",
    "pathlib",
    "re",
    "typing",
}


def test_the_oracle_imports_nothing_of_what_it_judges() -> None:
    imported = {name for path in HERE.glob("*.py") for name in _imports(ast.parse(path.read_text(encoding="utf-8")))}
    assert {"ruamel.yaml", "tests.oracle.edition"} <= imported
    assert [name for name in imported if not any(name == each or name.startswith(f"{each}.") for each in ALLOWED)] == []


def _imports(tree: ast.Module) -> list[str]:
    found: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [each.name for each in node.names]
        if isinstance(node, ast.ImportFrom):
            found.append(node.module or "")
    return found
