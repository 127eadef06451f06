"""What people may act as, who belongs to a municipality, and forgetting somebody."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api import members
from api.access import Caller, only
from api.contract import Cut, Members, Person, Standing
from api.database import Looking, Writing
from api.directory import proposing
from api.escalations import erasing as cases
from api.invitations import records as invitations
from api.library import Shelf

router = APIRouter(prefix="/v1", tags=["people"])


@router.get("/people/{person}", dependencies=[only("bot", "admin")])
def read_standing(person: Annotated[Person, Path()], session: Looking) -> Standing:
    """What a person may act as; nothing for a stranger."""
    return members.standing(session, person)


@router.delete("/people/{person}", status_code=204, dependencies=[only("bot", "admin")])
def forget(person: Annotated[Person, Path()], session: Writing) -> None:
    """Forgets the person: roles and memberships end, cases are closed and erased. Doing it again changes nothing."""
    members.forget(session, person)
    cases.forget(session, person)
    proposing.forget(session, person)


@router.get("/municipalities/{cut}/members", dependencies=[only("bot", "support", "admin")])
def list_members(cut: Annotated[Cut, Path()], session: Looking, library: Shelf) -> Members:
    """Who belongs to the municipality, its focal point first."""
    return members.of_commune(session, library.municipality(cut).cut)


@router.delete("/municipalities/{cut}/members/{person}", status_code=204)
def remove_member(
    cut: Annotated[Cut, Path()],
    person: Annotated[Person, Path()],
    session: Writing,
    library: Shelf,
    caller: Annotated[Caller, only("bot", "support", "admin")],
    acting: Annotated[Person | None, Query(description="In whose name the bot removes; required of it")] = None,
) -> None:
    """Ends that membership at once, and the invitation it came by. Again, it changes nothing.

    Through the bot, support staff, the focal point and the person may do it.
    """
    library.municipality(cut)
    if caller.role == "bot" and acting != person:
        members.check_acting(session, acting, cut)
    invitation = members.remove(session, person, cut)
    if invitation is not None:
        invitations.close(session, invitation)  # whoever was let out does not come in again by the same link
