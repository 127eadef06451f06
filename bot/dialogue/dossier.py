"""The dossier (expediente): what a municipality has answered and shown. It belongs to the municipality, not to a chat."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from content.answers import Answer


@dataclass(frozen=True, slots=True)
class Author:
    """Who gave an answer, as colleagues see them; once forgotten, only the post is left."""

    person: str
    name: str
    post: str


@dataclass(frozen=True, slots=True)
class Given:
    """An answer, by whom and when. `revision` counts up from 1 with every change of this answer."""

    answer: Answer
    by: Author
    at: datetime
    revision: int = 1


class PieceState(StrEnum):
    """Whether a piece of evidence is here: on its way, kept, or not to be had any more."""

    COMING = "coming"
    KEPT = "kept"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Piece:
    """One file or link under an evidence question. `item` is the number of the item it shows, None while unsaid.

    `id` is the natural key (chat and message), so that a redelivered message adds nothing.
    A link is KEPT at once and has no digest.
    """

    id: str
    question: str
    name: str
    by: Author
    at: datetime
    state: PieceState
    link: str = ""
    media_type: str = ""
    size: int = 0
    sha256: str = ""
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Sending:
    """A hand-over on its way."""

    by: Author
    at: datetime
    language: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """The api's receipt for one round."""

    round: int
    reference: str
    received_at: datetime
    digest: str
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """An official who fills this dossier."""

    person: str
    name: str
    post: str
    since: datetime
    focal_point: bool = False

    @property
    def mark(self) -> str:
        """Stands for this official in a button, without giving their chat away."""
        return sha256(f"{self.person} {self.since.isoformat()}".encode()).hexdigest()[:12]


class Phase(StrEnum):
    """Derived: being filled in, on its way, or handed over (read-only until corrected)."""

    FILLING = "filling"
    SENDING = "sending"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Dossier:
    """`key` is the CUT, or `practice:<person>`. `round` counts hand-overs from 1; `edition` is the one it is pinned to."""

    key: str
    edition: str
    answers: Mapping[str, Given] = field(default_factory=dict)
    pieces: tuple[Piece, ...] = ()
    members: tuple[Member, ...] = ()
    round: int = 1
    sending: Sending | None = None
    receipts: tuple[Receipt, ...] = ()

    @property
    def phase(self) -> Phase:
        """Where it is in its round."""
        if self.receipt is not None:
            return Phase.SENT
        return Phase.SENDING if self.sending else Phase.FILLING

    @property
    def receipt(self) -> Receipt | None:
        """The receipt of the present round."""
        return next((each for each in self.receipts if each.round == self.round), None)

    @property
    def is_practice(self) -> bool:
        """Whether this is one person's practice and can never be handed over."""
        return self.key.startswith("practice:")

    def said(self) -> dict[str, Answer]:
        """The bare answers by question id."""
        return {id: given.answer for id, given in self.answers.items()}

    def pieces_for(self, question: str) -> tuple[Piece, ...]:
        """The evidence under one question, in the order it came."""
        return tuple(piece for piece in self.pieces if piece.question == question)

    def is_shown(self, question: str) -> bool:
        """Whether a piece under this question is here or on its way."""
        return any(piece.state is not PieceState.LOST for piece in self.pieces_for(question))

    def revision_of(self, question: str) -> int:
        """The revision of the present answer; 0 without one."""
        given = self.answers.get(question)
        return given.revision if given else 0

    def answered(self, question: str, answer: Answer, by: Author, at: datetime) -> "Dossier":
        """The dossier with this answer in place of any earlier one."""
        given = Given(answer, by, at, self.revision_of(question) + 1)
        return replace(self, answers={**self.answers, question: given})

    def last_given(self) -> Given | None:
        """The newest answer of all."""
        return max(self.answers.values(), key=lambda given: given.at, default=None)

    @property
    def focal_point(self) -> Member | None:
        """The official who answers for the municipality."""
        return next((each for each in self.members if each.focal_point and each.person), None)

    def without_member(self, person: str) -> "Dossier":
        """The dossier without this official among its members; what they answered stays, and their mark is inherited."""
        return replace(self, members=inherited(tuple(each for each in self.members if each.person != person)))


def inherited(members: tuple[Member, ...]) -> tuple[Member, ...]:
    """The members with a focal point: the one there is, else whoever has belonged longest."""
    here = [each for each in members if each.person]
    if not here or any(each.focal_point for each in here):
        return members
    heir = min(here, key=lambda each: each.since)
    return tuple(replace(each, focal_point=each == heir) for each in members)
