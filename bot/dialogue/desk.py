"""Whom a person writes to on the adviser's screen: in which hat, about what kind of thing, and in which case."""

from dataclasses import dataclass

from bot.dialogue.cases import Case, CaseKind, Hat
from bot.dialogue.events import Place
from bot.dialogue.scene import Scene

# Who looks for the ways in works for a municipality, also before having anything to show for it.
_OF_OFFICIALS = frozenset({Place.OFFICIAL, Place.MUNICIPALITY, Place.INVITATION, Place.VERIFICATION, Place.JOINING})


@dataclass(frozen=True, slots=True)
class Desk:
    """`case` None: none is open, and the first message opens one."""

    hat: Hat
    kind: CaseKind
    case: Case | None


def desk(scene: Scene) -> Desk:
    """The desk that this person stands at, or would come to from here.

    The place's `about` is a case's id, `distress`, a hat, or empty. Distress is the person's own matter, never the office's.
    """
    about = scene.standing.about if scene.standing.place is Place.ADVISER else ""
    if case := scene.person.case(about):
        # One that was closed is opened again by what is written there, unless another of its kind is open by now.
        return Desk(case.hat, case.kind, case if case.is_open else scene.person.open_case(case.hat, case.kind) or case)
    if about == CaseKind.DISTRESS:
        return Desk(Hat.NEIGHBOUR, CaseKind.DISTRESS, scene.person.open_case(Hat.NEIGHBOUR, CaseKind.DISTRESS))
    hat = Hat(about) if about in set(Hat) else _hat(scene)
    for kind in (CaseKind.DISTRESS, CaseKind.QUESTION):
        if case := scene.person.open_case(hat, kind):
            return Desk(hat, kind, case)
    return Desk(hat, CaseKind.QUESTION, None)


def is_at(scene: Scene, case: Case) -> bool:
    """Whether what this person writes now goes into that case."""
    here = desk(scene)
    return scene.standing.place is Place.ADVISER and (here.hat, here.kind) == (case.hat, case.kind)


def _hat(scene: Scene) -> Hat:
    person = scene.person
    here = (person.left if scene.standing.place is Place.ADVISER else None) or person.standing
    if here.place is Place.SERVICES:
        return Hat.NEIGHBOUR
    works = person.membership or person.joining or scene.dossier or here.place in _OF_OFFICIALS
    return Hat.OFFICIAL if works else Hat.NEIGHBOUR
