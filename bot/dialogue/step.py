"""What an event leads to before anything is drawn: the scene that follows and the errands."""

from dataclasses import dataclass, replace

from bot.dialogue.errands import Errand
from bot.dialogue.scene import Scene
from content.sentences import Text


@dataclass(frozen=True, slots=True)
class Step:
    """The scene after the event. `hint` is a short word on the press; `forgotten`: nothing of the person is to be kept.

    `is_silent`: nothing is drawn, since a person has the conversation.
    """

    scene: Scene
    errands: tuple[Errand, ...] = ()
    hint: Text | None = None
    forgotten: bool = False
    is_silent: bool = False

    def also(self, *errands: Errand) -> "Step":
        """The step with more errands."""
        return replace(self, errands=self.errands + errands)
