"""Answers, rules and statuses said in plain words, the same on every screen."""

from bot.dialogue import labels
from bot.dialogue.dossier import Given, Piece, PieceState
from bot.dialogue.position import TaskStatus
from bot.dialogue.scene import CHILE
from bot.dialogue.voice import say, say_n
from content.answers import Answer, Attached, Chosen, Counted, Dated, Skipped, Written
from content.kinds import Dating, Evidence, EvidenceStatus, Number, OneOf, Option, SomeOf, Writing, YesNo
from content.programme import Basis, Question, Verdict
from content.sentences import Text, Verbatim

SHOWN = 280

STATUS_LABELS = {
    TaskStatus.TO_DO: say("por hacer"),
    TaskStatus.STARTED: say("en curso"),
    TaskStatus.ANSWERED: say("respondida"),
}
EVIDENCE_LABELS = {
    EvidenceStatus.ATTACHED: say("Adjunto"),
    EvidenceStatus.LATER: labels.LATER,
    EvidenceStatus.NONE: labels.LACKING,
}
PIECE_LABELS = {
    PieceState.COMING: say("guardando"),
    PieceState.KEPT: say("guardado"),
    PieceState.LOST: say("no se guardó, envíelo de nuevo"),
}


def answer_in_words(question: Question, answer: Answer) -> tuple[Text, ...]:
    """What was answered, a line each."""
    match question.kind, answer:
        case _, Skipped():
            return (labels.UNKNOWN,)
        case YesNo(), Chosen((said,)):
            return (labels.YES if said == "yes" else labels.NO,)
        case ((OneOf(options) | SomeOf(options)), Chosen(chosen)):
            return tuple(option.label for option in options if option.id in chosen) or (labels.NONE_OF_THESE,)
        case Number(unit=unit), Counted(amount):
            return (say("{amount} ({unit})", amount=amount, unit=unit),)
        case Dating(none_label=label), Dated(month):
            return (label or labels.UNKNOWN,) if month is None else (say("{month}", month=month),)
        case _, Written(text):
            return (Verbatim(text if len(text) <= SHOWN else f"{text[:SHOWN]}…"),)
        case _, Attached(status):
            return (EVIDENCE_LABELS[status],)
    raise TypeError(f"{answer!r} does not answer {question.id}")


def given_by(given: Given) -> Text:
    """Who gave an answer and when; the post alone once the person is forgotten."""
    day = given.at.astimezone(CHILE).date()
    if given.by.name:
        return say("Respondió {name} ({post}) el {date}.", name=given.by.name, post=given.by.post, date=day)
    if given.by.post:
        return say("Respondió: {post}, el {date}.", post=given.by.post, date=day)
    return say("Respondida el {date}.", date=day)


def piece_in_words(number: int, piece: Piece) -> Text:
    """A file or link with its number in the list and what became of it."""
    return say("📎 {number}. {name}: {state}", number=number, name=piece.name, state=PIECE_LABELS[piece.state])


def basis_in_words(basis: Basis) -> Text:
    """What the programme asks and what this model proposes never look alike."""
    match basis:
        case Basis.PUBLISHED:
            return say("Lo pide el programa")
        case Basis.MIXED:
            return say("Lo pide el programa. El detalle es una propuesta, no requisito oficial.")
        case Basis.PROPOSAL:
            return say("Propuesta, no requisito oficial")


def rule_in_words(question: Question) -> tuple[Text, ...]:
    """When this answer meets, in plain words; nothing where the options say it themselves."""
    match question.kind:
        case Number(meets=meets, partly=None, unit=unit):
            return (say("Cumple desde {meets} ({unit}).", meets=meets, unit=unit),)
        case Number(meets=meets, partly=partly, unit=unit) if partly is not None:
            return (say("Cumple desde {meets} ({unit}). En parte, desde {partly}.", meets=meets, partly=partly, unit=unit),)
        case SomeOf() as kind:
            return _several_in_words(kind)
        case Dating() as kind:
            return _dating_in_words(kind)
        case OneOf(options):
            return tuple(_meeting(option) for option in options if option.result is Verdict.MEETS)
        case YesNo(results):
            return (say("Cumple con «{option}».", option=labels.YES if results["yes"] is Verdict.MEETS else labels.NO),)
        case Evidence():
            return (say("Cumple con al menos un archivo o enlace. Después lo revisa una persona."),)
        case Writing():
            return (say("Este texto no se califica solo. Lo lee una persona."),)
    return ()


def _several_in_words(kind: SomeOf) -> tuple[Text, ...]:
    lines: list[Text] = [say_n("Cumple con {count} opción o más.", "Cumple con {count} opciones o más.", count=kind.meets.count)]
    by_id = {option.id: option for option in kind.options}
    lines += [say("Entre ellas debe estar: {option}.", option=by_id[id].label) for id in kind.meets.all_of]
    if kind.partly is not None:
        lines.append(
            say_n("En parte, con {count} opción o más.", "En parte, con {count} opciones o más.", count=kind.partly.count)
        )
    return tuple(lines)


def _dating_in_words(kind: Dating) -> tuple[Text, ...]:
    if kind.any_date:
        return (say("Cumple con cualquier fecha."),)
    if kind.meets_age is None:
        return ()
    if kind.partly_age is None:
        return (say("Cumple con {meets} meses o menos.", meets=kind.meets_age),)
    return (
        say("Cumple con {meets} meses o menos. En parte, hasta {partly} meses.", meets=kind.meets_age, partly=kind.partly_age),
    )


def _meeting(option: Option) -> Text:
    return say("Cumple con «{option}».", option=option.label)
