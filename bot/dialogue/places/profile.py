"""The way in that four questions chose, and what it means for the work ahead."""

from bot.dialogue import labels
from bot.dialogue.events import Opened, Place
from bot.dialogue.frame import framed
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Block, Press, Screen, para, quiet, strong, title
from bot.dialogue.voice import button, say
from content.answers import Dated
from content.months import Month
from content.programme import Profile
from content.sentences import Text

DATE_OF_AWARD = "PF4"
CHANGE_PROFILE = button("Cambiar estas respuestas")


def show(scene: Scene) -> Screen:
    """Which way in, why, and where to begin."""
    profile = scene.profile or Profile.STARTING
    blocks = (
        title(say("Su punto de partida: {profile}", profile=scene.programme.profiles[profile])),
        para(*_meaning(profile)),
        *_validity(scene),
        strong(_first(profile)),
        quiet(scene.programme.disclaimer),
    )
    first = scene.programme.profile_questions[0].id
    rows = (
        (Press(labels.CONTINUE, Opened(Place.QUESTION)),),
        (Press(labels.TASKS, Opened(Place.TASKS)),),
        (Press(CHANGE_PROFILE, Opened(Place.QUESTION, first)),),
    )
    return framed(blocks, rows)


def _validity(scene: Scene) -> tuple[Block, ...]:
    """Until when the Seal would last by the only published figure; said as what it is."""
    match scene.answers.get(DATE_OF_AWARD):
        case Dated(Month() as awarded):
            until = awarded.plus(scene.programme.validity_months)
            text = say("Según lo publicado en 2018, el Sello valdría hasta {month}. SERMIG debe confirmarlo.", month=until)
            return (para(text),)
    return ()


def _meaning(profile: Profile) -> tuple[Text, ...]:
    match profile:
        case Profile.STARTING:
            return (
                say("Vamos paso a paso. Nada de lo que falte hoy es un problema: se puede avanzar de a poco."),
                say("Puede responder en cualquier orden, detenerse y volver cuando quiera."),
            )
        case Profile.EXPERIENCED:
            return (
                say("Vamos directo a los documentos y a lo que falta."),
                say("Puede responder en cualquier orden, detenerse y volver cuando quiera."),
            )
        case Profile.REVALIDATION:
            return (
                say("Vamos a mirar qué cambió desde que la municipalidad obtuvo el Sello."),
                say("Responda por el período actual. Puede detenerse y volver cuando quiera."),
            )


def _first(profile: Profile) -> Text:
    match profile:
        case Profile.STARTING:
            return say("Partimos con cinco tareas que abren el camino.")
        case Profile.EXPERIENCED:
            return say("Tenga a mano los documentos: la Carta, el plan, las actas.")
        case Profile.REVALIDATION:
            return say("Partimos con las observaciones de la evaluación anterior.")
