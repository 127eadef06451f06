"""The officials who fill the dossier. `about` is empty, `leaving`, or the link of an invitation just made."""

from bot.dialogue import labels
from bot.dialogue.dossier import Dossier, Member
from bot.dialogue.errands import MakeInvitation
from bot.dialogue.events import Chose, Opened, Place
from bot.dialogue.face import Heard
from bot.dialogue.frame import framed
from bot.dialogue.membership import left
from bot.dialogue.scene import CHILE, Scene
from bot.dialogue.screen import Block, Press, Row, Screen, para, quiet, quote, title
from bot.dialogue.step import Step
from bot.dialogue.voice import button, say
from content.sentences import Text, Verbatim

INVITE, LEAVE, LEAVING = "invite", "leave", "leaving"


def show(scene: Scene) -> Screen:
    """Who is in it, an invitation to pass on, or the last word before leaving."""
    dossier = scene.dossier
    assert dossier is not None, "a team belongs to a dossier"
    if scene.person.membership is None:
        return _alone()
    return _leaving() if scene.standing.about == LEAVING else _team(scene, dossier)


def hear(scene: Scene, event: Heard) -> Step | None:
    """An invitation asked for, or the team left."""
    membership = scene.person.membership
    match event:
        case Chose(what) if membership and what == INVITE:
            note = say("Estamos creando la invitación. Aparecerá aquí.")
            return Step(scene.saying(note), errands=(MakeInvitation(membership.cut),))
        case Chose(what) if membership and what == LEAVE and scene.standing.about == LEAVING:
            return left(scene)
    return None


def _alone() -> Screen:
    blocks = (title(say("Mi equipo")), para(say("Está practicando. El equipo existe en el expediente de una municipalidad.")))
    return framed(blocks, ((Press(labels.INVITED, Opened(Place.INVITATION)),),))


def _team(scene: Scene, dossier: Dossier) -> Screen:
    blocks = (
        title(say("Equipo de la municipalidad de {municipality}", municipality=scene.municipality)),
        para(*(_member(each) for each in dossier.members)),
        *_invitation(scene),
        quiet(say("Cada respuesta muestra quién la dio y cuándo. Si alguien cambia una respuesta suya, le avisamos.")),
    )
    rows: tuple[Row, ...] = (
        (Press(button("Invitar a mi equipo"), Chose(INVITE)),),
        (Press(labels.PROGRESS, Opened(Place.TASKS)), Press(button("Salir del equipo"), Opened(Place.TEAM, LEAVING))),
    )
    return framed(blocks, rows)


def _member(member: Member) -> Text:
    since, post = member.since.astimezone(CHILE).date(), member.post
    if not member.name:
        return say("{post}, hasta que pidió borrar sus datos", post=post)
    if member.focal_point:
        return say("{name}, {post}, contraparte, desde el {since}", name=member.name, post=post, since=since)
    return say("{name}, {post}, desde el {since}", name=member.name, post=post, since=since)


def _invitation(scene: Scene) -> tuple[Block, ...]:
    """The words to pass on; whoever gets them only has to press the link."""
    link = scene.standing.about
    if "://" not in link:
        return ()
    words = say("Le invito a llenar el expediente de {municipality} para el Sello Migrante:", municipality=scene.municipality)
    return (para(say("Reenvíe este texto a su colega:")), quote(words, Verbatim(link)))


def _leaving() -> Screen:
    blocks = (
        title(say("¿Quiere salir del equipo?")),
        para(
            say("Ya no verá este expediente."),
            say("No se pierde nada: sus respuestas y documentos siguen en él."),
            say("Para volver necesita otra invitación."),
        ),
    )
    leave = Press(button("Sí, salir del equipo"), Chose(LEAVE))
    return framed(blocks, ((leave,), (Press(labels.CANCEL, Opened(Place.TEAM)),)))
