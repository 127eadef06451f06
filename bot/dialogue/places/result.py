"""The result: by dimension, the band, what is missing for ready, and the next steps. `about` is `picture` when that was asked."""

from collections import Counter
from fractions import Fraction

from bot.dialogue import labels, position
from bot.dialogue.events import Opened, Place
from bot.dialogue.frame import framed, in_rows
from bot.dialogue.judged import Missing, assessment_of, contradictions, missing_for_ready, next_steps
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Attachment, Block, Chart, Press, Row, Screen, para, quiet, strong, title
from bot.dialogue.voice import button, say, say_n
from content.assessment import Assessed, Assessment, Index
from content.programme import Profile, Verdict
from content.sentences import Text, Verbatim

PICTURE = "picture"
STEPS = 5


def show(scene: Scene) -> Screen:
    """The whole result in words; as a picture too when asked for."""
    assessment = assessment_of(scene)
    assert assessment is not None, "the result is only reached with a profile"
    steps = next_steps(scene, assessment)[:STEPS]
    blocks = (
        title(say("Resultado de la autoevaluación"), *_of_whom(scene)),
        strong(say("Orientación: {band}", band=assessment.band.label)),
        para(
            *(_index(each) for each in assessment.dimensions),
            say("Índice general: {percent} %", percent=percent(assessment.overall)),
        ),
        _criteria(scene, assessment),
        *_way_ahead(scene, assessment, steps),
        *_contradictions(scene),
        quiet(scene.programme.disclaimer),
    )
    screen = framed(blocks, _rows(scene, steps))
    return Screen(screen.blocks, screen.rows, _picture(scene, assessment))


def percent(share: Fraction) -> int:
    """A share of 1 as whole percent, never rounded up to a threshold that is not reached."""
    return int(share * 100)


def _of_whom(scene: Scene) -> tuple[Text, ...]:
    if scene.dossier and scene.dossier.is_practice:
        return (say("Práctica"),)
    return (say("Municipalidad de {name}", name=scene.municipality),)


def _index(index: Index) -> Text:
    if index.value is None:
        return say("{dimension}: no aplica", dimension=index.dimension.name)
    return say("{dimension}: {percent} %", dimension=index.dimension.name, percent=percent(index.value))


def _criteria(scene: Scene, assessment: Assessment) -> Block:
    """How many criteria have each verdict, as the picture says it: an index of 0 may only mean that nothing was answered yet."""
    counted = Counter(each.verdict for each in assessment.criteria)
    lines = (
        say("{verdict}: {count}", verdict=scene.programme.verdicts[each], count=counted[each])
        for each in Verdict
        if counted[each]
    )
    return para(say("Criterios por resultado"), *lines)


def _way_ahead(scene: Scene, assessment: Assessment, steps: tuple[Assessed, ...]) -> tuple[Block, ...]:
    """Whoever is starting reads the next steps first, and that it is usual for much to be missing."""
    if scene.profile is Profile.STARTING and not assessment.ready:
        usual = para(say("Es normal que al comenzar falte mucho. Avance paso a paso."))
        return (usual, *_steps(scene, steps), *_missing(scene, assessment))
    return (*_missing(scene, assessment), *_steps(scene, steps))


def _missing(scene: Scene, assessment: Assessment) -> tuple[Block, ...]:
    if assessment.ready:
        ready = say("Con estas respuestas, la municipalidad está lista para pedir evaluación.")
        return (para(ready, say("La decisión es del Servicio Nacional de Migraciones.")),)
    missing = missing_for_ready(scene, assessment)
    return (para(say("Para quedar lista falta:"), *_missing_lines(scene, missing)),)


def _missing_lines(scene: Scene, missing: Missing) -> tuple[Text, ...]:
    lines: list[Text] = []
    count = len(missing.open_essential)
    if count:
        codes = ", ".join(each.criterion.code for each in missing.open_essential)
        lines.append(
            say_n(
                "• {count} criterio imprescindible: {codes}",
                "• {count} criterios imprescindibles: {codes}",
                count=count,
                codes=codes,
            )
        )
    if missing.partial_essential:
        codes = ", ".join(each.criterion.code for each in missing.partial_essential)
        needed = percent(scene.programme.readiness.essential_share)
        lines.append(
            say(
                "• Que cumpla al menos el {percent} % de los imprescindibles. Hoy cumplen en parte: {codes}",
                percent=needed,
                codes=codes,
            )
        )
    needed = percent(scene.programme.readiness.dimension_index)
    lines += [say("• {dimension}: llegar al {percent} %", dimension=each.dimension.name, percent=needed) for each in missing.low]
    return tuple(lines)


def _steps(scene: Scene, steps: tuple[Assessed, ...]) -> tuple[Block, ...]:
    if not steps or scene.profile is None:
        return ()
    lines = (
        say("{number}. {code}: {guidance}", number=number, code=e.criterion.code, guidance=e.criterion.guidance[scene.profile])
        for number, e in enumerate(steps, start=1)
    )
    return (para(say("Próximos pasos:"), *lines),)


def _contradictions(scene: Scene) -> tuple[Block, ...]:
    found = contradictions(scene)
    return (para(say("Para revisar:"), *(each.text for each in found)),) if found else ()


def _picture(scene: Scene, assessment: Assessment) -> tuple[Attachment, ...]:
    if scene.standing.about != PICTURE:
        return ()
    caption = say("Orientación: {band}", band=assessment.band.label)
    whom = _of_whom(scene)[0]
    return (Chart(scene.programme, assessment, scene.as_of, whom, caption),)


def _rows(scene: Scene, steps: tuple[Assessed, ...]) -> tuple[Row, ...]:
    working = tuple(Press(Verbatim(e.criterion.code), Opened(Place.QUESTION, e.criterion.code)) for e in steps)
    done = position.progress(scene).is_complete
    onward = Press(labels.REVIEW, Opened(Place.REVIEW)) if done else Press(labels.CONTINUE, Opened(Place.QUESTION))
    return (
        (onward,),
        *in_rows(working, 5),
        (Press(button("Ver como imagen"), Opened(Place.RESULT, PICTURE)), Press(labels.TASKS, Opened(Place.TASKS))),
    )
