"""How a case stands and when a person of the team answers, in words."""

from collections.abc import Mapping

from bot.dialogue.cases import Case, CaseState, When
from bot.dialogue.voice import say
from content.help import WorkingHours
from content.sentences import Text

_MONDAY_TO_FRIDAY = frozenset(range(5))
_STATES: Mapping[CaseState, Text] = {
    CaseState.SENDING: say("Va en camino"),
    CaseState.WAITING: say("Esperando respuesta"),
    CaseState.ANSWERED: say("Caso abierto"),
    CaseState.CLOSED: say("Caso cerrado"),
}
NOBODY_READS: tuple[Text, ...] = (
    say("Ahora no hay una persona conectada que lo lea."),
    say("Queda guardado y el equipo lo verá cuando se conecte."),
)


def in_words(state: CaseState) -> Text:
    """How a case stands."""
    return _STATES[state]


def expected_in_words(case: Case) -> tuple[Text, ...]:
    """What the hour of asking was and by when an answer is expected; that nobody reads now, where that is so."""
    if not case.is_heard:
        return NOBODY_READS
    if case.expected_by is None:
        return ()
    by = say("Esperamos responderle antes de esta fecha y hora: {moment}.", moment=case.expected_by)
    match case.when:
        case When.WORKING_HOURS:
            return (by,)
        case When.AFTER_HOURS:
            return (say("Usted escribió fuera del horario de atención."), by)
        case When.HOLIDAY:
            return (say("Usted escribió en un día feriado."), by)


def hours_in_words(hours: WorkingHours) -> Text:
    """The hours of the team, with the pause."""
    times = {
        "opens": f"{hours.opens:%-H:%M}",
        "pause_starts": f"{hours.pause_starts:%-H:%M}",
        "pause_ends": f"{hours.pause_ends:%-H:%M}",
        "closes": f"{hours.closes:%-H:%M}",
    }
    if hours.weekdays == _MONDAY_TO_FRIDAY:
        return say(
            "El equipo atiende de lunes a viernes, de {opens} a {pause_starts} y de {pause_ends} a {closes}. No en feriados.",
            **times,
        )
    return say(
        "El equipo atiende en sus días de trabajo, de {opens} a {pause_starts} y de {pause_ends} a {closes}. No en feriados.",
        **times,
    )
