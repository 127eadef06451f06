"""What people type after a slash, in Spanish or English, and what it means."""

from collections.abc import Callable, Mapping

from bot.dialogue.events import Event, Opened, Place, Spoke, Started
from content.languages import offered

PLACES_BY_COMMAND: Mapping[str, Place] = {
    "ayuda": Place.HELP,
    "requisitos": Place.REQUIREMENTS,
    "autoevaluacion": Place.QUESTION,
    "avance": Place.TASKS,
    "estado": Place.STATUS,
    "servicios": Place.SERVICES,
    "persona": Place.ADVISER,
    "privacidad": Place.PRIVACY,
    "misdatos": Place.MY_DATA,
    "borrar": Place.FORGETTING,
}
_IN_ENGLISH = {
    "help": "ayuda",
    "requirements": "requisitos",
    "assessment": "autoevaluacion",
    "progress": "avance",
    "status": "estado",
    "services": "servicios",
    "human": "persona",
    "privacy": "privacidad",
    "mydata": "misdatos",
    "forget": "borrar",
}


def command(text: str) -> Event:
    """What `/name words` means, with or without the bot's own name behind the command's; help for an unknown one."""
    first, _, rest = text.removeprefix("/").partition(" ")
    name, argument = first.partition("@")[0].lower(), rest.strip()
    special: Mapping[str, Callable[[str], Event]] = {"start": Started, "idioma": _tongue, "language": _tongue}
    if name in special:
        return special[name](argument)
    return Opened(PLACES_BY_COMMAND.get(_IN_ENGLISH.get(name, name), Place.HELP))


def _tongue(code: str) -> Event:
    language = offered(code)
    return Spoke(language) if language else Opened(Place.LANGUAGE, code)
