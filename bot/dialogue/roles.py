"""The roles that staff accounts may have, in words."""

from bot.dialogue.voice import say
from content.sentences import Text, Verbatim

ROLES = {
    "support": say("equipo de apoyo"),
    "reviewer": say("equipo de revisión"),
    "committee": say("Comité Calificador"),
}


def role_in_words(role: str) -> Text:
    """The role's name; one that is not known here as it is written."""
    return ROLES.get(role, Verbatim(role))
