"""Invitations, and the people who accepted them."""

from typing import Annotated

from fastapi import APIRouter, Path, Request
from sqlmodel import Session

from api.access import Caller, only
from api.contract import Acceptance, Accepted, Code, Invitation, InvitationRequest, Person, Standing
from api.database import Looking, Writing
from api.errors import Refusal
from api.invitations import members, records
from api.library import Shelf

router = APIRouter(prefix="/v1", tags=["invitations"])


class ForOneThing(Refusal):
    """An invitation is for a commune or for a role: exactly one of them."""

    name, title = "commune-or-role", "Indique una comuna o un rol, y solo uno de los dos."


class ActingMissing(Refusal):
    """The bot has to name the person it acts for."""

    name, title = "acting-required", "Falta indicar en nombre de quién se invita."


class ActingForbidden(Refusal):
    """That person may not make this invitation."""

    name, status, title = "acting-forbidden", 403, "Esa persona no puede hacer esta invitación."


@router.post("/invitations", status_code=201)
def invite(
    asked: InvitationRequest,
    request: Request,
    session: Writing,
    library: Shelf,
    caller: Annotated[Caller, only("support", "admin", "bot")],
) -> Invitation:
    """Support and admin invite anybody; through the bot, support staff do, and a focal point for its own commune."""
    if (asked.commune is None) == (asked.role is None):
        raise ForOneThing
    if asked.commune is not None:
        library.municipality(asked.commune)
    if caller.role == "bot":
        _check_acting(session, asked)
    bot = request.app.state.settings.bot_username
    return records.invite(session, asked.commune, asked.role, uses=asked.uses, days=asked.days, bot=bot)


@router.post("/invitations/{code}/accept", dependencies=[only("bot")])
def accept(code: Annotated[Code, Path()], acceptance: Acceptance, session: Writing) -> Accepted:
    """What the invitation gives; `invitation-unknown`, `invitation-used-up` or `invitation-expired` say why not."""
    return records.accept(session, code, acceptance.person)


@router.get("/people/{person}", dependencies=[only("bot", "admin")])
def read_standing(person: Annotated[Person, Path()], session: Looking) -> Standing:
    """What a person may act as; nothing for a stranger."""
    return members.standing(session, person)


@router.delete("/people/{person}", status_code=204, dependencies=[only("bot", "admin")])
def forget(person: Annotated[Person, Path()], session: Writing) -> None:
    """Forgets the person: roles and memberships end. Doing it again changes nothing."""
    members.forget(session, person)


def _check_acting(session: Session, asked: InvitationRequest) -> None:
    if asked.acting is None:
        raise ActingMissing
    may = members.standing(session, asked.acting)
    owns = any(each.focal_point and each.commune == asked.commune for each in may.communes)
    if "support" not in may.roles and not owns:
        raise ActingForbidden
