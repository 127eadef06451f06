"""An answer to the question that stands: pressed or typed, kept if it can be one, pointed out if a colleague was faster."""

from dataclasses import replace

from bot.dialogue import labels, position
from bot.dialogue.dossier import Dossier, Phase
from bot.dialogue.errands import Errand, Tell
from bot.dialogue.events import Finished, Marked, Opened, Place, Replied
from bot.dialogue.person import Draft, Standing
from bot.dialogue.scene import Scene
from bot.dialogue.step import Step
from bot.dialogue.typed import Address, Slip, read_typed
from bot.dialogue.voice import say
from content.answers import Answer, AnswerRefused, Attached, Chosen, Dated, Skipped, read_answer
from content.kinds import Dating, Evidence, EvidenceStatus, OneOf, SomeOf, YesNo
from content.programme import Question
from content.sentences import Say, Text

STALE = say("Ese botón era de una pantalla anterior. Nada cambió.")
READ_ONLY = say("El expediente ya se entregó. Para cambiar algo, abra una corrección.")
EVIDENCE_LIST = "evidence"
STATUSES = {"later": EvidenceStatus.LATER, "lacking": EvidenceStatus.NONE}


def on_reply(scene: Scene, event: Replied, question: Question) -> Step:
    """An option's button, or one of the buttons that every question has."""
    # *None of these* is offered while nothing is ticked; pressed later it is from a screen that is gone.
    is_overruled = isinstance(question.kind, SomeOf) and event.said == "none" and marks_of(scene, question) != ()
    if is_overruled or _is_stale(scene, event.to, event.over, question):
        return _stale(scene, question)
    answer = _pressed(question, event.said)
    return Step(scene, hint=STALE) if answer is None else keep(scene, question, answer)


def on_mark(scene: Scene, event: Marked, question: Question) -> Step:
    """One of several options ticked or cleared; an exclusive one stands alone."""
    if _is_stale(scene, event.to, event.over, question) or not isinstance(question.kind, SomeOf):
        return _stale(scene, question)
    alone = {option.id for option in question.kind.options if option.exclusive}
    marks = set(marks_of(scene, question))
    if event.on:
        marks = {event.option} if event.option in alone else (marks - alone) | {event.option}
    else:
        marks.discard(event.option)
    ordered = tuple(option.id for option in question.kind.options if option.id in marks)
    return Step(scene.with_person(replace(scene.person, draft=Draft(question.id, ordered))))


def on_finish(scene: Scene, event: Finished, question: Question) -> Step:
    """Listo: the ticked options are the answer, or the files sent so far."""
    if _is_stale(scene, event.to, event.over, question):
        return _stale(scene, question)
    match question.kind:
        case SomeOf() if marks_of(scene, question):
            return keep(scene, question, Chosen(marks_of(scene, question)))
        case Evidence() if scene.dossier and scene.dossier.is_shown(question.id):
            return keep(scene, question, Attached(EvidenceStatus.ATTACHED))
    return _stale(scene, question)


def on_text(scene: Scene, text: str, question: Question) -> Step | Address:
    """Typed words: an answer, a link to be attached, or a slip that stays visible with the hint."""
    if _is_overtaken(scene, question, scene.person.shown):
        return _overtaken(scene, question)
    match read_typed(question, text, lambda label: words_for(scene, label), scene.as_of):
        case Slip(kind):
            typed = "" if kind == "rut" else text
            draft = Draft(question.id, marks_made(scene, question), typed, kind)
            return Step(scene.with_person(replace(scene.person, draft=draft)))
        case Address() as address:
            return address
        case answer:
            return keep(scene, question, answer)


def words_for(scene: Scene, label: Say) -> tuple[str, ...]:
    """A label as people here may type it: in their language, and in Spanish."""
    return (scene.content.words.word(label, scene.person.language), label.source)


