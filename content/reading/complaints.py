"""What is wrong in the files of the programme, said to the person who can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A line of a file, counted from 1; the file as a person finds it in the project."""

    file: str
    line: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Complaint:
    """One mistake: where it is, what is wrong and how to mend it, in Spanish."""

    file: str
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}, línea {self.line}: {self.what} {self.remedy}"


class ContentMistakes(Exception):
    """The content cannot be used; `complaints` are in the order of the files."""

    def __init__(self, complaints: Iterable[Complaint]) -> None:
        self.complaints = tuple(sorted(complaints))
        super().__init__("\n".join(map(str, self.complaints)))


@dataclass(slots=True)
class Complaints:
    """The mistakes found so far. Reading goes on after one, so that a person sees them all at once."""

    found: list[Complaint] = field(default_factory=list)

    def add(self, spot: Spot, what: str, remedy: str) -> None:
        """One more mistake at that place."""
        self.found.append(Complaint(spot.file, spot.line, what, remedy))

    def unknown(self, spot: Spot, what: str, word: str, known: Iterable[str]) -> None:
        """A word that is none of the known ones: asks whether the nearest was meant."""
        choices = list(known)
        near = get_close_matches(word, choices, 1)
        self.add(spot, what, f"¿Quiso decir «{near[0]}»?" if near else f"Puede ser: {', '.join(choices)}.")

    def raise_any(self) -> None:
        """ContentMistakes when there is a complaint."""
        if self.found:
            raise ContentMistakes(self.found)
