"""A new service of an official's municipality: one question a screen, and all of it for a last look."""

from dataclasses import replace

from bot.dialogue import labels
from bot.dialogue.errands import ProposeService
from bot.dialogue.events import Chose, Opened, Place, Wrote
from bot.dialogue.face import Heard
from bot.dialogue.frame import framed, in_rows
from bot.dialogue.opening_hours import week_in_words
from bot.dialogue.person import Draft, Standing
from bot.dialogue.proposals import Adding, Change, ProposalKind
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Block, Press, Row, Screen, para, quiet, quote, strong, title
from bot.dialogue.service_card import PAPERS
from bot.dialogue.service_fields import ADDRESS, EXAMPLE, HOURS, NAME, PHONE, QUESTION, WHAT, read_field
from bot.dialogue.step import Step
from bot.dialogue.voice import button, say
from content.local_services import Category, Papers
from content.sentences import Text, Verbatim

CATEGORY, PAPERS_NEEDED = "category", "papers"
SEND, AGAIN, SKIP = "send", "again", "skip"
_STEPS = (NAME, WHAT, CATEGORY, PAPERS_NEEDED, ADDRESS, HOURS, PHONE)
_MAY_BE_UNKNOWN = {ADDRESS, HOURS, PHONE}


def show(scene: Scene) -> Screen:
    """The next question, or the last look."""
    adding = _adding(scene)
    heading = title(say("Agregar un servicio"))
    if adding.step >= len(_STEPS):
        return _last_look(scene, heading, adding.told)
    step = _STEPS[adding.step]
    told = (para(*_told(scene, adding.told)),) if adding.step else ()
    return framed((heading, *told, *_question(scene, step)), (*_choices(scene, step), *_ways(adding, step)))


def hear(scene: Scene, event: Heard) -> Step | None:
    """An answer typed or picked; the last yes."""
    adding = _adding(scene)
    step = _STEPS[adding.step] if adding.step < len(_STEPS) else ""
    match event:
        case Chose(what) if what == AGAIN:
            return Step(_with(scene, Adding()))
        case Chose(what) if what == SEND and not step:
            return _sent(scene, adding.told)
        case Chose(what) if what == SKIP and step in _MAY_BE_UNKNOWN:
            return Step(_with(scene, replace(adding, step=adding.step + 1)))
        case Chose(what) if step == CATEGORY and what in set(Category):
            return _answered(scene, replace(adding.told, category=what))
        case Chose(what) if step == PAPERS_NEEDED and what in set(Papers):
            return _answered(scene, replace(adding.told, papers=what))
        case Wrote(text) if step in QUESTION:
            read = read_field(step, text, adding.told)
            return _answered(scene, read) if isinstance(read, Change) else _not_read(scene, step, text, read)
    return None


def _adding(scene: Scene) -> Adding:
    return scene.person.adding or Adding()


def _with(scene: Scene, adding: Adding | None) -> Scene:
    return scene.with_person(replace(scene.person, adding=adding, draft=None))


def _answered(scene: Scene, told: Change) -> Step:
    return Step(_with(scene, Adding(told, _adding(scene).step + 1)))


def _not_read(scene: Scene, step: str, text: str, why: Text) -> Step:
    kept = Draft(step, typed=" ".join(text.split())[:200])
    return Step(scene.with_person(replace(scene.person, draft=kept)).saying(why))


def _sent(scene: Scene, told: Change) -> Step:
    membership = scene.person.membership
    if membership is None:
        return Step(scene)
    errand = ProposeService(ProposalKind.ADDED, membership.cut, "", f"{membership.name}, {membership.post}", told)
    thanks = say("Gracias. El equipo revisa el servicio y le avisa aquí.")
    return Step(_with(scene, None).at(Standing(Place.OUR_SERVICES)).saying(thanks), (errand,))


def _question(scene: Scene, step: str) -> tuple[Block, ...]:
    if step == CATEGORY:
        return (strong(say("¿De qué se trata? Elija el tema.")),)
    if step == PAPERS_NEEDED:
        return (strong(say("¿Quién puede usarlo?")),)
    draft = scene.person.draft
    typed: tuple[Block, ...] = (quote(Verbatim(draft.typed)),) if draft and draft.question == step and draft.typed else ()
    return (*typed, strong(QUESTION[step]), quiet(EXAMPLE[step]))


def _choices(scene: Scene, step: str) -> tuple[Row, ...]:
    if step == CATEGORY:
        told = scene.content.categories
        return in_rows(tuple(Press(_topic(scene, each), Chose(each.value)) for each in told), 2)
    if step == PAPERS_NEEDED:
        return tuple((Press(label, Chose(each.value)),) for each, label in PAPERS_SHORT.items())
    return ()


def _topic(scene: Scene, category: Category) -> Text:
    told = scene.content.categories[category]
    return say("{icon} {topic}", icon=told.icon, topic=told.short)


PAPERS_SHORT = {
    Papers.ANY: button("Con o sin residencia"),
    Papers.WITH_RUN: button("Con cédula (RUN)"),
    Papers.REGULAR: button("Con residencia"),
    Papers.DEFINITIVE: button("Residencia definitiva"),
    Papers.NONE_YET: button("Sin residencia"),
}


def _ways(adding: Adding, step: str) -> tuple[Row, ...]:
    skip = ((Press(button("No lo sé ahora"), Chose(SKIP)),),) if step in _MAY_BE_UNKNOWN else ()
    again = ((Press(button("Empezar de nuevo"), Chose(AGAIN)),),) if adding.step else ()
    return (*skip, *again, (Press(labels.BACK, Opened(Place.OUR_SERVICES)),))


def _told(scene: Scene, told: Change) -> tuple[Text, ...]:
    lines: list[Text] = [Verbatim(each) for each in (told.name, told.description) if each]
    if told.category:
        lines.append(_topic(scene, Category(told.category)))
    if told.papers:
        lines.append(PAPERS[Papers(told.papers)])
    if told.address:
        lines.append(say("📍 {address}, {commune}", address=told.address, commune=scene.municipality))
    lines += week_in_words(told.hours)
    if told.phone:
        lines.append(say("☎️ {number}", number=told.phone))
    return tuple(lines)


def _last_look(scene: Scene, heading: Block, told: Change) -> Screen:
    blocks = (heading, para(*_told(scene, told)), strong(say("¿Está bien así?")))
    send = (Press(button("Enviar al equipo"), Chose(SEND)),)
    return framed(blocks, (send, *_ways(Adding(step=1), "")))
