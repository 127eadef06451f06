"""The criteria changed overnight: what that means for this dossier, and taking its answers along."""

from bot.dialogue import labels
from bot.dialogue.changing_editions import Difference, difference, on_edition
from bot.dialogue.dossier import Dossier, Phase
from bot.dialogue.events import Confirmed, Opened, Place
from bot.dialogue.face import Heard
from bot.dialogue.frame import framed
from bot.dialogue.person import Standing
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Block, Press, Screen, para, quiet, strong, title
from bot.dialogue.step import Step
from bot.dialogue.voice import button, say, say_n
from content.programme import Question
from content.sentences import Text

EDITION = "edition"
LISTED = 12


def show(scene: Scene) -> Screen:
    """What changed and what stays; nothing to do when the dossier is on the current edition, or handed over."""
    dossier = scene.dossier
    assert dossier is not None, "an edition is a dossier's"
    if not _can_change(scene, dossier):
        heading, nothing = title(say("Cambios en las preguntas")), para(say("Este expediente no tiene cambios pendientes."))
        return framed((heading, nothing), ((Press(labels.PROGRESS, Opened(Place.TASKS)),),))
    found = difference(dossier, scene.programme, scene.content.current)
    blocks = (
        title(say("Cambiaron las preguntas del programa")),
        para(*_counts(found)),
        *_listed(say("Cambiaron:"), found.changed),
        *_listed(say("Son nuevas:"), found.new),
        quiet(say("Puede seguir con las preguntas de antes hasta que decida pasar.")),
    )
    change = Press(button("Pasar mis respuestas"), Confirmed(EDITION, dossier.round))
    return framed(blocks, ((change,), (Press(button("Seguir como estaba"), Opened(Place.QUESTION)),)))


def hear(scene: Scene, event: Heard) -> Step | None:
    """The answers taken along."""
    dossier = scene.dossier
    match event:
        case Confirmed(what, round) if what == EDITION and dossier and round == dossier.round and _can_change(scene, dossier):
            staying = difference(dossier, scene.programme, scene.content.current).staying
            note = say_n("Listo. Sigue {count} respuesta suya.", "Listo. Siguen {count} respuestas suyas.", count=staying)
            changed = scene.with_dossier(on_edition(dossier, scene.content.current))
            return Step(changed.at(Standing(Place.TASKS)).saying(note))
    return None


def _can_change(scene: Scene, dossier: Dossier) -> bool:
    return dossier.phase is Phase.FILLING and dossier.edition != scene.content.current.edition


def _counts(found: Difference) -> tuple[Text, ...]:
    lines: list[Text] = []
    if found.changed:
        lines.append(say_n("{count} pregunta cambió.", "{count} preguntas cambiaron.", count=len(found.changed)))
    if found.new:
        lines.append(say_n("{count} pregunta es nueva.", "{count} preguntas son nuevas.", count=len(found.new)))
    if found.staying:
        lines.append(say_n("{count} respuesta sigue.", "{count} respuestas siguen.", count=found.staying))
    if found.dropped:
        lines.append(
            say_n(
                "Hay que responder de nuevo {count} pregunta.",
                "Hay que responder de nuevo {count} preguntas.",
                count=found.dropped,
            )
        )
    return tuple(lines) or (say("Sus respuestas siguen todas."),)


def _listed(heading: Text, questions: tuple[Question, ...]) -> tuple[Block, ...]:
    if not questions:
        return ()
    return (strong(heading), para(*(say("{code}: {question}", code=each.id, question=each.text) for each in questions[:LISTED])))
