"""What this chat knows about the person, as a file."""

from bot.dialogue import labels
from bot.dialogue.coming_back import way_back
from bot.dialogue.events import Opened, Place
from bot.dialogue.frame import framed
from bot.dialogue.known_data import known_data
from bot.dialogue.open_cases import cases_in_the_file
from bot.dialogue.scene import Scene
from bot.dialogue.screen import DataFile, Press, Row, Screen, para, title
from bot.dialogue.voice import say

NAME = "mis-datos.json"


def show(scene: Scene) -> Screen:
    """The file, and what is in it."""
    blocks = (
        title(say("Sus datos")),
        para(
            say("El archivo contiene lo que este chat guarda de usted."),
            say("Se abre en el teléfono o en un computador, como texto."),
            say("Si comparte este teléfono, borre el archivo después de leerlo."),
        ),
        *cases_in_the_file(scene.person),
    )
    privacy: Row = (Press(labels.PRIVACY, Opened(Place.PRIVACY)), Press(labels.FORGET, Opened(Place.FORGETTING)))
    screen = framed(blocks, (privacy, *way_back(scene)))
    return Screen(screen.blocks, screen.rows, (DataFile(NAME, known_data(scene)),))
