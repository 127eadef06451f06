"""That a question about services was asked and how it ended, without who asked or in which words.

Where no good answer was found, the terms of our own vocabulary that were meant go along.
"""

from bot.dialogue.errands import CountQuestion
from bot.dialogue.events import Event, Place, Wrote
from bot.dialogue.moving import ASIDES
from bot.dialogue.person import State
from bot.dialogue.scene import Scene
from bot.dialogue.seeking import Mood, Seeking, read_seeking
from content.calendar_words import CHILE
from content.months import Month

_BACK_FROM = ASIDES | {Place.SERVICE, Place.DOUBTING}
"""Whoever comes back from there asks nothing new."""


def counted(before: State, event: Event, scene: Scene) -> tuple[CountQuestion, ...]:
    """What to count of this turn: one question, or none."""
    was, here = before.person.standing, scene.standing
    is_new = here.place is Place.SERVICES and (was.place is not here.place or was.about != here.about)
    if not is_new or (was.place in _BACK_FROM and not isinstance(event, Wrote)):
        return ()
    seeking = read_seeking(here.about, scene.content.communes)
    ending = _ending(scene, seeking)
    if not ending:
        return ()
    month = str(Month.of(scene.now.astimezone(CHILE).date()))
    category = seeking.categories[0].value if seeking.categories else ""
    terms = scene.content.asked_for.said(event.text) if ending != "found" and isinstance(event, Wrote) else ()
    return (CountQuestion(month, seeking.commune, category, scene.person.language or "es", ending, terms),)


def _ending(scene: Scene, seeking: Seeking) -> str:
    match seeking.mood:
        case Mood.UNSURE:
            return "unsure"
        case Mood.NOTHING:
            return "none"
        case Mood.FOUND if seeking.categories:
            return "found" if _is_answered(scene, seeking) else "none"
    return ""


def _is_answered(scene: Scene, seeking: Seeking) -> bool:
    directory, commune = scene.content.directory, seeking.commune or None
    if any(directory.about(each, place) for each in seeking.categories for place in (commune, None)):
        return True
    return directory.offer(seeking.categories, commune, scene.now.astimezone(CHILE).date()).nearby is not None
