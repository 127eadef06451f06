"""Services that people can use, on the wire."""

from datetime import date, time
from re import fullmatch, sub
from typing import Annotated, Literal
from urllib.parse import quote

from pydantic import AfterValidator, Field, Strict, StringConstraints, model_validator

from api.contract.words import Asked, Cut, Line, Link, Time, Told, Worded, without_nul

CategoryId = Literal[
    "MIG-STATUS",
    "ID-DOCS",
    "HEALTH",
    "EDU",
    "WORK",
    "SOCIAL",
    "HOUSING",
    "HUMAN-AID",
    "LANG",
    "STUDIES",
    "LEGAL",
    "REFUGE",
    "GBV",
    "CHILD",
    "MENTAL",
    "COMMUNITY",
    "INFO",
    "EMERGENCY",
]
PapersId = Literal["any", "with_run", "regular", "definitive", "irregular_only"]
ServiceStatusId = Literal["active", "temporarily closed", "inactive", "defunct"]
ServiceChangeKind = Literal["added", "edited", "confirmed", "imported"]
ID = r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
ServiceId = Annotated[str, StringConstraints(pattern=ID)]
Prose = Annotated[str, StringConstraints(max_length=1000), AfterValidator(without_nul)]
Number = Annotated[str, StringConstraints(pattern=r"^[+*]?[0-9][0-9 ]{1,19}$")]
LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}([-_][A-Za-z0-9]{1,8})*$")]
Day = Annotated[date, Strict(False)]


def _on_the_wall(clock: time) -> time:
    if clock.tzinfo is not None or clock.second or clock.microsecond:
        raise ValueError("a time on the wall there, in whole minutes")
    return clock


def _as_uri(link: str) -> str:
    written = sub("%(?![0-9A-Fa-f]{2})", "%25", quote(link, safe="%:/?#@!$&'()*+,;=~"))
    if not fullmatch(r"https?://[^/?#:@]{1,253}(:[0-9]{1,5})?([/?][^#]*)?(#[^#]*)?", written):
        raise ValueError("an address of a page on the web")
    return written


Clock = Annotated[time, Strict(False), AfterValidator(_on_the_wall)]
WebPage = Annotated[Link, AfterValidator(_as_uri)]


class HoursOnWire(Asked):
    """Open on these days (0 is Monday) from one time to the other, by the clock of the place."""

    weekdays: list[Annotated[int, Field(ge=0, le=6)]] = Field(min_length=1, max_length=7)
    opens: Clock
    closes: Clock

    @model_validator(mode="after")
    def _in_order(self) -> "HoursOnWire":
        if self.closes <= self.opens:
            raise ValueError("it closes before it opens")
        if len(set(self.weekdays)) < len(self.weekdays):
            raise ValueError("a day stands twice")
        return self


class SpotOnWire(Asked):
    """Where to go; degrees by WGS 84, both or neither, and inside Chile."""

    address: Line
    commune: Cut
    latitude: float | None = Field(default=None, ge=-56.6, le=-17.4)
    longitude: float | None = Field(default=None, ge=-109.6, le=-66.3)

    @model_validator(mode="after")
    def _both_or_neither(self) -> "SpotOnWire":
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError("a latitude and a longitude go together")
        return self


class PhoneOnWire(Asked):
    """A number as a phone dials it."""

    number: Number
    note: str = Field(default="", max_length=100)


class CheckedOnWire(Asked):
    """Who saw that it is so, when and where it is written; not yet when `on` is null. Doubtful after `expires_on`."""

    source: Annotated[str, StringConstraints(max_length=1000), AfterValidator(without_nul)] = ""
    on: Day | None = None
    by: str = Field(default="", max_length=100)
    expires_on: Day | None = None


class OrganizationOnWire(Asked):
    """Who gives a service; `commune` where it is the municipality of one."""

    id: ServiceId
    name: Line
    commune: Cut | None = None


class ServiceWritten(Asked):
    """A service as the directory keeps it, in Spanish; the first category is the main one, a null commune is all of Chile."""

    name: Line
    organization: OrganizationOnWire
    description: Prose = ""
    categories: list[CategoryId] = Field(min_length=1, max_length=5)
    commune: Cut | None = None
    papers: PapersId = "any"
    who_may_use: Prose = ""
    bring: list[Line] = Field(default=[], max_length=20)
    cost: Prose = ""
    how: Prose = ""
    spots: list[SpotOnWire] = Field(default=[], max_length=20)
    hours: list[HoursOnWire] = Field(default=[], max_length=30)
    phones: list[PhoneOnWire] = Field(default=[], max_length=10)
    languages: list[LanguageTag] = Field(default=["es"], max_length=20)
    web: WebPage | Literal[""] = ""
    status: ServiceStatusId = "active"
    alert: Prose = ""
    example: bool = False
    checked: CheckedOnWire = CheckedOnWire()


class ServiceTold(Told):
    """A service as it is shown; `doubts`: how many people said that it is wrong since it was last confirmed."""

    id: ServiceId
    name: Worded
    organization: OrganizationOnWire
    description: Worded
    categories: list[CategoryId]
    commune: Cut | None
    papers: PapersId
    who_may_use: Worded
    bring: list[Worded]
    cost: Worded
    how: Worded
    spots: list[SpotOnWire]
    hours: list[HoursOnWire]
    phones: list[PhoneOnWire]
    languages: list[str]
    web: str
    status: ServiceStatusId
    alert: Worded
    example: bool
    checked: CheckedOnWire
    doubts: int
    modified_at: Time


class ServicePage(Told):
    """Services by id; `next` is the cursor of the following page, null on the last."""

    results: list[ServiceTold]
    next: str | None


class ServiceChanged(Told):
    """One change of a service: who made it, when, and what the service was from then on."""

    at: Time
    kind: ServiceChangeKind
    by: str
    service: ServiceWritten


class ServiceHistory(Told):
    """Every change, the newest first."""

    results: list[ServiceChanged]


class TopicFound(Told):
    """A category that may be meant, `score` from 0 to 1, with the services to show for it, best first."""

    category: CategoryId
    services: list[ServiceTold]
    score: float


class SearchResult(Told):
    """What words are about, best first; `commune` the CUT of a place that they name.

    `found`; `unsure`, where the first two topics are to be offered; `none`; `distress`, where somebody is in danger now.
    """

    results: list[TopicFound]
    commune: Cut | None
    outcome: Literal["found", "unsure", "none", "distress"]
