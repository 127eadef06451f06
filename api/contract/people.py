"""Invitations, what they give, and communes."""

from pydantic import Field

from api.contract.words import Asked, Code, Cut, Person, StaffRole, Time, Told


class InvitationRequest(Asked):
    """An invitation for a commune or for a staff role, exactly one of them. `acting` is required of the bot."""

    commune: Cut | None = None
    role: StaffRole | None = None
    uses: int = Field(default=1, ge=1, le=100)
    days: int = Field(default=14, ge=1, le=365)
    acting: Person | None = None


class Invitation(Told):
    """`start` is what follows `/start `; `link` is null where the bot's name is not known."""

    code: Code
    start: str
    link: str | None
    commune: Cut | None
    role: StaffRole | None
    uses: int
    expires_at: Time


class Acceptance(Asked):
    """Who accepts; an opaque id that the bot keeps, never a chat id or a name."""

    person: Person


class Accepted(Told):
    """What the invitation gave. `focal_point`: this person is the commune's focal point."""

    commune: Cut | None
    role: StaffRole | None
    focal_point: bool


class Belonging(Told):
    """A commune a person belongs to."""

    commune: Cut
    focal_point: bool


class Standing(Told):
    """What a person may act as."""

    communes: list[Belonging]
    roles: list[StaffRole]


class Member(Told):
    """Somebody who belongs to a commune."""

    person: Person
    focal_point: bool


class Members(Told):
    """Whoever has belonged longest first, which is the focal point."""

    results: list[Member]


class CommuneFound(Told):
    """A commune that matches; `score` from 0 to 100."""

    cut: Cut
    name: str
    region: str
    has_municipality: bool
    score: float


class CommunesFound(Told):
    """Best first; empty where nothing matches."""

    results: list[CommuneFound]
