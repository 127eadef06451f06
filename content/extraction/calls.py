"""Sentences in code: the calls of `say`, `say_n` and `button` that come from a `voice` module."""

import ast
from collections.abc import Iterator
from pathlib import Path

from content.extraction.found import BUTTON, Found
from content.reading.complaints import Complaint
from content.wording import PLACEHOLDER

_SPOKEN = {"say": 1, "say_n": 2, "button": 1}
"""How many sentences each of them is given."""


def said_in(root: Path, part: str) -> Iterator[Found | Complaint]:
    """What the files of `bot` or `api` under `root` say, and the calls that no translator could be given."""
    for file in sorted((root / part).rglob("*.py")):
        place = file.relative_to(root).as_posix()
        try:
            tree = ast.parse(file.read_text(encoding="utf-8"), place)
        except SyntaxError as trouble:
            yield Complaint(place, trouble.lineno or 1, "no es Python válido.", "Corríjalo primero.")
            continue
        yield from _said(tree, place)


def _said(tree: ast.Module, place: str) -> Iterator[Found | Complaint]:
    spoken = _imported(tree)
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        if verb := _verb(call.func, spoken):
            yield from _sentences(call, verb, place)


def _imported(tree: ast.Module) -> dict[str, str]:
    """The names in this file that stand for `say`, `say_n` or `button`."""
    return {
        name.asname or name.name: name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").rpartition(".")[2] == "voice"
        for name in node.names
        if name.name in _SPOKEN
    }


def _verb(called: ast.expr, spoken: dict[str, str]) -> str | None:
    match called:
        case ast.Name(id=name):
            return spoken.get(name)
        case ast.Attribute(value=ast.Name(id="voice" | "VOICE"), attr=attr) if attr in _SPOKEN:
            return attr
    return None


def _sentences(call: ast.Call, verb: str, place: str) -> Iterator[Found | Complaint]:
    written = call.args[: _SPOKEN[verb]]
    literals = [_literals(each) for each in written]
    if len(written) < _SPOKEN[verb] or not all(literals):
        what = f"la frase de `{ast.unparse(call)[:60]}` no está escrita entera."
        yield Complaint(place, call.lineno, what, "Escriba la frase completa entre comillas y ponga los valores con {nombre}.")
        return
    plural = literals[1][0] if verb == "say_n" else None
    for source in literals[0]:
        found = Found(source, plural, BUTTON if verb == "button" else None, (place,), call.lineno)
        yield found
        yield from _unfilled(call, found)


def _literals(written: ast.expr) -> list[str]:
    """The strings an argument can be: one literal, or either branch of a choice between literals."""
    match written:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp(body=one, orelse=other):
            both = [_literals(one), _literals(other)]
            return both[0] + both[1] if all(both) else []
    return []


def _unfilled(call: ast.Call, found: Found) -> Iterator[Complaint]:
    given = {each.arg for each in call.keywords}
    missing = set(PLACEHOLDER.findall(found.source + (found.plural or ""))) - given
    if missing and None not in given:  # `**values` may hold any of them
        names = ", ".join(f"{{{name}}}" for name in sorted(missing))
        yield Complaint(found.places[0], found.line, f"«{found.source}» no recibe {names}.", "Agregue el valor a la llamada.")
