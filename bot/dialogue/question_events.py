"""What is pressed or sent while a question stands, sent on to answering or evidence."""

from dataclasses import replace

from bot.dialogue import answering, evidence, position
from bot.dialogue.events import Asked, Finished, Labelled, Marked, Place, Removed, Replied, Sent, SentOther, WentBack, Wrote
from bot.dialogue.person import Draft, Standing
from bot.dialogue.scene import Scene
from bot.dialogue.step import Step
from bot.dialogue.typed import Address
from bot.dialogue.voice import say
from content.kinds import Evidence
from content.programme import Question

AtQuestion = Replied | Marked | Finished | Labelled | Removed | Asked | WentBack


def pressed(scene: Scene, event: AtQuestion) -> Step:
    """A button of a question's screen; from a screen that is gone nothing changes."""
    question = standing_question(scene)
    if question is None:
        return Step(scene, hint=answering.STALE)
    match event:
        case Replied():
            return answering.on_reply(scene, event, question)
        case Marked():
            return answering.on_mark(scene, event, question)
        case Finished():
            return answering.on_finish(scene, event, question)
        case Asked(aside, to) if to == question.id:
            shown = "" if scene.standing.aside == aside else aside
            return Step(scene.at(replace(scene.standing, aside=shown)))
        case WentBack(of) if of == question.id:
            return Step(_back(scene, question))
        case Labelled() if event.to == question.id:
            return evidence.on_label(scene, event)
        case Removed() if event.to == question.id:
            return evidence.on_removal(scene, event)
    return Step(scene, hint=answering.STALE)


def written(scene: Scene, event: Wrote, question: Question) -> Step:
    """Typed words. An edited message counts only where it mends a slip: elsewhere it gave an answer to an earlier question."""
    if event.edited and not _is_slip_to_mend(scene, question):
        return Step(scene.saying(say("Ese mensaje ya es su respuesta. Para cambiarla, vuelva a la pregunta.")))
    match answering.on_text(scene, event.text, question):
        case Address(link):
            if not isinstance(question.kind, Evidence):
                return Step(scene)
            return evidence.on_link(scene, link, question, f"link:{question.id}:{scene.now.isoformat()}")
        case step:
            return step


def sent(scene: Scene, event: Sent, question: Question) -> Step:
    """A file: attached where evidence is asked, otherwise the question again with how it can be answered."""
    if isinstance(question.kind, Evidence):
        return evidence.on_file(scene, event, question)
    note = say("Esta pregunta no se responde con un archivo. Podrá adjuntarlo en la pregunta que pide documentos.")
    draft = Draft(question.id, answering.marks_made(scene, question))
    return Step(scene.with_person(replace(scene.person, draft=draft)).saying(note))


def sent_other(scene: Scene, event: SentOther, question: Question) -> Step:
    """Stickers, voice notes, places: the question again, with how it can be answered."""
    draft = Draft(question.id, answering.marks_made(scene, question), slip="other")
    return Step(scene.with_person(replace(scene.person, draft=draft)))


def standing_question(scene: Scene) -> Question | None:
    """The question on the screen; None in any other place, or when it is no longer asked."""
    if scene.standing.place is not Place.QUESTION or not position.is_asked(scene, scene.standing.about):
        return None
    return scene.programme.question(scene.standing.about)


def _back(scene: Scene, question: Question) -> Scene:
    """Exactly one back: the question before; from the first one the list it was opened from."""
    scene = scene.with_person(replace(scene.person, draft=None))
    previous = position.before(scene, question.id)
    if previous is not None:
        return scene.at(Standing(Place.QUESTION, previous.id, returning=scene.standing.returning))
    if scene.standing.returning is not None:
        return scene.at(
            Standing(scene.standing.returning, answering.EVIDENCE_LIST if scene.standing.returning is Place.TASKS else "")
        )
    return scene.at(Standing(Place.HOME if position.task_of(scene, question.id) == position.PROFILE_TASK else Place.TASKS))


def _is_slip_to_mend(scene: Scene, question: Question) -> bool:
    draft = scene.person.draft
    return draft is not None and draft.question == question.id and draft.slip not in ("", "other")
