"""A desk with a small edition on it, to be spoiled by a test."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

from content.reading import Complaint, ContentMistakes, read_editions, read_help

SMALL = Path(__file__).parent / "small"
AYUDA = Path(__file__).parents[2] / "content" / "ayuda"


@dataclass(frozen=True, slots=True)
class Desk:
    """The files of the programme, as somebody edits them."""

    folder: Path

    def file(self, name: str) -> Path:
        """A file of the small edition, or of `ayuda/`."""
        return self.folder / (name if "/" in name else f"programa/1.0.0/{name}")

    def edit(self, name: str, old: str, new: str) -> None:
        """Replaces a piece of a file that stands there exactly once."""
        text = self.file(name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.file(name).write_text(text.replace(old, new), encoding="utf-8")

    def line(self, name: str, piece: str) -> int:
        """The line, from 1, on which a piece first stands."""
        text = self.file(name).read_text(encoding="utf-8")
        return text[: text.index(piece)].count("\n") + 1

    def complaints(self) -> tuple[Complaint, ...]:
        """What the check says of the editions."""
        return _complaints_of(lambda: read_editions(self.folder))

    def help_complaints(self) -> tuple[Complaint, ...]:
        """What the check says of the help texts."""
        return _complaints_of(lambda: read_help(self.folder))


def _complaints_of(read: Callable[[], object]) -> tuple[Complaint, ...]:
    try:
        read()
    except ContentMistakes as mistakes:
        return mistakes.complaints
    return ()


def laid_out(folder: Path, *, ayuda: bool = False) -> Desk:
    """A desk in an empty folder; `ayuda` copies the help texts, too."""
    copytree(SMALL, folder, dirs_exist_ok=True)
    if ayuda:
        copytree(AYUDA, folder / "ayuda")
    return Desk(folder)
