"""A YAML file as it was written: each value with its line, nothing converted (a code `01101` stays `01101`)."""

from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from content.reading.complaints import Complaints, Spot
from content.reading.syntax import QUOTE, explain


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value. `cut` when a ` #` ended a text that stands without quotes."""

    spot: Spot
    written: str
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A list of values."""

    spot: Spot
    items: tuple["Written", ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Keys with their values, and the spot of each key."""

    spot: Spot
    entries: dict[str, "Written"]
    keys: dict[str, Spot]


Written = Scalar | Row | Sheet


def read_sheet(path: Path, shown: str, complaints: Complaints) -> Sheet | None:
    """The file's keys and values; None, with a complaint, when it cannot be read at all."""
    text = _text_of(path, shown, complaints)
    if text is None:
        return None
    try:
        root = YAML(typ="safe", pure=True).compose(text)
    except YAMLError as error:
        line, what, remedy = explain(error)
        complaints.add(Spot(shown, line), what, remedy)
        return None
    written = None if root is None else _Reader(shown, text.splitlines(), complaints).read(root)
    if not isinstance(written, Sheet):
        remedy = "Escriba líneas como «clave: valor», igual que en otra edición."
        complaints.add(Spot(shown), "El archivo no tiene claves.", remedy)
        return None
    return written


def _text_of(path: Path, shown: str, complaints: Complaints) -> str | None:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        complaints.add(Spot(shown), "Falta este archivo.", "Cópielo de la edición anterior o devuélvalo a su lugar.")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        complaints.add(Spot(shown, line), "El archivo no está guardado en UTF-8.", "Guárdelo de nuevo con la codificación UTF-8.")
    return None


@dataclass(frozen=True, slots=True)
class _Reader:
    shown: str
    lines: list[str]
    complaints: Complaints

    def read(self, node: Node) -> Written:
        spot = Spot(self.shown, node.start_mark.line + 1)
        # YAML's names and tags for values: no text of ours wants them, and a value may even hold itself by its name.
        if node.anchor or (node.tag or "").startswith("!"):
            sign = "&" if node.anchor else "!"
            self.complaints.add(spot, f"Un texto comienza con «{sign}».", QUOTE)
            return Scalar(spot, "…")
        match node:
            case ScalarNode():
                is_null = node.tag == "tag:yaml.org,2002:null"
                return Scalar(spot, "" if is_null else node.value, self._is_cut(node))
            case SequenceNode():
                return Row(spot, tuple(self.read(item) for item in node.value))
            case MappingNode():
                return self._sheet(spot, node)
        raise TypeError(f"no such YAML node: {node!r}")

    def _sheet(self, spot: Spot, node: MappingNode) -> Sheet:
        sheet = Sheet(spot, {}, {})
        for key_node, value in node.value:
            key, key_spot = str(key_node.value), Spot(self.shown, key_node.start_mark.line + 1)
            if key in sheet.entries:
                remedy = f"Deje una sola; la primera está en la línea {sheet.keys[key].line}."
                self.complaints.add(key_spot, f"«{key}» está dos veces.", remedy)
                continue
            # YAML puts what is not there on the next line; a person looks for it beside its key.
            nothing = isinstance(value, ScalarNode) and value.style is None and not value.value
            sheet.entries[key], sheet.keys[key] = Scalar(key_spot, "") if nothing else self.read(value), key_spot
        return sheet

    def _is_cut(self, node: ScalarNode) -> bool:
        end = node.end_mark
        return node.style is None and end.line < len(self.lines) and self.lines[end.line][end.column :].lstrip().startswith("#")
