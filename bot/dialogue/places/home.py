"""Home: the two doors, and for whoever already has work here, where it stands."""

from bot.dialogue import labels
from bot.dialogue.dossier import Dossier, Phase
from bot.dialogue.events import Opened, Place, Wrote
from bot.dialogue.face import Heard
from bot.dialogue.frame import framed
from bot.dialogue.merging_practice import conflicts
from bot.dialogue.open_cases import case_blocks, case_rows
from bot.dialogue.position import progress
from bot.dialogue.returning import where_the_work_stands
from bot.dialogue.roles import role_in_words
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Block, Press, Row, Screen, para, quiet, strong, title
from bot.dialogue.stages import stage_in_words, to_the_receipt
from bot.dialogue.step import Step
from bot.dialogue.voice import button, say
from bot.dialogue.wondering import wondered_elsewhere
from content.sentences import Verbatim

DOORS: tuple[Row, ...] = (
    (Press(button("Trabajo en municipalidad"), Opened(Place.OFFICIAL)),),
    (Press(labels.SERVICES, Opened(Place.SERVICES)),),
    (Press(labels.IN_DANGER, Opened(Place.DANGER)),),
)
READING: tuple[Row, ...] = (
    (Press(labels.ABOUT, Opened(Place.ABOUT)), Press(labels.REQUIREMENTS, Opened(Place.REQUIREMENTS))),
    (Press(labels.HELP, Opened(Place.HELP)), Press(labels.PRIVACY, Opened(Place.PRIVACY))),
)


def show(scene: Scene) -> Screen:
    """The doors, or the work in hand."""
    dossier = scene.dossier
    if scene.person.joining:
        blocks, rows = _joining(scene)
    elif dossier is None:
        blocks, rows = _welcome(scene), DOORS
    else:
        blocks, rows = _work(scene, dossier), _work_rows(scene, dossier)
    person = scene.person
    return framed((*blocks, *case_blocks(person), *_role(scene)), (*rows, *case_rows(person), *READING), home=False)


def hear(scene: Scene, event: Heard) -> Step | None:
    """Who writes instead of pressing is asking for a service, if it sounds like one."""
    is_with_a_person = any(each.is_open for each in scene.person.cases)
    return wondered_elsewhere(scene, event.text) if isinstance(event, Wrote) and not is_with_a_person else None


def _welcome(scene: Scene) -> tuple[Block, ...]:
    return (
        title(say("Asistente del Sello Migrante")),
        para(
            say("El Sello Migrante reconoce a las municipalidades que incluyen a las personas migrantes."),
            say("Este asistente ayuda a revisar qué pide y qué falta. No otorga el Sello."),
        ),
        quiet(scene.content.help.privacy_line, say("Más en /privacidad.")),
        strong(say("¿Qué necesita hoy?")),
    )


def _joining(scene: Scene) -> tuple[tuple[Block, ...], tuple[Row, ...]]:
    joining = scene.person.joining
    commune = Verbatim(scene.content.communes.of(joining.cut).name if joining else "")
    blocks = (
        title(say("Municipalidad de {municipality}", municipality=commune)),
        para(say("Aceptamos su invitación. Falta su nombre y su cargo.")),
    )
    return blocks, ((Press(labels.CONTINUE, Opened(Place.JOINING)),),)


def _work(scene: Scene, dossier: Dossier) -> tuple[Block, ...]:
    if dossier.is_practice:
        heading = say("Modo de práctica")
    else:
        heading = say("Municipalidad de {municipality}", municipality=scene.municipality)
    lines = (*stage_in_words(dossier), *where_the_work_stands(scene))
    work = (para(*lines),) if lines else ()
    return (title(heading), *work, *_news(scene, dossier))


def _news(scene: Scene, dossier: Dossier) -> tuple[Block, ...]:
    if _is_behind(scene, dossier):
        return (para(say("Las preguntas del programa cambiaron. Puede ver qué cambió y pasar sus respuestas.")),)
    return ()


def _work_rows(scene: Scene, dossier: Dossier) -> tuple[Row, ...]:
    team = Press(labels.TEAM, Opened(Place.TEAM)) if scene.person.membership else Press(labels.INVITED, Opened(Place.INVITATION))
    return (
        *_onward(scene, dossier),
        (Press(labels.PROGRESS, Opened(Place.TASKS)), Press(labels.STATUS, Opened(Place.STATUS))),
        (team,),
        *_our_services(scene),
        (Press(labels.SERVICES, Opened(Place.SERVICES)),),
    )


def _our_services(scene: Scene) -> tuple[Row, ...]:
    return ((Press(labels.OUR_SERVICES, Opened(Place.OUR_SERVICES)),),) if scene.person.membership else ()


def _onward(scene: Scene, dossier: Dossier) -> tuple[Row, ...]:
    if dossier.phase is not Phase.FILLING:
        return ((to_the_receipt(dossier),),)
    rows: list[Row] = []
    if conflicts(scene.state, scene.programme):
        rows.append((Press(button("Elegir respuestas"), Opened(Place.MERGING)),))
    if _is_behind(scene, dossier):
        rows.append((Press(button("Ver qué cambió"), Opened(Place.EDITION)),))
    done = scene.profile is not None and progress(scene).is_complete
    rows.append((Press(labels.REVIEW, Opened(Place.REVIEW)) if done else Press(labels.CONTINUE, Opened(Place.QUESTION)),))
    return tuple(rows)


def _is_behind(scene: Scene, dossier: Dossier) -> bool:
    return dossier.phase is Phase.FILLING and dossier.edition != scene.content.current.edition


def _role(scene: Scene) -> tuple[Block, ...]:
    if not scene.person.role:
        return ()
    return (quiet(role_in_words(scene.person.role), say("Las pantallas para ese trabajo todavía no están aquí.")),)
