"""The way back from what one only looks at: the languages, the notice, a person to talk to."""

from bot.dialogue import labels
from bot.dialogue.events import Opened, Place
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Press, Row


def way_back(scene: Scene) -> tuple[Row, ...]:
    """A button to where the person stood before; none where that is home, which every screen leads to."""
    left = scene.person.left
    if left is None or left.place is Place.HOME:
        return ()
    return ((Press(labels.BACK, Opened(left.place, left.about)),),)
