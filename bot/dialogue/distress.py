"""Words that show danger: the number first, whatever was being done, and nothing of it lost."""

from bot.dialogue import asking, question_events
from bot.dialogue.cases import CaseKind
from bot.dialogue.desk import desk
from bot.dialogue.events import Event, Place, Sent, SentOther, Wrote
from bot.dialogue.moving import opened, settled
from bot.dialogue.person import Standing
from bot.dialogue.scene import Scene
from bot.dialogue.step import Step
from content.danger import Danger
from content.kinds import Writing


def danger_in(scene: Scene, event: Event) -> Danger | None:
    """The danger that somebody's words show; None where they go to a person as just that, behind the numbers shown before."""
    match event:
        case Wrote(text):
            words = text
        case Sent() | SentOther():
            words = event.caption
        case _:
            return None
    found = scene.content.understanding.distress(words) if words else None
    there = _at_the_desk(scene)
    is_known = there.standing.place is Place.ADVISER and desk(there).kind is CaseKind.DISTRESS
    return None if found is None or is_known else found.danger


def shown(scene: Scene, event: Wrote | Sent | SentOther, danger: Danger) -> Step:
    """The fixed text is next; an answer in words is kept, and what was written to a person goes to that person first of all."""
    step = _kept(scene, event)
    moved = opened(settled(step.scene), Place.DANGER, danger).scene
    return Step(moved, step.errands)


def _kept(scene: Scene, event: Wrote | Sent | SentOther) -> Step:
    scene, question = _at_the_desk(scene), question_events.standing_question(scene)
    if isinstance(event, Wrote) and asking.was_asked(scene, event):
        return asking.mending(scene, event)
    if scene.standing.place is Place.ADVISER:
        return asking.asking(scene, event, is_urgent=True)
    match event:
        case Wrote(is_caption=False) if question and isinstance(question.kind, Writing):
            return question_events.written(scene, event, question)
        case Sent() if question:
            return question_events.sent(scene, event, question)
    return Step(scene)


def _at_the_desk(scene: Scene) -> Scene:
    """Whoever was shown the numbers while writing to a person still writes to that person."""
    here = scene.standing
    is_between = here.place is Place.DANGER and here.returning is Place.ADVISER
    return scene.at(Standing(Place.ADVISER, here.aside)) if is_between else scene
