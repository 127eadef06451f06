"""The languages, each by its own name."""

from bot.dialogue import labels
from bot.dialogue.coming_back import way_back
from bot.dialogue.events import Opened, Place, Spoke, Wrote
from bot.dialogue.face import Heard
from bot.dialogue.frame import in_rows
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Press, Row, Screen, para, quiet
from bot.dialogue.speaking import speaking
from bot.dialogue.step import Step
from bot.dialogue.voice import say
from bot.dialogue.wondering import wondered_elsewhere
from content.folding import folded
from content.languages import ENDONYMS, offered
from content.sentences import Verbatim

# Whoever reads none of the others finds their own line.
INVITATIONS = (
    Verbatim("Elija su idioma."),
    Verbatim("Chwazi lang ou."),
    Verbatim("Choose your language."),
    Verbatim("Escolha seu idioma."),
    Verbatim("Choisissez votre langue."),
    Verbatim("请选择语言。"),
)


def show(scene: Scene) -> Screen:
    """All languages; with one chosen, a way back too."""
    asked_for = scene.standing.about if scene.standing.place is Place.LANGUAGE else ""
    missing = (quiet(say("Todavía no hablamos ese idioma. Elija uno de estos.")),) if asked_for else ()
    languages = in_rows(tuple(Press(Verbatim(name), Spoke(code)) for code, name in ENDONYMS.items()), 2)
    return Screen((*missing, para(*INVITATIONS)), (*languages, *_ways_out(scene)))


def hear(scene: Scene, event: Heard) -> Step | None:
    """A language's name or code typed instead of pressed. What somebody asks before all else is answered once they chose."""
    if not isinstance(event, Wrote):
        return None
    if language := _named(event.text):
        return Step(speaking(scene, language))
    return None if scene.person.language else wondered_elsewhere(scene, event.text)


def _named(typed: str) -> str | None:
    """The language whose name this is or begins with, in itself; else the one with this code."""
    word = folded(typed)
    begun = [code for code, name in ENDONYMS.items() if word and folded(name).split("(")[0].split()[0] == word.split()[0]]
    return begun[0] if begun else offered(typed.strip())


def _ways_out(scene: Scene) -> tuple[Row, ...]:
    """Without a language there is nowhere to go that could be read."""
    if not scene.person.language:
        return ()
    home: Row = (Press(labels.HOME, Opened(Place.HOME)),)
    return (*way_back(scene), home, (Press(labels.ADVISER, Opened(Place.ADVISER)),))
