"""What became of a case: opened, answered, closed, opened again; an invitation given or not; help offered."""

from dataclasses import replace

from bot.dialogue import labels
from bot.dialogue.case_events import (
    Approved,
    CaseAnswered,
    CaseClosed,
    CaseOpened,
    CaseOutcome,
    CaseReopened,
    HelpOffered,
    MarkInherited,
    NotAsked,
    Rated,
    Refused,
    RemovedFromTeam,
)
from bot.dialogue.cases import Case, CaseKind, CaseState, Hat, Refusal
from bot.dialogue.desk import is_at
from bot.dialogue.errands import Rate, ReportActivity, Tell
from bot.dialogue.events import Opened, Place, Started
from bot.dialogue.membership import removed, told_as_heir
from bot.dialogue.moving import NO_HELP
from bot.dialogue.person import Standing
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Press
from bot.dialogue.step import Step
from bot.dialogue.voice import button, say
from content.sentences import Text

OfACase = CaseAnswered | CaseClosed | CaseReopened | Approved | Refused


def came(scene: Scene, event: CaseOutcome) -> Step:
    """The state after it. A case that this chat does not know, or no longer, changes nothing and is not spoken of."""
    match event:
        case CaseOpened():
            return _opened(scene, event)
        case NotAsked(hat, kind):
            return _not_asked(scene, hat, kind)
        case RemovedFromTeam(cut):
            return removed(scene, cut)
        case MarkInherited(cut):
            return _mark_inherited(scene, cut)
        case HelpOffered():
            return _help_offered(scene)
    case = scene.person.case(event.case)
    return _silent(scene) if case is None else _with_a_known_case(scene, event, case)


def _with_a_known_case(scene: Scene, event: OfACase, case: Case) -> Step:
    match event:
        case CaseAnswered():
            return _silent(_with(scene, case, replace(case, state=CaseState.ANSWERED)) if case.is_open else scene)
        case CaseClosed(_, reason):
            return _closed(scene, case, reason)
        case CaseReopened():
            return _reopened(scene, case, event)
        case Approved(_, code):
            return _approved(scene, case, code)
        case Refused(_, reason):
            return _refused(scene, case, reason)


def rated(scene: Scene, event: Rated) -> Step:
    """Whether it helped is said once for each case."""
    case = scene.person.case(event.case)
    if case is None or case.rated or case.is_open:
        return Step(scene, hint=say("Ese botón era de una pantalla anterior. Nada cambió."))
    thanks = say("Gracias. Su opinión ayuda a mejorar la atención.")
    return Step(_with(scene, case, replace(case, rated=True)).saying(thanks), errands=(Rate(event.case, event.helped),))


def rating(case: Case) -> tuple[Press, ...]:
    """The two buttons; none once the person has said it."""
    if case.rated or case.is_open:
        return ()
    return (Press(labels.HELPED, Rated(case.id, True)), Press(labels.NOT_HELPED, Rated(case.id, False)))


def _opened(scene: Scene, event: CaseOpened) -> Step:
    sending = scene.person.open_case(event.hat, event.kind)
    if sending is None or sending.id not in ("", event.case):
        return _silent(scene)
    case = Case(
        event.hat, event.kind, CaseState.WAITING, event.case, event.reference, event.expected_by, event.when, event.is_heard
    )
    scene = _with(scene, sending, case)
    if is_at(scene, case):
        return Step(scene.at(Standing(Place.ADVISER, case.id)))
    return Step(scene.saying(_received(case)))


def _received(case: Case) -> Text:
    if not case.is_heard or case.expected_by is None:
        return say("Su caso está guardado. Folio: {reference}.", reference=case.reference)
    return say(
        "El equipo recibió su caso. Folio: {reference}. Esperamos responderle antes de esta fecha y hora: {moment}.",
        reference=case.reference,
        moment=case.expected_by,
    )


def _not_asked(scene: Scene, hat: Hat, kind: CaseKind) -> Step:
    case = scene.person.open_case(hat, kind)
    note = say("No pudimos llevar su mensaje al equipo. Lo sentimos. Escríbalo de nuevo o use un canal oficial.")
    if case is None:
        return _silent(scene)
    if not case.id:
        left = tuple(each for each in scene.person.cases if each != case)
        scene = scene.with_person(replace(scene.person, cases=left))
    return Step(scene.saying(note))


