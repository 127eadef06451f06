"""How people, dossiers, errands and outcomes are written as JSON. Unknown fields are passed over, missing ones default."""

import json
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import get_args

from pydantic import TypeAdapter

from bot.dialogue import errands, events
from bot.dialogue.dossier import Dossier, Member, Receipt, Sending
from bot.dialogue.person import Person
from bot.memory.room_errands import RoomErrand
from content.answers import Answer, Attached, Chosen, Counted, Dated, Skipped, Written
from content.kinds import EvidenceStatus
from content.months import Month


@dataclass(frozen=True, slots=True)
class PutEvidence:
    """Put a fetched file into the api, by its sha256 in hex. Nothing comes back."""

    sha256: str


@dataclass(frozen=True, slots=True)
class Header:
    """A dossier without its answers and pieces."""

    edition: str
    members: tuple[Member, ...] = ()
    round: int = 1
    sending: Sending | None = None
    receipts: tuple[Receipt, ...] = ()


# A Tell is worded at once and waits in the outbox, a question is counted at once: neither is among the errands.
StoredErrand = (
    errands.FetchFile
    | errands.FileSheet
    | errands.AcceptInvitation
    | errands.MakeInvitation
    | errands.HandOver
    | errands.ForgetPerson
    | errands.AskPerson
    | errands.MendWords
    | errands.Rate
    | errands.RemoveColleague
    | errands.ReportActivity
    | errands.DoubtService
    | errands.ProposeService
    | RoomErrand
    | PutEvidence
)

_PERSON = TypeAdapter(Person)
_HEADER = TypeAdapter(Header)
_ERRANDS = {kind.__name__: TypeAdapter[StoredErrand](kind) for kind in get_args(StoredErrand)}
_OUTCOMES = {kind.__name__: TypeAdapter[events.Outcome](kind) for kind in get_args(events.Outcome)}


def write_person(person: Person) -> str:
    """The person as `read_person` reads it."""
    return _PERSON.dump_json(person, exclude_defaults=True).decode()


def read_person(written: str) -> Person:
    """The person that was written."""
    return _PERSON.validate_json(written)


def write_header(dossier: Dossier) -> str:
    """What a dossier has besides answers and pieces."""
    header = Header(dossier.edition, dossier.members, dossier.round, dossier.sending, dossier.receipts)
    return _HEADER.dump_json(header, exclude_defaults=True).decode()


def read_header(written: str) -> Header:
    """The header that was written."""
    return _HEADER.validate_json(written)


def write_errand(errand: StoredErrand) -> str:
    """The errand as `read_errand` reads it."""
    kind = type(errand).__name__
    return json.dumps({"errand": kind, **_ERRANDS[kind].dump_python(errand, mode="json")})


def read_errand(written: str) -> StoredErrand:
    """The errand that was written."""
    fields = json.loads(written)
    return _ERRANDS[fields.pop("errand")].validate_python(fields)


def write_outcome(outcome: events.Outcome, dossier: str) -> str:
    """The outcome of an errand that was run for that dossier (empty for none)."""
    kind = type(outcome).__name__
    return json.dumps({"outcome": kind, "dossier": dossier, "fields": _OUTCOMES[kind].dump_python(outcome, mode="json")})


def read_outcome(written: str) -> tuple[events.Outcome, str]:
    """The outcome and the key of its dossier."""
    body = json.loads(written)
    return _OUTCOMES[body["outcome"]].validate_python(body["fields"]), body["dossier"]


def write_said(answer: Answer) -> str:
    """The answer with its kind, so that it can be read without its question."""
    match answer:
        case Chosen(options):
            return json.dumps(["chosen", *options])
        case Counted(amount):
            return json.dumps(["counted", str(amount)])
        case Dated(month):
            return json.dumps(["dated", str(month) if month else None])
        case Written(text):
            return json.dumps(["written", text], ensure_ascii=False)
        case Attached(status):
            return json.dumps(["attached", status.value])
        case Skipped():
            return '["skipped"]'


@lru_cache(4096)
def read_said(written: str) -> Answer:
    """The answer that was written; ValueError for anything else. Most are `["chosen", "yes"]`, and a turn reads them all."""
    match json.loads(written):
        case ["chosen", *options]:
            return Chosen(tuple(options))
        case ["counted", amount]:
            return Counted(Decimal(amount))
        case ["dated", month]:
            return Dated(Month.read(month) if month else None)
        case ["written", text]:
            return Written(text)
        case ["attached", status]:
            return Attached(EvidenceStatus(status))
        case ["skipped"]:
            return Skipped()
    raise ValueError(f"not an answer: {written}")
