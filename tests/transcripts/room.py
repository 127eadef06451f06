"""What the api and the support room do in a played conversation.

`! caso D-2026-AB12` (what waits has come to the api), with `fuera de horario`, `feriado` or `sin equipo` behind it;
`! no llega`, `! responde D-…`, `! cierra D-… words`, `! reabre D-…`, `! aprueba D-… inv_X`, `! rechaza D-… email`,
`! quitan ana 05109`, `! ofrecen ayuda a ana`.
"""

from datetime import datetime

from bot.dialogue.case_events import (
    Approved,
    CaseAnswered,
    CaseClosed,
    CaseOpened,
    CaseReopened,
    HelpOffered,
    NotAsked,
    Refused,
    RemovedFromTeam,
)
from bot.dialogue.cases import Refusal, When
from bot.dialogue.errands import AskPerson
from bot.dialogue.events import Event
from bot.dialogue.scene import CHILE
from tests.transcripts.world import World

_WHEN = {"fuera": When.AFTER_HOURS, "feriado": When.HOLIDAY}


def what_the_room_does(world: World, what: list[str]) -> tuple[str, Event]:
    """To whom it happens, and the event."""
    match what:
        case ["caso", reference, *how]:
            who, asked = _waiting(world)
            when = _WHEN.get(how[0] if how else "", When.WORKING_HOURS)
            id = str(sum(reference.encode()))
            return who, CaseOpened(id, reference, asked.hat, asked.kind, _promised(world, when), when, "equipo" not in how)
        case ["no", "llega"]:
            who, asked = _waiting(world)
            return who, NotAsked(asked.hat, asked.kind)
        case ["quitan", who, cut]:
            return who, RemovedFromTeam(cut)
        case ["ofrecen", "ayuda", "a", who]:
            return who, HelpOffered()
        case [does, reference, *words]:
            who, case = _known(world, reference)
            return who, _of_a_case(world, does, case, " ".join(words))
    raise AssertionError(f"the world cannot do {what}")


def asked_in_short(errand: AskPerson) -> str:
    """What goes to a person, without what is left empty."""
    named = {
        "caso": errand.case,
        "texto": errand.text,
        "adjunto": f"{errand.enclosure.kind} {errand.enclosure.name}".strip() if errand.enclosure else "",
        "idioma": errand.language,
        "comuna": errand.commune,
        "perfil": errand.profile,
        "desde": " ".join(filter(None, (errand.stood.place, errand.stood.question, errand.stood.said))) if errand.stood else "",
        "de": f"{errand.applicant.name}, {errand.applicant.post}, {errand.applicant.email}" if errand.applicant else "",
    }
    told = "; ".join(f"{key}: {value}" for key, value in named.items() if value)
    return f"al equipo ({errand.hat}, {errand.kind}) {told}"


def _of_a_case(world: World, does: str, case: str, words: str) -> Event:
    match does:
        case "responde":
            return CaseAnswered(case)
        case "cierra":
            return CaseClosed(case, words)
        case "reabre":
            return CaseReopened(case, _promised(world, When.WORKING_HOURS))
        case "aprueba":
            return Approved(case, words)
        case "rechaza":
            return Refused(case, Refusal(words))
    raise AssertionError(f"the room cannot {does}")


def _promised(world: World, when: When) -> datetime:
    there = world.now.astimezone(CHILE)
    return there.replace(day=there.day + (when is not When.WORKING_HOURS), hour=12, minute=30)


def _waiting(world: World) -> tuple[str, AskPerson]:
    """The oldest message that waits to be brought; all that wait for the same case go with it."""
    who, first = next((who, each) for who, each in world.waiting if isinstance(each, AskPerson) and not each.case)
    same = [
        (w, e) for w, e in world.waiting if w == who and isinstance(e, AskPerson) and (e.hat, e.kind) == (first.hat, first.kind)
    ]
    world.waiting = [each for each in world.waiting if each not in same]
    return who, first


def _known(world: World, reference: str) -> tuple[str, str]:
    for who in world.people:
        for each in world.state_of(who).person.cases:
            if each.reference == reference:
                return who, each.id
    raise AssertionError(f"nobody has the case {reference}")
