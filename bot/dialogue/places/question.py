"""One question on the screen: what is asked, what can be said, what was said before, and a word of help."""

from bot.dialogue import labels, position, question_events
from bot.dialogue.answering import marks_of
from bot.dialogue.dossier import Phase
from bot.dialogue.events import Asked, Opened, Place, Replied, Sent, SentOther, WentBack, Wrote
from bot.dialogue.evidence_screen import evidence_blocks, evidence_rows
from bot.dialogue.face import Heard
from bot.dialogue.hints import hint_for, slip_in_words
from bot.dialogue.moving import SAVED
from bot.dialogue.options import option_lines, option_rows
from bot.dialogue.scene import Scene
from bot.dialogue.screen import Block, Press, Row, Screen, para, quiet, quote, strong, title
from bot.dialogue.spoken import answer_in_words, basis_in_words, given_by
from bot.dialogue.step import Step
from bot.dialogue.voice import button, say
from content.kinds import Evidence, OneOf
from content.programme import Basis, Profile, Question
from content.sentences import Text

OWN_UNKNOWN = "No lo sé"
# The programme publishes neither reasons nor examples: both are this model's own.
_PROPOSED = quiet(basis_in_words(Basis.PROPOSAL))
WHY, EXAMPLE = button("Por qué preguntamos"), button("Ver un ejemplo")


def show(scene: Scene) -> Screen:
    """The question that stands."""
    question = scene.programme.question(scene.standing.about)
    blocks = (
        *_heading(scene, question),
        strong(question.text),
        *option_lines(question),
        *_evidence(scene, question),
        *_given(scene, question),
        *_aside(scene, question),
        *_slip(scene, question),
        quiet(hint_for(question)),
    )
    return Screen(blocks, _rows(scene, question))


def hear(scene: Scene, event: Heard) -> Step | None:
    """Words, files and anything else sent while the question stands."""
    question = question_events.standing_question(scene)
    match event:
        case Wrote() if question:
            return question_events.written(scene, event, question)
        case Sent() if question:
            return question_events.sent(scene, event, question)
        case SentOther() if question:
            return question_events.sent_other(scene, event, question)
    return None


def _heading(scene: Scene, question: Question) -> tuple[Block, ...]:
    task = position.task_of(scene, question.id)
    asked = position.questions_of(scene, task)
    number = next(index for index, each in enumerate(asked, start=1) if each.id == question.id)
    count = say("Pregunta {number} de {total}", number=number, total=len(asked))
    if task == position.PROFILE_TASK:
        return (title(say("Para empezar")), quiet(count))
    criterion = scene.programme.criterion(task)
    return (title(say("{code} · {name}", code=criterion.code, name=criterion.name)), quiet(count))


def _given(scene: Scene, question: Question) -> tuple[Block, ...]:
    given = scene.dossier.answers.get(question.id) if scene.dossier else None
    if given is None:
        return ()
    if isinstance(question.kind, Evidence) and scene.dossier and scene.dossier.pieces_for(question.id):
        return (quiet(given_by(given)),)
    return (quote(*answer_in_words(question, given.answer)), quiet(given_by(given)))


def _evidence(scene: Scene, question: Question) -> tuple[Block, ...]:
    return evidence_blocks(scene, question) if isinstance(question.kind, Evidence) else ()


def _aside(scene: Scene, question: Question) -> tuple[Block, ...]:
    match scene.standing.aside:
        case "why":
            return (para(say("Por qué preguntamos: {why}", why=question.why), *_guidance(scene, question)), _PROPOSED)
        case "example":
            return (para(say("Ejemplo: {example}", example=question.example)), _PROPOSED)
    return ()


def _guidance(scene: Scene, question: Question) -> tuple[Text, ...]:
    task = position.task_of(scene, question.id)
    if task == position.PROFILE_TASK:
        return ()
    guidance = scene.programme.criterion(task).guidance
    return (say("Cómo avanzar: {guidance}", guidance=guidance[scene.profile or Profile.STARTING]),)


def _slip(scene: Scene, question: Question) -> tuple[Block, ...]:
    draft = scene.person.draft
    if draft is None or draft.question != question.id or not draft.slip:
        return ()
    return (para(*slip_in_words(question, draft)),)


def _rows(scene: Scene, question: Question) -> tuple[Row, ...]:
    over = scene.dossier.revision_of(question.id) if scene.dossier else 0
    asides: Row = (Press(WHY, Asked("why", question.id)), Press(EXAMPLE, Asked("example", question.id)))
    leaving: Row = (Press(labels.BACK, WentBack(question.id)), Press(labels.SAVE_AND_LEAVE, Opened(Place.HOME, SAVED)))
    reaching: tuple[Row, ...] = (
        (Press(labels.LANGUAGE, Opened(Place.LANGUAGE)),),
        (Press(labels.ADVISER, Opened(Place.ADVISER)),),
    )
    if scene.dossier is None or scene.dossier.phase is not Phase.FILLING:
        return (asides, leaving, *reaching)
    if isinstance(question.kind, Evidence):
        answering = evidence_rows(scene, question, over)
    else:
        answering = option_rows(question, marks_of(scene, question), over)
    return (*answering, *_unknown(question, over, scene.dossier.is_shown(question.id)), asides, leaving, *reaching)


def _unknown(question: Question, over: int, has_pieces: bool) -> tuple[Row, ...]:
    """I don't know yet, except where an option already says so, or a file already answers."""
    if isinstance(question.kind, Evidence) and has_pieces:
        return ()
    if isinstance(question.kind, OneOf) and any(option.label.source == OWN_UNKNOWN for option in question.kind.options):
        return ()
    return ((Press(labels.UNKNOWN, Replied("?", question.id, over)),),)
