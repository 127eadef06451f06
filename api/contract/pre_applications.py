"""What a municipality hands over, and what it gets for it."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Discriminator, Field, JsonValue, Tag

from api.contract.words import (
    AnswerOnWire,
    Asked,
    Cut,
    Email,
    Id,
    Line,
    Link,
    MonthText,
    ProfileId,
    Reference,
    Sha256,
    Time,
    Told,
    VerdictId,
)


class HandedAnswer(Asked):
    """An answer with when it was given and the post (never the name) of who gave it."""

    answer: AnswerOnWire
    answered_at: Time
    by_post: Line


class HandedFile(Asked):
    """A piece of evidence that was put under its digest before. `size` in bytes."""

    question: Id
    sha256: Sha256
    media_type: Line
    name: Line
    size: int = Field(gt=0)
    received_at: Time
    personal_data: bool


class HandedLink(Asked):
    """A piece of evidence that stands elsewhere."""

    question: Id
    link: Link
    received_at: Time
    personal_data: bool


def _piece_kind(piece: object) -> str:
    has_link = "link" in piece if isinstance(piece, Mapping) else isinstance(piece, HandedLink)
    return "link" if has_link else "file"


HandedPiece = Annotated[Annotated[HandedFile, Tag("file")] | Annotated[HandedLink, Tag("link")], Discriminator(_piece_kind)]


class Contact(Asked):
    """Whom to write to: a post, and the institution's address if there is one."""

    post: Line
    institutional_email: Email | None = None


class Declaration(Asked):
    """That the declaration was read and accepted; `text_digest` is the sha256 of the text shown."""

    accepted_at: Time
    by_post: Line
    text_digest: Sha256


class PreApplication(Asked):
    """What a municipality hands over, filled in on `edition`, whose digest the api compares with its own.

    `replaces` is the newest reference of the commune, null for its first round; `language` and `notice_version` are
    what the official saw.
    """

    edition: Line
    edition_digest: Sha256
    commune: Cut
    profile: ProfileId
    profile_answers: dict[Id, AnswerOnWire]
    as_of: MonthText
    answers: dict[Id, HandedAnswer]
    evidence: list[HandedPiece]
    contact: Contact
    declaration: Declaration
    language: Line
    notice_version: Line
    replaces: Reference | None = None


class Summary(Told):
    """What the api's own judging came to."""

    ready: bool
    band: str
    overall: float
    criteria: dict[str, VerdictId]
    dimensions: dict[str, float | None]


class Receipt(Told):
    """The proof of a hand-over. `digest` is the sha256 of `canonical` of the body as it was sent."""

    reference: Reference
    received_at: Time
    digest: Sha256
    commune: Cut
    edition: str
    replaces: Reference | None
    assessment: Summary


class PreApplicationKept(Receipt):
    """A receipt with what was handed over, exactly as sent. `replaced_by` names the round after it."""

    replaced_by: Reference | None
    content: dict[str, JsonValue]


class PreApplicationListed(Told):
    """One row of the list."""

    reference: Reference
    received_at: Time
    commune: Cut
    profile: ProfileId
    edition: str
    ready: bool
    band: str
    replaces: Reference | None
    replaced_by: Reference | None


class PreApplicationPage(Told):
    """A page of the list, newest first; `next` is the cursor of the following page, null on the last."""

    results: list[PreApplicationListed]
    next: str | None


class EvidenceKept(Told):
    """A piece in the api's keeping. `size` in bytes; `media_type` as its content says."""

    sha256: Sha256
    media_type: str
    size: int
