"""Keeping services right: doubts of readers, proposals of officials, and counts of what nobody could find."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api import members
from api.access import Caller, only
from api.contract import (
    CountedBatch,
    Cut,
    Decision,
    Doubt,
    DoubtKept,
    Doubts,
    MonthSheets,
    MonthText,
    ProposalKept,
    ProposalRequest,
    Proposals,
    ProposalState,
    ServiceId,
    Time,
)
from api.database import Looking, Writing
from api.directory import counting, doubting, proposing
from api.idempotency import Key
from api.library import Shelf

router = APIRouter(prefix="/v1/services", tags=["services"])
Proposal = Annotated[int, Path(ge=1)]
Deciding = Annotated[Caller, only("bot", "directory", "support", "admin")]


@router.post("/{service}/doubts", status_code=204, dependencies=[only("bot")])
def doubt_service(service: Annotated[ServiceId, Path()], body: Doubt, key: Key, session: Writing) -> None:
    """Keeps that a reader found it wrong. The same key again counts nothing."""
    doubting.doubt(session, service, key, body)


@router.get("/doubts", dependencies=[only("bot", "directory", "support", "admin")])
def list_doubts(session: Looking) -> Doubts:
    """The doubts since each service was last confirmed, the newest first."""
    rows = doubting.unsettled(session)
    return Doubts(results=[DoubtKept(service=row.service, at=row.at, language=row.language, words=row.words) for row in rows])


@router.post("/proposals", status_code=201, dependencies=[only("bot")])
def propose(body: ProposalRequest, key: Key, session: Writing, library: Shelf) -> ProposalKept:
    """What an official says of a service of their municipality. That it still holds is so at once; a change waits."""
    return proposing.told(proposing.propose(session, library.municipality(body.commune), key, body))


@router.get("/proposals", dependencies=[only("bot", "directory", "support", "admin")])
def list_proposals(
    session: Looking,
    state: Annotated[ProposalState | None, Query()] = None,
    decided_after: Annotated[Time | None, Query()] = None,
) -> Proposals:
    """Proposals, the oldest first; at most 500."""
    return Proposals(results=[proposing.told(row) for row in proposing.listed(session, state, decided_after)])


@router.post("/proposals/{proposal}/approve")
def approve(proposal: Proposal, body: Decision, caller: Deciding, session: Writing, library: Shelf) -> ProposalKept:
    """The service is so from now on. What was decided before stays so."""
    _check(caller, body, session)
    return proposing.told(proposing.decide(session, proposal, library.commune, approves=True, reason=body.reason))


@router.post("/proposals/{proposal}/refuse")
def refuse(proposal: Proposal, body: Decision, caller: Deciding, session: Writing, library: Shelf) -> ProposalKept:
    """Nothing changes. What was decided before stays so."""
    _check(caller, body, session)
    return proposing.told(proposing.decide(session, proposal, library.commune, approves=False, reason=body.reason))


@router.post("/unfound", status_code=204, dependencies=[only("bot")])
def count_questions(body: CountedBatch, key: Key, session: Writing, library: Shelf) -> None:
    """Adds how many asked and how it ended. The same key again adds nothing."""
    for cut in {*(each.commune for each in body.results), *(each.commune for each in body.terms)}:
        if cut is not None:
            library.commune(cut)
    counting.add(session, key, body, library.asked_for.terms.__contains__)


@router.get("/unfound", dependencies=[only("bot", "directory", "support", "admin")])
def list_unfound(
    session: Looking,
    library: Shelf,
    month: Annotated[MonthText, Query()],
    commune: Annotated[Cut | None, Query()] = None,
) -> MonthSheets:
    """By commune: how many asked, in which languages, and what found no good answer. Numbers below five are not shown."""
    cut = None if commune is None else library.commune(commune).cut
    return MonthSheets(results=counting.sheets(session, month, cut), terms=[] if cut else counting.terms(session, month))


def _check(caller: Caller, decision: Decision, session: Writing) -> None:
    """The bot decides nothing itself: it names one of the support staff."""
    if caller.role == "bot":
        members.check_acting(session, decision.acting, None)
