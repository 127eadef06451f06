"""What neighbours asked in a municipality last month, for its officials. `about` is `paper` for the one to keep."""

from bot.dialogue import labels
from bot.dialogue.events import Opened, Place
from bot.dialogue.frame import framed
from bot.dialogue.scene import CHILE, Scene
from bot.dialogue.screen import Block, Paper, Press, Screen, para, quiet, strong, title
from bot.dialogue.upkeep import MonthSheet
from bot.dialogue.voice import button, say
from content.languages import ENDONYMS, offered
from content.local_services import Category
from content.months import Month
from content.sentences import Text, Verbatim

PAPER = "paper"
_NOTICE = say("No incluye nombres ni lo que escribió cada persona. Un número menor que cinco no se muestra.")


def show(scene: Scene) -> Screen:
    """The sheet, and as a paper where that was asked."""
    membership = scene.person.membership
    cut = membership.cut if membership else ""
    month = Month.of(scene.now.astimezone(CHILE).date()).plus(-1)
    known = scene.content.upkeep.sheets.get(cut)
    sheet = known if known and known.month == month else MonthSheet(month)
    heading = say("Servicios en {municipality}, {month}", municipality=scene.municipality, month=month)
    blocks = (*_asked(scene, sheet), *_oldest(scene, cut))
    rows = (
        (Press(button("Descargar hoja"), Opened(Place.SHEET, PAPER)),),
        (Press(labels.BACK, Opened(Place.OUR_SERVICES)),),
    )
    screen = framed((title(heading), *blocks, quiet(_NOTICE)), rows)
    paper = Paper(f"servicios-{cut}-{month}.pdf", heading, blocks, _NOTICE)
    return Screen(screen.blocks, screen.rows, (paper,) if scene.standing.about == PAPER else ())


def _asked(scene: Scene, sheet: MonthSheet) -> tuple[Block, ...]:
    if sheet.asked is None:
        return (para(say("Hubo menos de cinco preguntas. Por eso no mostramos números.")),)
    lines: list[Text] = [say("Preguntas: {number}", number=sheet.asked)]
    if sheet.unanswered is None:
        lines.append(say("Sin buena respuesta: menos de cinco"))
    else:
        lines.append(say("Sin buena respuesta: {number}", number=sheet.unanswered))
    blocks = [para(*lines)]
    if sheet.languages:
        blocks.append(para(say("Idiomas:"), *(_line(_language(each), number) for each, number in sheet.languages)))
    if sheet.topics:
        topics = (_line(_topic(scene, each), number) for each, number in sheet.topics)
        blocks.append(para(say("Lo que no se encontró:"), *topics))
    return tuple(blocks)


def _line(what: Text, number: int) -> Text:
    return say("• {what}: {number}", what=what, number=number)


def _language(tag: str) -> Text:
    known = offered(tag)
    return Verbatim(ENDONYMS[known] if known else tag)


def _topic(scene: Scene, category: str) -> Text:
    return scene.content.categories[Category(category)].label if category else say("Otro tema")


def _oldest(scene: Scene, cut: str) -> tuple[Block, ...]:
    """The service that was confirmed longest ago, or never."""
    services = scene.content.directory.of_municipality(cut)
    never = next((each for each in services if each.checked.on is None), None)
    dated = [(each.checked.on, each) for each in services if each.checked.on is not None]
    if never is not None:
        return (strong(say("Sin confirmar nunca: {name}", name=never.name)),)
    if not dated:
        return ()
    day, oldest = min(dated, key=lambda each: each[0])
    return (strong(say("El que lleva más tiempo sin confirmar: {name}, desde el {day}", name=oldest.name, day=day)),)
