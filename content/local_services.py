"""What the directory knows: services that people can use, as values. Texts are in Spanish, as their source wrote them."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from urllib.parse import quote_plus
from uuid import NAMESPACE_URL, uuid5

from content.sentences import Say, told

CONTEXT = "servicios"
"""What the programme's own services are translated under; what others wrote stands in Spanish, and says so."""
_NAMESPACE = uuid5(NAMESPACE_URL, "urn:sello-migrante:directorio")


def identifier(*parts: str) -> str:
    """The id of what is named so, the same every time: a UUID, as HSDS asks."""
    return str(uuid5(_NAMESPACE, "/".join(parts)))


def map_search(address: str) -> str:
    """A page that looks for an address on the map."""
    return f"https://www.openstreetmap.org/search?query={quote_plus(address)}"


class Category(StrEnum):
    """What a service is about; the closed list of the directory, in the order in which it is shown."""

    MIG_STATUS = "MIG-STATUS"
    ID_DOCS = "ID-DOCS"
    HEALTH = "HEALTH"
    EDU = "EDU"
    WORK = "WORK"
    SOCIAL = "SOCIAL"
    HOUSING = "HOUSING"
    HUMAN_AID = "HUMAN-AID"
    LANG = "LANG"
    STUDIES = "STUDIES"
    LEGAL = "LEGAL"
    REFUGE = "REFUGE"
    GBV = "GBV"
    CHILD = "CHILD"
    MENTAL = "MENTAL"
    COMMUNITY = "COMMUNITY"
    INFO = "INFO"
    EMERGENCY = "EMERGENCY"


class Papers(StrEnum):
    """Which papers a person needs to use a service."""

    ANY = "any"
    WITH_RUN = "with_run"
    REGULAR = "regular"
    DEFINITIVE = "definitive"
    NONE_YET = "irregular_only"


class ServiceStatus(StrEnum):
    """Whether a service can be used; the words are those of HSDS 3.1."""

    ACTIVE = "active"
    CLOSED_FOR_A_WHILE = "temporarily closed"
    INACTIVE = "inactive"
    DEFUNCT = "defunct"


@dataclass(frozen=True, slots=True)
class Hours:
    """Open on these days of the week (0 is Monday) from one time to the other, by the clock of the place."""

    weekdays: tuple[int, ...]
    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Spot:
    """Where to go. Degrees by WGS 84, both or neither; `commune` is a CUT."""

    address: str
    commune: str
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as a phone dials it, and what it is for when that needs saying («WhatsApp»)."""

    number: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """Who saw that it is so, when, and where it is written; nobody yet when `on` is None. Doubtful after `expires_on`."""

    source: str
    on: date | None = None
    by: str = ""
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class Organization:
    """Who gives a service. `commune` is the CUT of the municipality that it is; None for any other."""

    id: str
    name: str
    commune: str | None = None


@dataclass(frozen=True, slots=True)
class LocalService:
    """One door to knock on. The first category is the main one; `commune` None means all of Chile.

    `is_example`: made up or never confirmed, shown as an example. `doubts`: how many people said it was wrong since then.
    `keywords`: what people say who need just this one, in any language; only the programme's own files have them.
    """

    id: str
    name: str
    organization: Organization
    description: str
    categories: tuple[Category, ...]
    commune: str | None
    papers: Papers
    who_may_use: str
    checked: Checked
    bring: tuple[str, ...] = ()
    cost: str = ""
    how: str = ""
    spots: tuple[Spot, ...] = ()
    hours: tuple[Hours, ...] = ()
    phones: tuple[Phone, ...] = ()
    languages: tuple[str, ...] = ("es",)
    web: str = ""
    status: ServiceStatus = ServiceStatus.ACTIVE
    alert: str = ""
    is_example: bool = False
    doubts: int = 0
    keywords: tuple[str, ...] = ()

    def told(self) -> tuple[Say, ...]:
        """Its sentences, as they are translated where the programme's own files have them."""
        notes = (each.note for each in self.phones)
        texts = (self.name, self.description, self.who_may_use, *self.bring, self.cost, self.how, self.alert, *notes)
        return tuple(told(text, CONTEXT) for text in texts if text)

    def named(self) -> tuple[Say, ...]:
        """Who gives it, explained where the name alone says nothing, and where it is written; a municipality has its own name."""
        names = (self.organization.name if self.organization.commune is None else "", self.checked.source)
        return tuple(told(name, CONTEXT) for name in names if name)


@dataclass(frozen=True, slots=True)
class CategoryTold:
    """What people read for a category: a picture, two or three words for a button, its whole name, and what is behind it."""

    category: Category
    icon: str
    short: Say
    label: Say
    about: Say
