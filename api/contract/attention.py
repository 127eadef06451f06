"""Municipalities that may want help: what the bot reports, and who is on the list."""

from typing import Literal

from pydantic import Field

from api.contract.words import Asked, Cut, Id, Time, Told

ActivityKind = Literal["opened", "answered", "handed_over", "help_offered", "help_declined"]


class Activity(Asked):
    """Something that happened with a municipality's dossier; `unmet_essential` are the essential criteria unmet at that time.

    The same commune, time and kind again are the same report.
    """

    at: Time
    kind: ActivityKind
    unmet_essential: list[Id] = Field(default=[], max_length=100)


class MunicipalityInNeed(Told):
    """A municipality that did not move for 60 days, or opened its dossier three times in 30 with the same criterion unmet.

    The first is `stalled`, the second names the essential `criteria`. `help` is what became of the offer since it last moved;
    null: not offered yet.
    """

    commune: Cut
    name: str
    stalled: bool
    criteria: list[str]
    last_moved_at: Time
    help: Literal["offered", "declined"] | None


class MunicipalitiesInNeed(Told):
    """Who moved longest ago first."""

    results: list[MunicipalityInNeed]
