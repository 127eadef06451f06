"""Invitations: made, and accepted."""

from typing import Annotated

from fastapi import APIRouter, Path, Request

from api import members
from api.access import Caller, RoleForbidden, only
from api.contract import Acceptance, Accepted, Code, Invitation, InvitationRequest
from api.database import Writing
from api.errors import Refusal
from api.invitations import records
from api.library import Shelf

router = APIRouter(prefix="/v1", tags=["invitations"])


class ForOneThing(Refusal):
    """An invitation is for a commune or for a role: exactly one of them."""

    name, title = "commune-or-role", "Indique una comuna o un rol, y solo uno de los dos."


@router.post("/invitations", status_code=201)
def invite(
    asked: InvitationRequest,
    request: Request,
    session: Writing,
    library: Shelf,
    caller: Annotated[Caller, only("support", "admin", "bot")],
) -> Invitation:
    """Support and admin invite officials; through the bot, support staff do, and a focal point for its own commune.

    A role is given by an admin alone: who answers people does not choose who judges.
    """
    if (asked.commune is None) == (asked.role is None):
        raise ForOneThing
    if asked.role is not None and caller.role != "admin":
        raise RoleForbidden
    if asked.commune is not None:
        library.municipality(asked.commune)
    if caller.role == "bot":
        members.check_acting(session, asked.acting, asked.commune)
    bot = request.app.state.settings.bot_username
    return records.invite(session, asked.commune, asked.role, uses=asked.uses, days=asked.days, bot=bot)


@router.post("/invitations/{code}/accept", dependencies=[only("bot")])
def accept(code: Annotated[Code, Path()], acceptance: Acceptance, session: Writing) -> Accepted:
    """What the invitation gives; `invitation-unknown`, `invitation-used-up` or `invitation-expired` say why not."""
    return records.accept(session, code, acceptance.person)