def _closed(scene: Scene, case: Case, reason: str) -> Step:
    closed = replace(case, state=CaseState.CLOSED)
    was_at, scene = is_at(scene, case), _with(scene, case, closed)
    if was_at:
        there = scene.at(Standing(Place.ADVISER, case.id))
        return Step(there.saying(say("El equipo escribió: «{reason}»", reason=reason)) if reason else there)
    helped, not_helped = rating(replace(closed, rated=False))
    if reason:
        text = say("El equipo cerró su caso {reference}: «{reason}» ¿Le sirvió?", reference=case.reference, reason=reason)
    else:
        text = say("El equipo cerró su caso {reference}. ¿Le sirvió?", reference=case.reference)
    return _silent(scene, Tell(scene.person.id, text, helped.label, helped.event, (not_helped,)))


def _reopened(scene: Scene, case: Case, event: CaseReopened) -> Step:
    opened = replace(
        case, state=CaseState.WAITING, expected_by=event.expected_by or case.expected_by, when=event.when, rated=False
    )
    scene = _without_one_on_its_way(_with(scene, case, opened), opened)
    if is_at(scene, opened):
        return Step(scene)
    return Step(scene.saying(say("Su caso {reference} está abierto otra vez.", reference=case.reference)))


def _without_one_on_its_way(scene: Scene, case: Case) -> Scene:
    """What was written meanwhile to open a new case comes to this one, which is open again before it arrives."""
    person = scene.person
    left = tuple(each for each in person.cases if each.id or (each.hat, each.kind) != (case.hat, case.kind))
    return scene.with_person(replace(person, cases=left))


def _approved(scene: Scene, case: Case, code: str) -> Step:
    scene = _with(scene, case, replace(case, state=CaseState.CLOSED, rated=True))
    text = say("El equipo aprobó su solicitud. Con este botón usted se une al expediente de su municipalidad.")
    payload = code if code.startswith("inv_") else f"inv_{code}"
    return _silent(scene, Tell(scene.person.id, text, button("Usar mi invitación"), Started(payload)))


def _refused(scene: Scene, case: Case, reason: Refusal) -> Step:
    scene = _with(scene, case, replace(case, state=CaseState.CLOSED, rated=True))
    again = Press(button("Pedir otra vez"), Opened(Place.VERIFICATION))
    return _silent(scene, Tell(scene.person.id, _why_not(reason), labels.ADVISER, Opened(Place.ADVISER, Hat.OFFICIAL), (again,)))


def _why_not(reason: Refusal) -> Text:
    match reason:
        case Refusal.EMAIL:
            return say("Todavía no podemos darle una invitación: falta un correo institucional de su municipalidad.")
        case Refusal.UNCONFIRMED:
            return say("Todavía no podemos darle una invitación: la municipalidad no confirmó sus datos.")
        case Refusal.TEAM:
            return say("Su municipalidad ya tiene un equipo en este asistente. Pida la invitación a su contraparte.")
        case Refusal.OTHER:
            return say("Todavía no podemos darle una invitación. El equipo le escribe el motivo en un mensaje aparte.")


def _mark_inherited(scene: Scene, cut: str) -> Step:
    membership, dossier = scene.person.membership, scene.state.municipal
    heir = dossier.focal_point if dossier else None
    if membership is None or membership.cut != cut or heir is None or heir.person != scene.person.id:
        return _silent(scene)  # gone, or no longer the first, since
    return _silent(scene, told_as_heir(scene, heir))


def _help_offered(scene: Scene) -> Step:
    person, membership = scene.person, scene.person.membership
    if membership is None or person.help_offered:
        return _silent(scene)
    text = say(
        "El expediente de {municipality} lleva un tiempo sin avanzar. Si quiere, una persona del equipo le ayuda. Usted decide.",
        municipality=scene.municipality,
    )
    no = Press(button("No, gracias"), Opened(Place.HOME, NO_HELP))
    offer = Tell(person.id, text, labels.ADVISER, Opened(Place.ADVISER, Hat.OFFICIAL), (no,))
    told = ReportActivity(membership.cut, "help_offered", scene.now)
    return _silent(scene.with_person(replace(person, help_offered=True)), offer, told)


def _with(scene: Scene, before: Case, after: Case) -> Scene:
    return scene.with_person(scene.person.with_case(after, before))


def _silent(scene: Scene, *errands: Tell | ReportActivity) -> Step:
    return Step(scene, errands, is_silent=True)
