"""A question about services in a person's own words: understood here and now, and then the words are gone."""

from bot.dialogue.events import Place
from bot.dialogue.person import Standing
from bot.dialogue.scene import Scene
from bot.dialogue.seeking import Mood, Seeking
from bot.dialogue.step import Step
from content.offering import KEY

NOTHING_YET = Seeking()


def wondered(scene: Scene, text: str, before: Seeking = NOTHING_YET) -> Step:
    """What was found, or that nothing was. `before` is what was looked for until now."""
    about = scene.content.topics.about(text)
    fit = scene.content.directory.fitting.fit(text)
    best = max(fit, key=lambda each: fit[each], default="")[:KEY]
    other = about.language if about.language != (scene.person.language or about.language) else ""
    return Step(scene.at(Standing(Place.SERVICES, before.understood(about, best).written(), other)))


def wondered_elsewhere(scene: Scene, text: str) -> Step | None:
    """The same where nobody asked for services: None where it seems to be about none."""
    understood = NOTHING_YET.understood(scene.content.topics.about(text))
    return None if understood.mood in {Mood.NOTHING, Mood.CHOOSING} else wondered(scene, text)
