"""The way back from what one only looks at: the languages, the notice, a person to talk to."""

import re

from bot.dialogue import labels
from bot.dialogue.events import Opened, Place
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Press, Row

# What rides in a button is a code; what somebody typed is not, and waits in `left`.
_CODE = re.compile(r"[A-Za-z0-9.-]{0,20}")


def way_back(scene: Scene) -> tuple[Row, ...]:
    """A button to where the person stood before; none where that is home, which every screen leads to."""
    left = scene.person.left
    if scene.standing.returning is None and (left is None or left.place is Place.HOME):
        return ()
    return ((Press(labels.BACK, back(scene)),),)


def back(scene: Scene) -> Opened:
    """What leads to where the person stood before: home when that is not known."""
    here, left = scene.standing, scene.person.left
    if here.returning is not None:
        return Opened(here.returning, here.aside)
    if left is None:
        return Opened(Place.HOME)
    return Opened(left.place, left.about if _CODE.fullmatch(left.about) else "")
