"""What neighbours asked in a municipality last month, for its officials.

`about` is `paper` for the one to keep, and `attach` where several evidence questions may have it.
"""

from bot.dialogue import labels, position
from bot.dialogue.events import Chose, Opened, Place
from bot.dialogue.evidence import on_sheet
from bot.dialogue.face import Heard
from bot.dialogue.frame import framed
from bot.dialogue.month_sheet import NOTICE, blocks_of, heading_of, paper_of
from bot.dialogue.scene import CHILE, Scene
from bot.dialogue.screen import Press, Row, Screen, para, quiet, title
from bot.dialogue.step import Step
from bot.dialogue.upkeep import MonthSheet, MunicipalSheet
from bot.dialogue.voice import button, say
from content.months import Month
from content.programme import Question
from content.sentences import Text

PAPER, ATTACH = "paper", "attach"


def show(scene: Scene) -> Screen:
    """The sheet, and as a paper where that was asked; or where to attach it."""
    sheet, fitting = _sheet(scene), _fitting(scene)
    if scene.standing.about == ATTACH and fitting:
        return _choosing(scene, fitting)
    blocks = (title(heading_of(sheet)), *blocks_of(sheet, scene.content.categories), quiet(NOTICE))
    download: Row = (Press(button("Descargar hoja"), Opened(Place.SHEET, PAPER)),)
    screen = framed(blocks, (download, *_attaching(sheet, fitting), (Press(labels.BACK, Opened(Place.OUR_SERVICES)),)))
    papers = (paper_of(sheet, scene.content.categories),) if scene.standing.about == PAPER else ()
    return Screen(screen.blocks, screen.rows, papers)


def hear(scene: Scene, event: Heard) -> Step | None:
    """The question under which it is to be evidence."""
    match event:
        case Chose(id) if question := next((each for each in _fitting(scene) if each.id == id), None):
            return on_sheet(scene, _sheet(scene), question)
    return None


def _sheet(scene: Scene) -> MunicipalSheet:
    membership = scene.person.membership
    cut = membership.cut if membership else ""
    month = Month.of(scene.now.astimezone(CHILE).date()).plus(-1)
    known = scene.content.upkeep.sheets.get(cut)
    counts = known if known and known.month == month else MonthSheet(month)
    name = scene.content.communes.of(cut).name if cut else ""
    return MunicipalSheet.of(cut, name, counts, scene.content.directory)


def _fitting(scene: Scene) -> tuple[Question, ...]:
    return tuple(each for each in position.evidence_asked(scene) if each.id in scene.content.sheet_shows)


def _attaching(sheet: MunicipalSheet, fitting: tuple[Question, ...]) -> tuple[Row, ...]:
    """Where so few asked that no number is shown, the sheet is evidence of nothing."""
    if sheet.counts.asked is None or not fitting:
        return ()
    chosen = Chose(fitting[0].id) if len(fitting) == 1 else Opened(Place.SHEET, ATTACH)
    return ((Press(button("Adjuntar como evidencia"), chosen),),)


def _choosing(scene: Scene, fitting: tuple[Question, ...]) -> Screen:
    named = [(each, _named(scene, each)) for each in fitting]
    blocks = (
        title(say("¿En qué pregunta adjuntamos la hoja?")),
        *(para(name, each.text) for each, name in named),
        quiet(say("La hoja acompaña al documento que se pide: no lo reemplaza.")),
    )
    rows = tuple((Press(name, Chose(each.id)),) for each, name in named)
    return framed(blocks, (*rows, (Press(labels.BACK, Opened(Place.SHEET)),)))


def _named(scene: Scene, question: Question) -> Text:
    criterion = scene.programme.criterion(position.task_of(scene, question.id))
    return say("{code} · {name}", code=criterion.code, name=criterion.name)