def marks_of(scene: Scene, question: Question) -> tuple[str, ...]:
    """What is ticked now: what was ticked or cleared under this question, else the answer it has."""
    made, answer = marks_made(scene, question), scene.answers.get(question.id)
    if made is not None:
        return made
    return answer.options if isinstance(answer, Chosen) else ()


def marks_made(scene: Scene, question: Question) -> tuple[str, ...] | None:
    """What this person ticked and has not confirmed; None when nothing was touched."""
    draft = scene.person.draft
    return draft.marks if draft is not None and draft.question == question.id else None


def keep(scene: Scene, question: Question, answer: Answer) -> Step:
    """The answer is in the dossier and the person goes on; a colleague whose answer this replaces is told."""
    dossier = scene.dossier
    if dossier is None or dossier.phase is not Phase.FILLING:
        return Step(scene, hint=READ_ONLY)
    told = told_of_change(scene, dossier, question, answer)
    if scene.answers.get(question.id) != answer:
        scene = scene.with_dossier(dossier.answered(question.id, answer, scene.author, scene.now))
    scene = scene.with_person(replace(scene.person, draft=None))
    return Step(scene.at(_onward(scene, question)), errands=told)


def told_of_change(scene: Scene, dossier: Dossier, question: Question, answer: Answer) -> tuple[Errand, ...]:
    """A word to whoever gave the answer that this one replaces, unless nobody else did."""
    given = dossier.answers.get(question.id)
    if given is None or given.answer == answer or given.by.person in ("", scene.person.id):
        return ()
    text: Text = say(
        "{name} ({post}) cambió una respuesta que usted había dado: {question}",
        name=scene.author.name,
        post=scene.author.post,
        question=question.text,
    )
    return (Tell(given.by.person, text, labels.CHANGE_SEEN, Opened(Place.QUESTION, question.id)),)


def _onward(scene: Scene, question: Question) -> Standing:
    """The next open question of this task; without one the task's verdict, or the place that *change* was pressed in."""
    task = position.task_of(scene, question.id)
    following = position.first_open(scene, position.questions_of(scene, task))
    returning = scene.standing.returning
    if returning is Place.TASKS:
        return Standing(Place.TASKS, EVIDENCE_LIST)
    if following is not None:
        return Standing(Place.QUESTION, following.id, returning=returning)
    if returning is not None:
        about = next((d.id for d in scene.programme.dimensions if any(c.code == task for c in d.criteria)), "")
        return Standing(returning, about if returning is Place.REVIEW else "")
    return Standing(Place.PROFILE) if task == position.PROFILE_TASK else Standing(Place.VERDICT, task)


def _pressed(question: Question, said: str) -> Answer | None:
    match question.kind, said:
        case _, "?":
            return Skipped()
        case Dating(none_label=label), "none" if label is not None:
            return Dated(None)
        case SomeOf(), "none":
            return Chosen(())
        case Evidence(), ("later" | "lacking"):
            return Attached(STATUSES[said])
        case ((YesNo() | OneOf()), _):
            try:
                return read_answer(question, said)
            except AnswerRefused:
                return None
    return None


def _is_stale(scene: Scene, to: str, over: int, question: Question) -> bool:
    return to != question.id or (scene.dossier is not None and over != scene.dossier.revision_of(question.id))


def _is_overtaken(scene: Scene, question: Question, seen: int) -> bool:
    given = scene.dossier.answers.get(question.id) if scene.dossier else None
    return given is not None and given.revision != seen and given.by.person != scene.person.id


def _stale(scene: Scene, question: Question) -> Step:
    """Nothing changes; if a colleague answered in between, that is what is said."""
    return _overtaken(scene, question) if _is_overtaken(scene, question, scene.person.shown) else Step(scene, hint=STALE)


def _overtaken(scene: Scene, question: Question) -> Step:
    note = say("Mientras tanto, otra persona del equipo respondió esta pregunta. Revise su respuesta; puede dejarla o cambiarla.")
    return Step(scene.saying(note))
