"""An edition's files as the plain dictionaries that they are, in their own Spanish words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

Node = dict[str, Any]
PROGRAMME = Path(__file__).parents[2] / "content" / "programa"


@dataclass(frozen=True)
class Edition:
    """`settings` is edicion.yaml, `profile` perfil.yaml, `dimensions` the numbered files in order."""

    name: str
    settings: Node
    profile: Node
    dimensions: list[Node]

    def criteria(self) -> Iterator[Node]:
        """Every criterion, in the files' order."""
        for dimension in self.dimensions:
            yield from dimension["criterios"]

    def criterion(self, code: str) -> Node:
        """The criterion of that code; KeyError."""
        return {each["criterio"]: each for each in self.criteria()}[code]

    def questions(self) -> dict[str, Node]:
        """Every question by its code, those of the profile first."""
        return self._questions

    @cached_property
    def _questions(self) -> dict[str, Node]:
        listed = [*self.profile["preguntas"], *(each for criterion in self.criteria() for each in criterion["preguntas"])]
        return {each["pregunta"]: each for each in listed}


def read(folder: Path) -> Edition:
    """The edition in that folder."""
    files = {path.name: _load(path) for path in sorted(folder.glob("*.yaml"))}
    dimensions = [each for each in files.values() if "dimension" in each]
    return Edition(files["edicion.yaml"]["edicion"], files["edicion.yaml"], files["perfil.yaml"], dimensions)


def read_all(programme: Path = PROGRAMME) -> dict[str, Edition]:
    """Every edition, by name, oldest first."""
    folders = sorted(programme.iterdir(), key=lambda folder: [int(part) for part in folder.name.split(".")])
    return {folder.name: read(folder) for folder in folders}


def _load(path: Path) -> Node:
    loaded: Node = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    return loaded
