"""Going from place to place: what a press or a command opens, and where somebody really comes to stand."""

from dataclasses import replace

from bot.dialogue import position
from bot.dialogue.answering import EVIDENCE_LIST
from bot.dialogue.dossier import Dossier, Phase
from bot.dialogue.errands import ReportActivity
from bot.dialogue.events import Place
from bot.dialogue.person import Standing
from bot.dialogue.scene import Scene
from bot.dialogue.step import Step
from bot.dialogue.voice import say

SAVED, NO_HELP = "saved", "no-help"
# Asides: one looks at them and comes back to where one was.
ASIDES = frozenset({Place.LANGUAGE, Place.ADVISER, Place.PRIVACY, Place.HELP, Place.MY_DATA, Place.FORGETTING, Place.DANGER})
# Those that can be looked at from another aside, which they then lead back to.
_FROM_ASIDES = frozenset({Place.LANGUAGE, Place.DANGER})
# Places that mean nothing before the profile is known, and all that show the dossier; without one they lead to the ways in.
AFTER_THE_PROFILE = frozenset({Place.TASKS, Place.VERDICT, Place.RESULT, Place.REVIEW, Place.DECLARATION})
OF_THE_DOSSIER = AFTER_THE_PROFILE | {Place.QUESTION, Place.RECEIPT, Place.TEAM, Place.EDITION}

# The services that an official answers for.
OF_THE_MUNICIPALITY = frozenset({Place.OUR_SERVICES, Place.OUR_SERVICE, Place.ADDING, Place.SHEET})


def opened(scene: Scene, place: Place, about: str = "") -> Step:
    """The person asked for a place. Practising begins with its first question."""
    person = scene.person
    if place in ASIDES:
        left = person.left if person.standing.place in ASIDES else person.standing
        return Step(scene.with_person(replace(person, standing=_aside(person.standing, place, about), left=left)))
    if person.standing.place in ASIDES and person.left and person.left.place is place and about in ("", person.left.about):
        # Back from an aside: what was typed or ticked, and where *change* goes back to, are still there.
        return Step(scene.with_person(replace(person, standing=person.left, left=None)))
    returning = _returning(person.standing) if place is Place.QUESTION else None
    scene = scene.with_person(replace(person, standing=Standing(place, about, returning=returning), left=None, draft=None))
    if about == SAVED:
        return Step(scene.saying(say("Todo quedó guardado. Puede seguir cuando quiera.")))
    if about == NO_HELP and person.membership:
        note = say("De acuerdo. No volveremos a ofrecerla. Puede pedirla cuando quiera.")
        return Step(scene.saying(note), (ReportActivity(person.membership.cut, "help_declined", scene.now),))
    if place is Place.PROFILE and scene.dossier is None and person.joining is None:
        return Step(scene.with_dossier(Dossier(f"practice:{person.id}", scene.content.current.edition)))
    return Step(scene)


def _aside(here: Standing, place: Place, about: str) -> Standing:
    if place in _FROM_ASIDES and here.place is place:
        return replace(here, about=about)
    if place in _FROM_ASIDES and here.place in ASIDES:
        return Standing(place, about, here.about, here.place)
    return Standing(place, about)


def _returning(here: Standing) -> Place | None:
    """The list that a question is opened from and that its answer leads straight back to."""
    if here.place is Place.REVIEW:
        return Place.REVIEW
    return Place.TASKS if here == Standing(Place.TASKS, EVIDENCE_LIST) else None


def settled(scene: Scene) -> Scene:
    """The scene with the person standing where they can stand: on questions that are asked, in places that exist for them."""
    for _ in range(4):
        standing = _standing(scene)
        if standing == scene.standing:
            return scene
        scene = scene.at(standing)
    return scene


def _standing(scene: Scene) -> Standing:
    here = scene.standing
    if here.place is Place.JOINING and scene.person.joining is None:
        return Standing(Place.HOME)
    if here.place in OF_THE_MUNICIPALITY and scene.person.membership is None:
        return Standing(Place.OFFICIAL)
    if here.place is Place.VERIFICATION:
        return _asking_for_an_invitation(scene)
    if here.place in OF_THE_DOSSIER and scene.dossier is None:
        return Standing(Place.JOINING if scene.person.joining else Place.OFFICIAL)
    if here.place in AFTER_THE_PROFILE and scene.profile is None:
        return Standing(Place.PROFILE)
    if here.place is Place.PROFILE:
        return _in_the_profile(scene)
    if here.place is Place.QUESTION:
        return _at_a_question(scene)
    return _by_phase(scene)


def _asking_for_an_invitation(scene: Scene) -> Standing:
    """For somebody who has none, and for a municipality that was picked."""
    if scene.person.membership:
        return Standing(Place.OFFICIAL)
    cut = scene.person.commune
    is_known = any(each.cut == cut and each.has_municipality for each in scene.content.communes.all())
    return scene.standing if is_known else Standing(Place.MUNICIPALITY, cut)


def _in_the_profile(scene: Scene) -> Standing:
    if scene.dossier is None:
        return Standing(Place.OFFICIAL)
    following = position.first_open(scene, position.questions_of(scene, position.PROFILE_TASK))
    return Standing(Place.QUESTION, following.id, returning=scene.standing.returning) if following else scene.standing


def _at_a_question(scene: Scene) -> Standing:
    """`about` may name a question, a task, or nothing (go on where the work stands)."""
    about = scene.standing.about
    if position.is_asked(scene, about):
        return scene.standing
    if scene.profile is None:
        return Standing(Place.PROFILE)
    task = _task_named(scene, about)
    if task is None:
        return Standing(Place.RESULT)
    following = position.first_open(scene, position.questions_of(scene, task))
    if following is None:
        return Standing(Place.VERDICT, task)
    return Standing(Place.QUESTION, following.id, returning=scene.standing.returning)


def _task_named(scene: Scene, about: str) -> str | None:
    codes = {each.code for each in position.tasks(scene)}
    if about in codes:
        return about
    task = next((code for code in codes if about.startswith(f"{code}.")), None)
    following = position.next_task(scene)
    return task or (following.code if following else None)


def _by_phase(scene: Scene) -> Standing:
    here, phase = scene.standing, scene.dossier.phase if scene.dossier else Phase.FILLING
    if here.place is Place.VERDICT and here.about not in {each.code for each in position.tasks(scene)}:
        return Standing(Place.TASKS)
    if here.place is Place.DECLARATION and phase is not Phase.FILLING:
        return Standing(Place.RECEIPT)
    if here.place is Place.RECEIPT and phase is Phase.FILLING:
        return Standing(Place.REVIEW)
    return here
