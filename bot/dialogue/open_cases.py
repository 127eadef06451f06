"""The cases that a person has with the team, as other screens name them, and the way to each."""

from bot.dialogue.events import Opened, Place
from bot.dialogue.expecting import in_words
from bot.dialogue.person import Person
from bot.dialogue.screen import Block, Press, Row, para
from bot.dialogue.voice import button, say, say_n


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


def cases_after_forgetting(person: Person) -> tuple[Block, ...]:
    """What becomes of the cases once the person is forgotten; nothing without one."""
    if not person.cases:
        return ()
    count = _open(person)
    ending = say_n(
        "Tiene {count} caso abierto con el equipo. Se cierra y ya no podremos responderle.",
        "Tiene {count} casos abiertos con el equipo. Se cierran y ya no podremos responderle.",
        count=count,
    )
    kept = (
        say("Lo que escribió al equipo se borra de nuestros registros, también de los casos cerrados."),
        say("Los mensajes que el equipo ya recibió se borran también de su grupo de Telegram."),
    )
    return (para(*((ending,) if count else ()), *kept),)


def cases_in_the_file(person: Person) -> tuple[Block, ...]:
    """What the file says of the cases, and where the rest is; nothing without one."""
    if not person.cases:
        return ()
    count = _open(person)
    open_ones = say_n("Tiene {count} caso abierto con el equipo.", "Tiene {count} casos abiertos con el equipo.", count=count)
    told = (
        say("El archivo dice el folio y el estado de sus casos. Lo que escribió ahí está en este chat."),
        say("Nuestra copia se borra un tiempo después de cerrar el caso. El plazo está en Privacidad."),
    )
    return (para(*((open_ones,) if count else ()), *told),)


def _open(person: Person) -> int:
    return sum(each.is_open for each in person.cases)
