"""What the Seal is, how a municipality gets there, and what this assistant is not. `about` is `steps` for the second page."""

from bot.dialogue import labels
from bot.dialogue.events import Opened, Place
from bot.dialogue.frame import framed
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Press, Row, Screen, para, quiet, title
from bot.dialogue.voice import button, say
from content.sentences import Text

STEPS = "steps"


def show(scene: Scene) -> Screen:
    """One of the two pages."""
    return _steps(scene) if scene.standing.about == STEPS else _seal(scene)


def _seal(scene: Scene) -> Screen:
    blocks = (
        title(say("Qué es el Sello Migrante")),
        para(*scene.content.help.about),
        quiet(scene.programme.disclaimer),
    )
    return framed(blocks, ((Press(button("Ver los pasos"), Opened(Place.ABOUT, STEPS)),), _requirements()))


def _steps(scene: Scene) -> Screen:
    steps: list[Text] = [say("{number}. {step}", number=i, step=step) for i, step in enumerate(scene.content.help.steps, start=1)]
    blocks = (title(say("Los pasos hacia el Sello")), para(*steps), quiet(scene.content.help.steps_note))
    return framed(blocks, ((Press(labels.BACK, Opened(Place.ABOUT)),), _requirements()))


def _requirements() -> Row:
    return (Press(labels.REQUIREMENTS, Opened(Place.REQUIREMENTS)),)
