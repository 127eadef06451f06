"""What an official says of a service of their municipality."""

from dataclasses import dataclass
from enum import StrEnum

from content.local_services import Hours


class ProposalKind(StrEnum):
    """That it still holds, that something of it is other, or that there is a new one."""

    CONFIRMED = "confirmed"
    EDITED = "edited"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be other; whatever is empty stays as it is. `category`, `papers` and `status` are words of the directory."""

    name: str = ""
    description: str = ""
    category: str = ""
    papers: str = ""
    address: str = ""
    hours: tuple[Hours, ...] = ()
    phone: str = ""
    bring: tuple[str, ...] = ()
    status: str = ""


@dataclass(frozen=True, slots=True)
class Adding:
    """A new service as far as it was told, and how many questions were answered or passed over."""

    told: Change = Change()
    step: int = 0
