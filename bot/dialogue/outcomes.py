"""What comes back from the world: files, invitations, receipts, and what became of a case."""

from dataclasses import replace

from bot.dialogue import case_outcomes, evidence, labels, upkeep_outcomes
from bot.dialogue.dossier import Phase, Receipt
from bot.dialogue.errands import Errand, Tell
from bot.dialogue.events import (
    Accepted,
    Declined,
    Fetched,
    HandedOver,
    HandOverRefused,
    Invited,
    NotFetched,
    NotInvited,
    Opened,
    Outcome,
    Place,
)
from bot.dialogue.membership import as_still_a_member, leaving
from bot.dialogue.person import Joining, Standing
from bot.dialogue.scene import CHILE, Scene
from bot.dialogue.step import Step
from bot.dialogue.upkeep_events import NotProposed, ProposalDecided, StillRight
from bot.dialogue.voice import say


def shows(scene: Scene, event: Outcome) -> bool:
    """Whether the outcome is worth a screen now: a saved file only where its question stands."""
    if not isinstance(event, Fetched):
        return True
    pieces = scene.dossier.pieces_for(scene.standing.about) if scene.dossier else ()
    return scene.standing.place is Place.QUESTION and any(piece.id == event.piece for piece in pieces)


def came(scene: Scene, event: Outcome) -> Step:
    """The state after the world has answered."""
    match event:
        case Fetched():
            return evidence.on_fetched(scene, event)
        case NotFetched():
            return evidence.on_not_fetched(scene, event)
        case Accepted():
            # Taken out a moment ago and invited again: that they were a member is no longer so.
            return _accepted(replace(as_still_a_member(scene), note=None), event)
        case Declined(why):
            return Step(scene.at(Standing(Place.INVITATION, why)))
        case Invited(code, link, until):
            note = say("Invitación lista. Vale hasta el {until}. Código: {code}", until=until.astimezone(CHILE).date(), code=code)
            return Step(scene.at(Standing(Place.TEAM, link)).saying(note))
        case NotInvited():
            return Step(scene.saying(say("No pudimos crear la invitación. Pídala a la contraparte de su municipalidad.")))
        case HandedOver():
            return _handed_over(scene, event)
        case HandOverRefused(round):
            return _refused(scene, round)
        case ProposalDecided() | NotProposed() | StillRight():
            return upkeep_outcomes.came(scene, event)
        case about_a_case:
            return case_outcomes.came(scene, about_a_case)


def _accepted(scene: Scene, event: Accepted) -> Step:
    person, membership = scene.person, scene.person.membership
    if event.role:
        note = say("Aceptamos su invitación.")
        return Step(scene.with_person(replace(person, role=event.role, standing=Standing(Place.HOME))).saying(note))
    if membership and membership.cut == event.cut:
        return Step(scene.at(Standing(Place.HOME)).saying(say("Usted ya es parte de este expediente.")))
    joining = Joining(event.cut, event.focal_point, since=scene.now)
    moved = replace(person, joining=joining, membership=None, standing=Standing(Place.JOINING), draft=None)
    state, errands = scene.state, tuple[Errand, ...]()
    if membership and state.municipal:
        dossier, errands = leaving(scene, state.municipal)
        state = replace(state, municipal=dossier)
    return Step(scene.having(replace(state, person=moved)), errands)


def _handed_over(scene: Scene, event: HandedOver) -> Step:
    dossier = scene.dossier
    if dossier is None or any(each.round == event.round for each in dossier.receipts):
        return Step(scene)
    receipt = Receipt(event.round, event.reference, event.received_at, event.digest, event.replaces)
    sent = replace(dossier, receipts=(*dossier.receipts, receipt), sending=None)
    text = say("La prepostulación de su municipalidad fue recibida. Folio: {reference}.", reference=event.reference)
    others = (each.person for each in dossier.members if each.person not in ("", scene.person.id))
    told = tuple(Tell(other, text, labels.RECEIPT, Opened(Place.RECEIPT)) for other in others)
    return Step(scene.with_dossier(sent).at(Standing(Place.RECEIPT)), errands=told)


def _refused(scene: Scene, round: int) -> Step:
    dossier = scene.dossier
    if dossier is None or dossier.round != round or dossier.phase is not Phase.SENDING:
        return Step(scene)
    note = say("La entrega no se pudo completar y el equipo ya lo sabe. Sus respuestas están guardadas. Revise y envíe de nuevo.")
    return Step(scene.with_dossier(replace(dossier, sending=None)).at(Standing(Place.REVIEW)).saying(note))
