"""The officials who fill the dossier.

`about` is empty, `leaving`, the link of an invitation just made, or `out-` and the mark of a colleague to be taken out.
"""

from bot.dialogue import labels
from bot.dialogue.dossier import Dossier, Member
from bot.dialogue.errands import MakeInvitation
from bot.dialogue.events import Chose, Opened, Place
from bot.dialogue.face import Heard
from bot.dialogue.frame import framed
from bot.dialogue.membership import left, taken_out
from bot.dialogue.person import Standing
from bot.dialogue.scene import CHILE, Scene
from bot.dialogue.screen import Block, Press, Row, Screen, para, quiet, quote, title
from bot.dialogue.step import Step
from bot.dialogue.voice import button, say
from content.sentences import Text, Verbatim

INVITE, LEAVE, LEAVING = "invite", "leave", "leaving"
OUT = "out-"
_SHOWN = 12


def show(scene: Scene) -> Screen:
    """Who is in it, an invitation to pass on, or the last word before leaving."""
    dossier = scene.dossier
    assert dossier is not None, "a team belongs to a dossier"
    if scene.person.membership is None:
        return _alone()
    if (colleague := _going(scene, dossier, scene.standing.about)) is not None:
        return _taking_out(colleague)
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
        case Chose(what) if scene.dossier and what == scene.standing.about:
            colleague = _going(scene, scene.dossier, what)
            return taken_out(scene.at(Standing(Place.TEAM)), colleague) if colleague else None
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
        *_removals(scene, dossier),
        (Press(labels.OUR_SERVICES, Opened(Place.OUR_SERVICES)),),
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


def _removals(scene: Scene, dossier: Dossier) -> tuple[Row, ...]:
    """Only the focal point takes colleagues out; without one to take out there is no button."""
    if not _is_focal_point(scene, dossier):
        return ()
    others = [each for each in dossier.members if each.person not in ("", scene.person.id)]
    labels_of = {each.mark: button("Quitar a {name}", name=_short(each.name)) for each in others}
    return tuple((Press(label, Opened(Place.TEAM, OUT + mark)),) for mark, label in labels_of.items())


def _is_focal_point(scene: Scene, dossier: Dossier) -> bool:
    return dossier.focal_point is not None and dossier.focal_point.person == scene.person.id


def _going(scene: Scene, dossier: Dossier, about: str) -> Member | None:
    """The colleague that a mark stands for, if this person may take them out."""
    if not _is_focal_point(scene, dossier):
        return None
    others = (each for each in dossier.members if each.person not in ("", scene.person.id))
    return next((each for each in others if OUT + each.mark == about), None)


def _short(name: str) -> Verbatim:
    first = name.split(maxsplit=1)[0]
    return Verbatim(first if len(first) <= _SHOWN else f"{first[: _SHOWN - 1]}…")


def _taking_out(colleague: Member) -> Screen:
    blocks = (
        title(say("¿Quitar a {name} del equipo?", name=colleague.name)),
        para(
            say("Cargo: {post}", post=colleague.post),
            say("Ya no verá este expediente, desde ahora, y se lo avisamos."),
            say("Sus respuestas y documentos siguen en él."),
        ),
    )
    out = Press(button("Sí, quitar del equipo"), Chose(OUT + colleague.mark))
    return framed(blocks, ((out,), (Press(labels.CANCEL, Opened(Place.TEAM)),)))


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
