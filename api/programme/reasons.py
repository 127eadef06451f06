"""Why a question came to its result, in whole sentences."""

from decimal import Decimal

from api.voice import say, say_n
from content.answers import Answer, Attached, Chosen, Counted, Dated, Skipped, Written
from content.kinds import Dating, Evidence, EvidenceStatus, Number, OneOf, SomeOf, Verdict, YesNo
from content.months import Month
from content.programme import Question
from content.sentences import Say


def explain(question: Question, answer: Answer | None, result: Verdict, as_of: Month) -> Say:
    """What was answered and what it comes to."""
    match question.kind, answer:
        case _, None | Skipped():
            return say("Falta responder esta pregunta.")
        case YesNo(), Chosen((said,)):
            return _chosen(say("Sí") if said == "yes" else say("No"), result)
        case OneOf(options), Chosen((said,)):
            return _chosen(next(option.label for option in options if option.id == said), result)
        case SomeOf() as kind, Chosen(marked):
            return _several(kind, marked, result)
        case Number() as kind, Counted(amount):
            return _counted(kind, amount, result)
        case Dating() as kind, Dated(month):
            return _undated(result) if month is None else _dated(kind, month, result, as_of)
        case Evidence(), Attached(status):
            return _attached(status, result)
        case _, Written():
            return say("Escribió una respuesta. Los textos no se califican solos: los lee una persona.")
    raise TypeError(f"{answer!r} does not answer {question.id}")


def _chosen(answer: Say, result: Verdict) -> Say:
    match result:
        case Verdict.MEETS:
            return say("Respondió «{answer}». Con eso cumple este punto.", answer=answer)
        case Verdict.PARTLY:
            return say("Respondió «{answer}». Con eso cumple este punto en parte.", answer=answer)
        case Verdict.NOT_MET:
            return say("Respondió «{answer}». Con eso aún no cumple este punto.", answer=answer)
        case Verdict.PENDING:
            return say("Respondió «{answer}». Falta información para este punto.", answer=answer)
        case Verdict.NOT_APPLICABLE:
            return say("Respondió «{answer}». Esta respuesta no se califica.", answer=answer)


def _several(kind: SomeOf, marked: tuple[str, ...], result: Verdict) -> Say:
    if not marked:
        return say("Respondió que ninguna de estas opciones. Para cumplir se piden {needed}.", needed=kind.meets.count)
    if result is Verdict.MEETS:
        return say_n("Marcó {count} opción. Con eso cumple.", "Marcó {count} opciones. Con eso cumple.", count=len(marked))
    missing = next((each.label for each in kind.options if each.id in kind.meets.all_of and each.id not in marked), None)
    if missing is not None:
        return say_n(
            "Marcó {count} opción. Para cumplir falta «{missing}».",
            "Marcó {count} opciones. Para cumplir falta «{missing}».",
            count=len(marked),
            missing=missing,
        )
    return say_n(
        "Marcó {count} opción. Para cumplir se piden al menos {needed}.",
        "Marcó {count} opciones. Para cumplir se piden al menos {needed}.",
        count=len(marked),
        needed=kind.meets.count,
    )


def _counted(kind: Number, amount: Decimal, result: Verdict) -> Say:
    if result is Verdict.MEETS:
        return say("Indicó {amount} ({unit}). Con eso cumple este punto.", amount=amount, unit=kind.unit)
    if result is Verdict.PARTLY:
        return say(
            "Indicó {amount} ({unit}). Cumple en parte: para cumplir se pide al menos {needed}.",
            amount=amount,
            unit=kind.unit,
            needed=kind.meets,
        )
    return say(
        "Indicó {amount} ({unit}). Para cumplir se pide al menos {needed}.", amount=amount, unit=kind.unit, needed=kind.meets
    )


def _dated(kind: Dating, month: Month, result: Verdict, as_of: Month) -> Say:
    if result is Verdict.NOT_APPLICABLE:
        return say("Indicó {month}. Esta fecha no se califica.", month=month)
    if result is Verdict.MEETS or kind.meets_age is None:
        return say("Indicó {month}. Con eso cumple este punto.", month=month)
    return say(
        "Indicó {month}. Para cumplir, no deben pasar más de {limit} meses hasta {as_of}.",
        month=month,
        limit=kind.meets_age,
        as_of=as_of,
    )


def _undated(result: Verdict) -> Say:
    if result is Verdict.NOT_MET:
        return say("Respondió que aún no hay fecha. Con eso aún no cumple este punto.")
    return say("Respondió que aún no hay fecha.")


def _attached(status: EvidenceStatus, result: Verdict) -> Say:
    match status:
        case EvidenceStatus.ATTACHED:
            return say("Adjuntó al menos un documento o enlace. Una persona lo revisará.")
        case EvidenceStatus.LATER:
            return say("Dejó el documento para después. Falta para este punto.")
        case EvidenceStatus.NONE if result is Verdict.PARTLY:
            return say("No tiene el documento. Con eso cumple este punto en parte.")
        case EvidenceStatus.NONE:
            return say("No tiene el documento. Con eso aún no cumple este punto.")
