"""The conversation: one event in, the next state, one screen and errands out. Pure."""

from dataclasses import replace
from datetime import datetime

from bot.dialogue import asking, case_outcomes, distress, outcomes, places, question_events, unexpected
from bot.dialogue.activity import reported
from bot.dialogue.case_events import Rated
from bot.dialogue.cases import CaseKind
from bot.dialogue.counting import counted
from bot.dialogue.events import (
    Asked,
    Chose,
    Confirmed,
    Event,
    Finished,
    Labelled,
    Looked,
    Marked,
    Opened,
    Outcome,
    Place,
    Removed,
    Replied,
    Sent,
    SentOther,
    Spoke,
    Started,
    WentBack,
    Wrote,
)
from bot.dialogue.face import Face, Heard
from bot.dialogue.frame import with_note
from bot.dialogue.membership import as_still_a_member
from bot.dialogue.moving import opened, settled
from bot.dialogue.person import Standing, State
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Screen
from bot.dialogue.speaking import speaking
from bot.dialogue.starting import started
from bot.dialogue.step import Step
from bot.dialogue.turn import Content, Turn


def take_turn(content: Content, state: State, event: Event, now: datetime) -> Turn:
    """What `event` comes to for this person at `now` (an aware datetime). Never raises for anything a person can do."""
    step = _stepped(Scene(content, state, now), event)
    if step.forgotten:
        return Turn(None, unexpected.farewell(), step.errands)
    scene, reports = reported(state, settled(as_still_a_member(step.scene)))
    step = step.also(*reports, *counted(state, event, scene))
    if step.is_silent or (isinstance(event, Outcome) and not outcomes.shows(scene, event)):
        return Turn(scene.state, None, step.errands, step.hint)
    screen = with_note(draw(scene), scene.note)
    return Turn(_remembering_what_is_shown(scene).state, screen, step.errands, step.hint)


def draw(scene: Scene) -> Screen:
    """The screen of the place where the person stands; the languages first of all while none is chosen."""
    return _face(scene).show(scene)


def _face(scene: Scene) -> Face:
    here = scene.standing
    is_urgent = here.place is Place.DANGER or here == Standing(Place.ADVISER, CaseKind.DISTRESS)
    return places.PLACES[here.place if scene.person.language or is_urgent else Place.LANGUAGE]


def _stepped(scene: Scene, event: Event) -> Step:
    """What comes back from the world may still concern a dossier that this person was taken out of; nothing else does."""
    if isinstance(event, Outcome):
        return _after(scene, event)
    scene = as_still_a_member(scene)
    danger = distress.danger_in(scene, event)
    if danger is not None and isinstance(event, Wrote | Sent | SentOther):
        return distress.shown(scene, event, danger)
    return _after(scene, event)


def _after(scene: Scene, event: Event) -> Step:
    match event:
        case Spoke(language):
            return Step(speaking(scene, language))
        case Started(payload):
            return started(scene, payload)
        case Opened(place, about):
            return opened(scene, place, about)
        case Looked():
            return Step(scene)
        case Replied() | Marked() | Finished() | Labelled() | Removed() | Asked() | WentBack():
            return question_events.pressed(scene, event)
        case Wrote() | Sent() | SentOther() | Chose() | Confirmed():
            return _heard(scene, event)
        case Rated():
            return case_outcomes.rated(scene, event)
        case outcome:
            return outcomes.came(scene, outcome)


def _heard(scene: Scene, event: Heard) -> Step:
    """Words, files, picks and last yeses belong to the place that is shown; elsewhere the screen is drawn again."""
    if isinstance(event, Wrote) and asking.was_asked(scene, event):
        return asking.mending(scene, event)
    if isinstance(event, Wrote) and event.is_caption:  # below a file that went to nobody: it answers nothing
        return Step(scene, is_silent=True)
    hear = _face(scene).hear
    step = hear(scene, event) if hear else None
    return step or unexpected.heard(scene, event)


def _remembering_what_is_shown(scene: Scene) -> Scene:
    question = scene.standing.about if scene.standing.place is Place.QUESTION else ""
    revision = scene.dossier.revision_of(question) if scene.dossier else 0
    return scene if scene.person.shown == revision else scene.with_person(replace(scene.person, shown=revision))
