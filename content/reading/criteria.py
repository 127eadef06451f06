"""Dimensions with their criteria and questions, out of one file each."""

from collections.abc import Iterable, Mapping
from re import escape

from content.kinds import Writing
from content.programme import Basis, Criterion, Dimension, Profile, Question, Source
from content.reading.conditions import read_when
from content.reading.fields import LINE, PARAGRAPH, Fields
from content.reading.kinds import read_kind
from content.sentences import Say, told

BASES = {"publicado": Basis.PUBLISHED, "mixto": Basis.MIXED, "propuesta": Basis.PROPOSAL}
PROFILES = {profile.value: profile for profile in Profile}
QUESTION_LENGTH = 300


def read_dimension(fields: Fields, sources: Mapping[str, Source], taken: Iterable[str]) -> Dimension:
    """A dimension and all that is in it; its id is none of those taken."""
    id = fields.code("dimension", r"[A-Z]{3}", "INS", taken)
    name = told(fields.text("nombre", LINE), id)
    basis = fields.word("base", BASES)
    note = fields.maybe_text("nota")
    criteria: dict[str, Criterion] = {}
    for each in fields.sections("criterios"):
        code = each.code("criterio", rf"{id}-[1-9][0-9]?", f"{id}-1", criteria)
        criteria[code] = _criterion(each, code, sources)
    fields.close()
    return Dimension(id, name, basis, told(note, id) if note else None, tuple(criteria.values()))


def _criterion(fields: Fields, code: str, sources: Mapping[str, Source]) -> Criterion:
    proposed = fields.section("propuesta")
    criterion = Criterion(
        code=code,
        name=told(fields.text("nombre", LINE), code),
        basis=fields.word("base", BASES),
        sources=_sources(fields, sources),
        essential=fields.flag("esencial"),
        legal_duty=fields.flag("deber_legal", default=False),
        applies_to=_profiles(fields),
        must_exist=told(fields.text("debe_existir"), code),
        signed_by=told(fields.text("firma"), code),
        meaning=told(proposed.text("que_significa"), code),
        example=told(proposed.text("ejemplo"), code),
        guidance=_guidance(fields.section("orientacion"), code),
        questions=read_questions(fields, "preguntas", code, f"{code}."),
    )
    proposed.close()
    _check(fields, criterion)
    fields.close()
    return criterion


def _check(fields: Fields, criterion: Criterion) -> None:
    if criterion.essential and criterion.basis is Basis.PROPOSAL:
        remedy = "Solo un criterio cuyo núcleo publica el programa puede ser esencial: escriba «esencial: no»."
        fields.complain("esencial", "Este criterio es una propuesta y no puede ser esencial.", remedy)
    if criterion.questions and not any(question.decisive for question in criterion.questions):
        remedy = "Quite «decisiva: no» de una pregunta."
        fields.complain("preguntas", f"{criterion.code} no tiene ninguna pregunta decisiva.", remedy)


def _sources(fields: Fields, sources: Mapping[str, Source]) -> tuple[Source, ...]:
    found = []
    for spot, code in fields.codes("fuentes"):
        if code in sources:
            found.append(sources[code])
        else:
            fields.complaints.unknown(spot, f"La fuente «{code}» no está en fuentes.yaml.", code, sources)
    return tuple(found)


def _profiles(fields: Fields) -> frozenset[Profile]:
    fields.allow("aplica_a")
    if "aplica_a" not in fields:
        return frozenset(Profile)
    found = set()
    for spot, word in fields.codes("aplica_a"):
        if word in PROFILES:
            found.add(PROFILES[word])
        else:
            fields.complaints.unknown(spot, f"No existe el perfil «{word}».", word, PROFILES)
    return frozenset(found)


def _guidance(fields: Fields, code: str) -> Mapping[Profile, Say]:
    guidance = {profile: told(fields.text(word), code) for word, profile in PROFILES.items()}
    fields.close()
    return guidance


def read_questions(fields: Fields, key: str, context: str, prefix: str, *, judged: bool = True) -> tuple[Question, ...]:
    """The questions of a list; a condition may name only those before it in the same list."""
    questions: list[Question] = []
    for each in fields.sections(key):
        questions.append(_question(each, context, prefix, questions, judged))
        each.close()
    return tuple(questions)


def _question(fields: Fields, context: str, prefix: str, earlier: list[Question], judged: bool) -> Question:
    id = fields.code("pregunta", escape(prefix) + "[1-9][0-9]?", f"{prefix}1", [question.id for question in earlier])
    proposed = fields.section("propuesta")
    why, example = proposed.text("por_que"), proposed.text("ejemplo", PARAGRAPH)
    proposed.close()
    kind = read_kind(fields, context, judged=judged)
    decisive = fields.flag("decisiva", default=True) if judged else False
    if decisive and isinstance(kind, Writing):
        fields.complain("tipo", "Un texto no se califica solo, y esta pregunta es decisiva.", "Agregue «decisiva: no».")
    text = told(fields.text("texto", QUESTION_LENGTH), context)
    optional = not judged and fields.flag("opcional", default=False)
    when = read_when(fields, earlier, "Solo puede nombrar preguntas anteriores de la misma lista.")
    return Question(id, text, kind, told(why, context), told(example, context), decisive, optional, when)
