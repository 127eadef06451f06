"""Cases: the bot opens them, the bot and the staff add to them and read them."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path, Query

from api.access import Caller, only
from api.contract import (
    CaseKind,
    CaseState,
    Cut,
    EntryAdded,
    EntryRequest,
    EscalationKept,
    EscalationOpened,
    EscalationPage,
    EscalationRequest,
    EscalationSummary,
    Time,
)
from api.database import Looking, Writing
from api.escalations import listing, summing
from api.escalations.adding import add_entry
from api.escalations.listing import Wanted
from api.escalations.opening import open_case
from api.idempotency import Key, Sent
from api.library import Shelf

router = APIRouter(prefix="/v1/escalations", tags=["escalations"])
Named = Annotated[
    str, Path(pattern=r"^([0-9]{1,9}|[Dd]-[0-9]{4}-[0-9A-Za-z]{4})$", description="Its id, or its reference like D-2026-7K4C")
]
Cursor = Annotated[str | None, Query(pattern=r"^[0-9]{1,9}$", description="`next` of the page before")]


def _wanted(
    library: Shelf,
    state: Annotated[CaseState | Literal["open"] | None, Query(description="`open` is waiting or taken")] = None,
    kind: Annotated[CaseKind | None, Query()] = None,
    commune: Annotated[Cut | None, Query()] = None,
    language: Annotated[str | None, Query(max_length=35)] = None,
) -> Wanted:
    spoken = None if language is None else library.language(language)
    return Wanted(None if state == "open" else state, state == "open", kind, commune, spoken)


@router.post("", status_code=201, dependencies=[only("bot")])
def open_escalation(
    body: EscalationRequest, sent: Sent, idempotency_key: Key, session: Writing, library: Shelf
) -> EscalationOpened:
    """Opens a case with what the person asked first. The same key and body again get the same case, as it stands then."""
    return open_case(session, library, idempotency_key, body, sent)


@router.post("/{case}/entries", status_code=201)
def add_to_escalation(
    case: Named,
    caller: Annotated[Caller, only("bot", "support")],
    body: EntryRequest,
    sent: Sent,
    idempotency_key: Key,
    session: Writing,
) -> EntryAdded:
    """Adds an entry. A first answer also takes the case, a question on a closed one opens it again; each is an entry, too."""
    return add_entry(session, caller, case, idempotency_key, body, sent)


@router.get("", dependencies=[only("bot", "support")])
def list_escalations(
    session: Looking,
    library: Shelf,
    wanted: Annotated[Wanted, Depends(_wanted)],
    order: Annotated[Literal["queue", "newest"], Query(description="`queue`: who is to be answered first, first")] = "newest",
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    cursor: Cursor = None,
) -> EscalationPage:
    """Cases, a page at a time. The order of the queue moves on while it is read."""
    shown = listing.queue if order == "queue" else listing.newest
    return shown(session, library, wanted, None if cursor is None else int(cursor), limit)


@router.get("/summary", dependencies=[only("bot", "support")])
def summarise_escalations(
    session: Looking, library: Shelf, since: Annotated[Time | None, Query(description="Opened at this time or later")] = None
) -> EscalationSummary:
    """Who waits now, how long a first answer took in working minutes, and whether it helped."""
    return summing.summary(session, library, since)


@router.get("/{case}", dependencies=[only("bot", "support")])
def read_escalation(case: Named, session: Looking, library: Shelf) -> EscalationKept:
    """A case with its thread."""
    return listing.whole(session, library, case)
