"""What nobody was asked for: words, files or stickers in a place that has no use for them, and the last word after forgetting."""

from bot.dialogue.events import Chose, Confirmed, Sent, SentOther, Wrote
from bot.dialogue.face import Heard
from bot.dialogue.frame import framed
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Screen, para
from bot.dialogue.step import Step
from bot.dialogue.voice import say


def heard(scene: Scene, event: Heard) -> Step:
    """The screen again, with a word on what to do instead."""
    is_open = any(each.is_open for each in scene.person.cases)
    match event:
        case Wrote() | Sent() | SentOther() if is_open:
            return Step(scene.saying(say("Esto no llegó al equipo. Para escribir en su caso, elija «Hablar con una persona».")))
        case Wrote():
            return Step(scene.saying(say("Para seguir, elija uno de los botones.")))
        case Sent():
            note = say("El archivo no se guardó. Elija primero la pregunta que pide documentos y envíelo ahí.")
            return Step(scene.saying(note))
        case SentOther():
            return Step(scene.saying(say("Eso no lo podemos usar aquí. Elija uno de los botones o escriba un mensaje.")))
        case Chose() | Confirmed():
            return Step(scene, hint=say("Ese botón era de una pantalla anterior. Nada cambió."))


def farewell() -> Screen:
    """The last screen after everything about the person was erased."""
    text = say("Borramos lo que sabíamos de usted en este chat. Puede borrar también la conversación en Telegram.")
    return framed((para(text),), home=True)
