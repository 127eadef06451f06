"""`cuando`: each question named was answered with one of these options. Nothing stronger can be written."""

from collections.abc import Iterable, Mapping

from content.kinds import Dating, Evidence, Kind, OneOf, SomeOf, YesNo
from content.programme import Question
from content.reading.complaints import Spot
from content.reading.fields import Fields
from content.reading.kinds import STATUSES
from content.reading.nodes import Row, Scalar, Sheet, Written


def read_when(fields: Fields, known: Iterable[Question], remedy: str) -> Mapping[str, tuple[str, ...]] | None:
    """The condition under `cuando`, or None without one; `remedy` says which questions it may name."""
    found = fields.raw("cuando")
    if found is None:
        return None
    if not isinstance(found, Sheet) or not found.entries:
        fields.complain("cuando", "«cuando» no se entiende.", "Escríbalo así: cuando: {PF1: [a, b]}.")
        return None
    questions = {question.id: question for question in known}
    when = {}
    for id, wanted in found.entries.items():
        if id not in questions:
            what = f"«cuando» menciona «{id}», que no está disponible aquí. {remedy}"
            fields.complaints.unknown(found.keys[id], what, id, questions)
            continue
        when[id] = tuple(_options(fields, questions[id], wanted))
    return when


def _options(fields: Fields, question: Question, wanted: Written) -> Iterable[str]:
    words = answers_to(question.kind)
    if not words:
        remedy = "Use una pregunta de una opción, varias, sí o no, fecha o documentos."
        fields.complaints.add(wanted.spot, f"{question.id} no tiene opciones que nombrar en «cuando».", remedy)
        return
    if not isinstance(wanted, Row) or not wanted.items:
        fields.complaints.add(wanted.spot, f"Las opciones de {question.id} van en una lista.", "Escríbalas así: [a, b].")
        return
    for spot, word in _words(wanted):
        if word in words:
            yield words[word]
        else:
            fields.complaints.unknown(spot, f"{question.id} no tiene la opción «{word}».", word, words)


def _words(row: Row) -> Iterable[tuple[Spot, str]]:
    return ((item.spot, item.written if isinstance(item, Scalar) else "…") for item in row.items)


def answers_to(kind: Kind) -> Mapping[str, str]:
    """The words by which the files name the answers to such a question, and the option id of each."""
    match kind:
        case YesNo():
            return {"sí": "yes", "si": "yes", "no": "no"}
        case OneOf(options) | SomeOf(options):
            return {option.id: option.id for option in options}
        case Dating():
            return {"con_fecha": "dated", "sin_fecha": "none"}
        case Evidence():
            return {word: status.value for word, status in STATUSES.items()}
    return {}
