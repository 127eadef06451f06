"""Joining a municipality's dossier: the name and post to show to colleagues."""

from dataclasses import replace

from bot.dialogue.events import Chose, Wrote
from bot.dialogue.face import Heard
from bot.dialogue.frame import framed
from bot.dialogue.membership import joined
from bot.dialogue.naming import NO_NAME, NO_POST, RUT_CAME, name_in, post_in
from bot.dialogue.person import Joining
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Block, Press, Screen, para, quiet, strong, title
from bot.dialogue.step import Step
from bot.dialogue.typed import RUT
from bot.dialogue.voice import button, say
from content.sentences import Verbatim

RENAME = "name"


def show(scene: Scene) -> Screen:
    """The name first, then the post."""
    joining = scene.person.joining
    assert joining is not None, "settled() leads elsewhere without an accepted invitation"
    commune = Verbatim(scene.content.communes.of(joining.cut).name)
    heading = title(say("Municipalidad de {municipality}", municipality=commune))
    if joining.name:
        rename = Press(button("Cambiar nombre"), Chose(RENAME))
        asked = strong(say("¿Cuál es su cargo o función?")), quiet(say("Por ejemplo: trabajadora social, DIDECO."))
        return framed((heading, para(say("Nombre: {name}", name=joining.name)), *asked), ((rename,),))
    asked = strong(say("¿Cómo se llama usted?")), quiet(say("Escriba solo nombre y apellido. No necesitamos su RUT."))
    return framed((heading, *_purpose(joining), *asked))


def hear(scene: Scene, event: Heard) -> Step | None:
    """The name or the post typed; the name again when it was wrong."""
    joining = scene.person.joining
    match event:
        case Wrote(text) if joining and RUT.search(text):
            return Step(scene.saying(RUT_CAME))
        case Wrote(text, edited=False) if joining and joining.name:  # who edits a message now mends the name
            return _with_post(scene, joining, text)
        case Wrote(text) if joining:
            return _with_name(scene, joining, text)
        case Chose(what) if joining and what == RENAME:
            return Step(_renamed(scene, joining, ""))
    return None


def _purpose(joining: Joining) -> tuple[Block, ...]:
    lines = [
        say("Sus colegas ven quién respondió cada pregunta. Por eso pedimos su nombre y su cargo."),
        say("Ven su nombre quienes llenan este expediente, y el equipo de apoyo si usted confirma o cambia un servicio."),
        say("Quien evalúa ve solo su cargo. El público ve solo el nombre de la municipalidad."),
    ]
    if joining.focal_point:
        lines.append(say("Usted es la primera persona y queda como contraparte. Después puede invitar a su equipo."))
    return (para(*lines),)


def _with_name(scene: Scene, joining: Joining, typed: str) -> Step:
    name = name_in(typed)
    return Step(_renamed(scene, joining, name) if name else scene.saying(NO_NAME))


def _renamed(scene: Scene, joining: Joining, name: str) -> Scene:
    return scene.with_person(replace(scene.person, joining=replace(joining, name=name)))


def _with_post(scene: Scene, joining: Joining, typed: str) -> Step:
    post = post_in(typed)
    return joined(scene, joining, post) if post else Step(scene.saying(NO_POST))
