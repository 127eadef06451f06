"""The cases that are open, as other screens name them, and the way to each."""

from bot.dialogue.events import Opened, Place
from bot.dialogue.expecting import in_words
from bot.dialogue.person import Person
from bot.dialogue.screen import Block, Press, Row, para
from bot.dialogue.voice import button, say


def case_blocks(person: Person) -> tuple[Block, ...]:
    """A line for each open case; nothing without one."""
    lines = tuple(
        say("{state}, folio {reference}", state=in_words(each.state), reference=each.reference)
        if each.reference
        else say("Su mensaje al equipo va en camino.")
        for each in person.cases
        if each.is_open
    )
    return (para(*lines),) if lines else ()


def case_rows(person: Person) -> tuple[Row, ...]:
    """A button for each open case that the team can be told of by its reference."""
    known = (each for each in person.cases if each.is_open and each.reference)
    return tuple((Press(button("Ver {case}", case=each.reference), Opened(Place.ADVISER, each.id)),) for each in known)
