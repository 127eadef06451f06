"""For whoever looks for a service: what is coming, and where to ask meanwhile. `about` is the CUT of a commune."""

from bot.dialogue import labels
from bot.dialogue.events import Opened, Place
from bot.dialogue.frame import framed
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Block, Link, Press, Screen, para, quiet, title
from bot.dialogue.voice import button, say

CHILE_ATIENDE = "https://www.chileatiende.gob.cl"
SERMIG = "https://serviciomigraciones.cl"


def show(scene: Scene) -> Screen:
    """What there is today."""
    blocks = (
        title(say("Buscar servicios")),
        para(say("Pronto podrá preguntar aquí por servicios de su comuna. Todavía no está listo.")),
        para(
            say("Mientras tanto puede preguntar en:"),
            say("ChileAtiende: teléfono 101. Orienta sobre trámites del Estado. Atiende a todas las personas."),
            say("SERMIG: trámites de residencia. Es el servicio de migraciones del Estado."),
        ),
        *_commune(scene),
        quiet(say("Para preguntar aquí no necesita RUN ni papeles.")),
    )
    links = (Link(button("Abrir ChileAtiende"), CHILE_ATIENDE), Link(button("Abrir SERMIG"), SERMIG))
    danger = (Press(labels.IN_DANGER, Opened(Place.DANGER)),)
    return framed(blocks, (danger, links, (Press(button("Trabajo en municipalidad"), Opened(Place.OFFICIAL)),)))


def _commune(scene: Scene) -> tuple[Block, ...]:
    known = {each.cut: each for each in scene.content.communes.all()}
    commune = known.get(scene.standing.about)
    if commune is None:
        return (para(say("También puede preguntar en su municipalidad.")),)
    return (para(say("En {commune} también puede preguntar en la municipalidad.", commune=commune.name)),)
