"""What one person sees, and what an event has to come to on their screen."""

from dataclasses import dataclass, field

from bot.dialogue import events as e


@dataclass
class Phone:
    """What one person sees. `question` is the one on the screen, `seen` the serial of the answer shown with it.

    `aside` is where one only looks and comes back from, `came_from` another such place it was opened from.
    `draft` is what is ticked where, `slip` the question under which words could not be read.
    """

    who: str
    is_member: bool = False
    question: str | None = None
    seen: int | None = None
    visible: tuple[e.Event, ...] = ()
    draft: tuple[str, tuple[str, ...]] | None = None
    slip: str | None = None
    aside: e.Place | None = None
    came_from: e.Place | None = None
    left: str | None = None


@dataclass
class Comes:
    """What an event has to come to. `anywhere`: the screen may be any; otherwise it shows `question`, or no question.

    `tells` are the people whose answer was replaced; `is_slip`: what was typed has to stay visible.
    `is_silent`: no screen is sent.
    """

    question: str | None = None
    anywhere: bool = False
    tells: set[str] = field(default_factory=set)
    fetches: bool = False
    hands_over: bool = False
    is_slip: bool = False
    is_silent: bool = False
    may_be_silent: bool = False
