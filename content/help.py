"""What is said beside the programme: what the Seal is, privacy, whom to talk to, how long things are kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time, timedelta
from enum import StrEnum

from content.sentences import Say


class Kept(StrEnum):
    """What is kept for a time."""

    INBOX = "inbox"
    PERSON = "person"
    DOSSIER = "dossier"
    OUTBOX = "outbox"
    ERRAND = "errand"
    SPOOL = "spool"
    PRE_APPLICATION = "pre_application"
    LOOSE_EVIDENCE = "loose_evidence"
    CASE = "case"
    INVITATION = "invitation"
    ACTIVITY = "activity"
    REVOKED_ACCESS = "revoked_access"


@dataclass(frozen=True, slots=True)
class Retention:
    """How long something is kept and why so long; `text` tells it in the privacy notice, None where it is not told."""

    span: timedelta
    text: Say | None
    reason: str


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """When the support desk answers, in Chile. `weekdays` from 0, Monday; closed during the pause."""

    weekdays: frozenset[int]
    opens: time
    closes: time
    pause_starts: time
    pause_ends: time
    reason: str


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of a notice."""

    title: Say
    paragraphs: tuple[Say, ...]


@dataclass(frozen=True, slots=True)
class Channel:
    """An official way to reach a person: a web address or a telephone number."""

    name: Say
    address: str


@dataclass(frozen=True, slots=True)
class Responsible:
    """Who answers for the data. A value such as `[[CORREO]]` is still to be filled in."""

    institution: str
    email: str
    address: str


@dataclass(frozen=True, slots=True)
class Help:
    """Every text that stands beside the programme; the sentences' own values are filled in."""

    about: tuple[Say, ...]
    steps: tuple[Say, ...]
    steps_note: Say
    practice: tuple[Say, ...]
    responsible: Responsible
    privacy_line: Say
    privacy: tuple[Section, ...]
    after_forgetting: tuple[Say, ...]
    no_desk: Say
    channels: tuple[Channel, ...]
    regional_offices: Say
    declaration: tuple[Say, ...]
    after_handing_over: tuple[Say, ...]
    retention: Mapping[Kept, Retention]
    working_hours: WorkingHours


def unfilled(help: Help) -> Iterator[str]:
    """The places that whoever runs this must still fill in, as written: `[[CORREO]]`."""
    who = help.responsible
    return (written for written in (who.institution, who.email, who.address) if "[[" in written)
