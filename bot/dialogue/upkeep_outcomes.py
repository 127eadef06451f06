"""What an official is told of the services they answer for."""

from dataclasses import replace

from bot.dialogue import labels
from bot.dialogue.errands import Tell
from bot.dialogue.events import Opened, Place
from bot.dialogue.scene import CHILE, Scene
from bot.dialogue.step import Step
from bot.dialogue.upkeep import DUE_AFTER, due
from bot.dialogue.upkeep_events import NotProposed, ProposalDecided, StillRight, UpkeepOutcome
from bot.dialogue.voice import button, say, say_n
from content.sentences import Text

DUE = "due"


def came(scene: Scene, event: UpkeepOutcome) -> Step:
    """The state after it; what there is to say is a message of its own."""
    match event:
        case ProposalDecided():
            return _told(scene, _decided(event))
        case NotProposed():
            return _told(scene, say("No pudimos guardar lo que dijo de un servicio. Ábralo y hágalo otra vez."))
        case StillRight():
            return _asked(scene)


def _told(scene: Scene, text: Text) -> Step:
    if scene.person.membership is None:
        return Step(scene, is_silent=True)
    tell = Tell(scene.person.id, text, labels.OUR_SERVICES, Opened(Place.OUR_SERVICES))
    return Step(scene, (tell,), is_silent=True)


def _decided(event: ProposalDecided) -> Text:
    if event.approved:
        return say("El equipo aprobó su cambio en «{name}». Ya se ve en el directorio.", name=event.name)
    if event.reason:
        return say("El equipo no aprobó su cambio en «{name}»: «{reason}»", name=event.name, reason=event.reason)
    return say("El equipo no aprobó su cambio en «{name}».", name=event.name)


def _asked(scene: Scene) -> Step:
    """At most once in 90 days, however often somebody thinks of it."""
    person, today = scene.person, scene.now.astimezone(CHILE).date()
    was_asked = person.asked_on is not None and today - person.asked_on < DUE_AFTER
    services = due(scene.content.directory, person.membership.cut, today) if person.membership else ()
    if was_asked or not services:
        return Step(scene, is_silent=True)
    text = say_n(
        "Hace 90 días que nadie confirma {count} servicio de {municipality}. ¿Sigue igual?",
        "Hace 90 días que nadie confirma {count} servicios de {municipality}. ¿Siguen igual?",
        count=len(services),
        municipality=scene.municipality,
    )
    tell = Tell(person.id, text, button("Revisar servicios"), Opened(Place.OUR_SERVICES, DUE))
    return Step(scene.with_person(replace(person, asked_on=today)), (tell,), is_silent=True)
