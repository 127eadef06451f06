"""Pre-applications: the bot hands over, staff read."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.access import only
from api.contract import Cut, PreApplication, PreApplicationKept, PreApplicationPage, ProfileId, Receipt, Reference, Time
from api.database import Looking, Writing
from api.idempotency import Key, Sent
from api.library import Shelf
from api.pre_applications import records
from api.pre_applications.receiving import receive
from api.vault import Keeping

router = APIRouter(prefix="/v1/pre-applications", tags=["pre-applications"])


Cursor = Annotated[str | None, Query(pattern=r"^[0-9]{1,9}$", description="`next` of the page before")]


@router.post("", status_code=201, dependencies=[only("bot")])
def hand_over(
    body: PreApplication, sent: Sent, idempotency_key: Key, session: Writing, library: Shelf, vault: Keeping
) -> Receipt:
    """Keeps a pre-application and judges it again. The same key and body again get the same receipt."""
    return receive(session, library, vault, idempotency_key, body, sent)


@router.get("", dependencies=[only("support", "reviewer", "committee")])
def list_pre_applications(
    session: Looking,
    commune: Annotated[Cut | None, Query()] = None,
    profile: Annotated[ProfileId | None, Query()] = None,
    since: Annotated[Time | None, Query(description="Received at this time or later")] = None,
    cursor: Cursor = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> PreApplicationPage:
    """The newest first, a page at a time."""
    wanted = records.Wanted(commune, profile, since, None if cursor is None else int(cursor))
    return records.page(session, wanted, limit)


@router.get("/{reference}", dependencies=[only("bot", "support", "reviewer", "committee")])
def read_pre_application(reference: Reference, session: Looking) -> PreApplicationKept:
    """Receipt, judging and content."""
    return records.of_reference(session, reference)
