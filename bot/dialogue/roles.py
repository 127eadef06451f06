"""The roles that staff accounts may have, in words."""

from bot.dialogue.voice import say
from content.sentences import Text

ROLES = {
    "support": say("Su cuenta es del equipo de apoyo."),
    "reviewer": say("Su cuenta es del equipo de revisión."),
    "committee": say("Su cuenta es del Comité Calificador."),
}


def role_in_words(role: str) -> Text:
    """What a person with this role is told about it."""
    return ROLES.get(role, say("Su cuenta es de un equipo del programa."))
