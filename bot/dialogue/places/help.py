"""Help: what can be done here, and the words for it."""

from bot.dialogue import labels
from bot.dialogue.coming_back import way_back
from bot.dialogue.events import Opened, Place
from bot.dialogue.frame import framed
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Press, Row, Screen, para, quiet, title
from bot.dialogue.voice import say

COMMANDS = (
    say("/requisitos: leer qué se pide"),
    say("/autoevaluacion: responder las preguntas"),
    say("/avance: ver las tareas y lo que falta"),
    say("/estado: ver las entregas"),
    say("/servicios: buscar servicios para personas migrantes"),
    say("/persona: hablar con una persona"),
    say("/idioma: cambiar de idioma"),
    say("/privacidad: leer qué guardamos"),
    say("/misdatos: recibir un archivo con sus datos"),
    say("/borrar: borrar sus datos"),
)


def show(scene: Scene) -> Screen:
    """What this does, and the commands."""
    blocks = (
        title(say("Ayuda")),
        para(
            say("Aquí una municipalidad revisa qué pide el Sello Migrante y qué le falta."),
            say("Responda con los botones o escribiendo. Todo se guarda al momento."),
            say("Puede parar cuando quiera y seguir otro día."),
        ),
        para(say("También puede escribir:"), *COMMANDS),
        quiet(scene.programme.disclaimer),
    )
    rows: tuple[Row, ...] = (
        (Press(labels.ABOUT, Opened(Place.ABOUT)), Press(labels.REQUIREMENTS, Opened(Place.REQUIREMENTS))),
        (Press(labels.PRIVACY, Opened(Place.PRIVACY)),),
    )
    return framed(blocks, (*rows, *way_back(scene)))
