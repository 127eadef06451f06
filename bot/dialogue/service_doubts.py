"""What readers said is wrong with a service, for whoever can put it right."""

from bot.dialogue.scene import Scene
from bot.dialogue.voice import say, say_n
from content.local_services import LocalService
from content.sentences import Text


def doubts_in_words(scene: Scene, service: LocalService) -> tuple[Text, ...]:
    """How many, and then what they wrote; nothing where nobody said anything."""
    if not service.doubts:
        return ()
    words = [each for each in scene.content.upkeep.doubts.get(service.id, ()) if each]
    said = say_n("{count} persona dijo que algo está mal.", "{count} personas dijeron que algo está mal.", count=service.doubts)
    return (said, *(say("«{words}»", words=each) for each in words[:5]))
