"""Danger: the number that answers now, before anything else, and a person afterwards. It needs nothing that could be down.

`about` is a kind of danger, with `.short` behind it for the screen that says little; empty where the person said no more.
"""

from bot.dialogue import labels
from bot.dialogue.asking import asking
from bot.dialogue.cases import CaseKind
from bot.dialogue.coming_back import way_back
from bot.dialogue.events import Chose, Confirmed, Opened, Place
from bot.dialogue.face import Heard
from bot.dialogue.person import Standing
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Press, Row, Screen, para, quiet
from bot.dialogue.step import Step
from content.danger import Danger

SHORT = ".short"


def show(scene: Scene) -> Screen:
    """The fixed text; or little of it, where somebody may be looking on."""
    texts, kind = scene.content.danger, _kind(scene)
    text = texts.texts[kind]
    leaving: Row = (Press(texts.leave_button, Opened(Place.HOME)),)
    reaching: Row = (Press(labels.ADVISER, Opened(Place.ADVISER, CaseKind.DISTRESS)),)
    language: Row = (Press(labels.LANGUAGE, Opened(Place.LANGUAGE)),)
    if scene.standing.about.endswith(SHORT):
        return Screen((para(*text.short),), (reaching, leaving, language))
    less: Row = (Press(texts.short_button, Opened(Place.DANGER, f"{kind}{SHORT}")),)
    blocks = (para(*text.lines), para(*texts.offer), quiet(texts.watched))
    return Screen(blocks, (reaching, less, leaving, *way_back(scene), language))


def hear(scene: Scene, event: Heard) -> Step | None:
    """Whoever comes from writing to a person goes on writing to that person."""
    here = scene.standing
    if isinstance(event, Chose | Confirmed) or here.returning is not Place.ADVISER:
        return None
    return asking(scene.at(Standing(Place.ADVISER, here.aside)), event)


def _kind(scene: Scene) -> Danger:
    about = scene.standing.about.removesuffix(SHORT)
    return Danger(about) if about in set(Danger) else Danger.GENERAL
