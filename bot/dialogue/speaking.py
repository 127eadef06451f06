"""A language was chosen, by button or by typing its name."""

from dataclasses import replace

from bot.dialogue.events import Place
from bot.dialogue.person import Standing
from bot.dialogue.scene import Scene


def speaking(scene: Scene, language: str) -> Scene:
    """The same scene in another language; from the list of languages back to where the person stood."""
    person = replace(scene.person, language=language)
    here = person.standing
    if here.place is Place.LANGUAGE and here.returning is not None:  # from another aside, which keeps its own way back
        person = replace(person, standing=Standing(here.returning, here.aside))
    elif here.place is Place.LANGUAGE:
        person = replace(person, standing=person.left or Standing(Place.HOME), left=None)
    return scene.with_person(person)
