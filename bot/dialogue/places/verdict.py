"""What the answers to one criterion come to, with the work shown. `about` is the criterion's code."""

from bot.dialogue import labels, position
from bot.dialogue.events import Opened, Place
from bot.dialogue.frame import framed
from bot.dialogue.judged import contradictions
from bot.dialogue.reasons import reason_blocks
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Block, Press, Row, Screen, para, quiet, strong, title
from bot.dialogue.sources import basis_blocks
from bot.dialogue.voice import button, say
from content.assessment import assess_criterion
from content.kinds import Verdict
from content.programme import Criterion, Profile
from content.sentences import Text


def show(scene: Scene) -> Screen:
    """The verdict, its reasons, what would change it, and the way on."""
    criterion = scene.programme.criterion(scene.standing.about)
    profile = scene.profile or Profile.STARTING
    assessed = assess_criterion(criterion, profile, scene.answers, scene.as_of)
    blocks = (
        title(say("{code} · {name}", code=criterion.code, name=criterion.name)),
        strong(say("Orientación: {verdict}", verdict=scene.programme.verdicts[assessed.verdict])),
        para(_rule(assessed.verdict)),
        *reason_blocks(scene, assessed),
        *_to_check(scene, criterion),
        *_way_on(criterion, profile, assessed.verdict),
        *basis_blocks(criterion),
        quiet(scene.programme.disclaimer),
    )
    return framed(blocks, _rows(scene, criterion))


def _rule(verdict: Verdict) -> Text:
    match verdict:
        case Verdict.MEETS:
            return say("Todas las respuestas que deciden cumplen.")
        case Verdict.PARTLY:
            return say("Al menos una respuesta todavía no llega a «Cumple».")
        case Verdict.NOT_MET:
            return say("Una respuesta que decide aún no alcanza. Por ahora no preguntamos más en este criterio.")
        case Verdict.PENDING:
            return say("Falta una respuesta o un documento que decide.")
        case Verdict.NOT_APPLICABLE:
            return say("Este criterio no se aplica a su municipalidad.")


def _to_check(scene: Scene, criterion: Criterion) -> tuple[Block, ...]:
    found = contradictions(scene, criterion)
    return (para(*(each.text for each in found)),) if found else ()


def _way_on(criterion: Criterion, profile: Profile, verdict: Verdict) -> tuple[Block, ...]:
    if verdict in (Verdict.MEETS, Verdict.NOT_APPLICABLE):
        return ()
    return (para(say("Cómo avanzar: {guidance}", guidance=criterion.guidance[profile])),)


def _rows(scene: Scene, criterion: Criterion) -> tuple[Row, ...]:
    following = position.next_task(scene)
    onward = Opened(Place.QUESTION, following.code) if following else Opened(Place.RESULT)
    last = position.questions_of(scene, criterion.code)[-1].id
    return (
        (Press(labels.CONTINUE, onward),),
        (Press(labels.BACK, Opened(Place.QUESTION, last)), Press(labels.TASKS, Opened(Place.TASKS))),
        (Press(button("Ver el requisito"), Opened(Place.REQUIREMENTS, criterion.code)),),
    )
