"""The kinds of question, out of their keys."""

from collections.abc import Callable
from decimal import Decimal

from content.kinds import (
    AtLeast,
    Dating,
    Evidence,
    EvidenceStatus,
    Kind,
    Number,
    OneOf,
    Option,
    SomeOf,
    Verdict,
    Writing,
    YesNo,
)
from content.reading.fields import LINE, SHORT, Fields
from content.reading.thresholds import check_age, check_number, check_several
from content.sentences import told

RESULTS = {
    "cumple": Verdict.MEETS,
    "en_parte": Verdict.PARTLY,
    "aun_no": Verdict.NOT_MET,
    "falta": Verdict.PENDING,
    "no_aplica": Verdict.NOT_APPLICABLE,
}
OPTION_ID = r"[a-z][a-z0-9]{0,7}"
ANY_DATE = "cualquier_fecha"


def read_kind(fields: Fields, context: str, *, judged: bool) -> Kind:
    """The kind that `tipo` names; one that is not judged (of the profile) carries no results."""
    return fields.word("tipo", KINDS if judged else UNJUDGED_KINDS)(fields, context)


def _yes_no(fields: Fields, context: str) -> YesNo:
    results = fields.section("resultados")
    yes = results.word("sí", RESULTS)
    no = results.word("no", RESULTS)
    results.close()
    return YesNo({"yes": yes, "no": no})


def _one_of(fields: Fields, context: str) -> OneOf:
    return OneOf(_options(fields, context, lambda option: option.word("resultado", RESULTS)))


def _one_of_unjudged(fields: Fields, context: str) -> OneOf:
    return OneOf(_options(fields, context))


def _several(fields: Fields, context: str) -> SomeOf:
    options = _options(fields, context, may_stand_alone=True)
    partly = _at_least(fields.section("en_parte")) if "en_parte" in fields else None
    kind = SomeOf(options, _at_least(fields.section("cumple")), partly)
    if "cumple" in fields:
        check_several(fields, kind)
    return kind


def _at_least(fields: Fields) -> AtLeast:
    count = fields.whole("al_menos", 1, 99)
    wanted = tuple(code for _, code in fields.codes("con")) if "con" in fields else ()
    fields.allow("con")
    fields.close()
    return AtLeast(count, wanted)


def _options(
    fields: Fields,
    context: str,
    result: Callable[[Fields], Verdict] | None = None,
    *,
    may_stand_alone: bool = False,
) -> tuple[Option, ...]:
    options = []
    for each in fields.sections("opciones"):
        id = each.code("id", OPTION_ID, "a")
        label = told(each.text("texto", SHORT), context)
        alone = may_stand_alone and each.flag("sola", default=False)
        options.append(Option(id, label, result(each) if result else None, alone))
        each.close()
    _check_options(fields, options)
    return tuple(options)


def _check_options(fields: Fields, options: list[Option]) -> None:
    if len(options) == 1:
        fields.complain("opciones", "Hay una sola opción.", "Agregue otra o cambie el tipo de pregunta.")
    for what, seen in (("id", [o.id for o in options]), ("texto", [o.label.source for o in options])):
        for twice in sorted({one for one in seen if seen.count(one) > 1}):
            fields.complain("opciones", f"Dos opciones tienen el mismo {what}: «{twice}».", "Cambie una de las dos.")


def _number(fields: Fields, context: str) -> Number:
    limits = fields.section("rango")
    least, most = limits.number("desde"), limits.number("hasta")
    decimals = limits.flag("decimales", default=False)
    limits.close()
    unit = told(fields.text("unidad", SHORT), context)
    partly = _from(fields, "en_parte") if "en_parte" in fields else None
    kind = Number(unit, least, most, not decimals, _from(fields, "cumple"), partly)
    if {"rango", "cumple"} <= fields.sheet.entries.keys():
        check_number(fields, kind)
    return kind


def _from(fields: Fields, key: str) -> Decimal:
    section = fields.section(key)
    value = section.number("desde")
    section.close()
    return value


def _dating(fields: Fields, context: str) -> Dating:
    label, result = None, Verdict.NOT_MET
    if "sin_fecha" in fields:
        none = fields.section("sin_fecha")
        label, result = told(none.text("texto", SHORT), context), none.word("resultado", RESULTS)
        none.close()
    fields.allow("sin_fecha")
    if fields.is_word("cumple", ANY_DATE):
        return Dating(label, result, any_date=True)
    partly = _up_to(fields, "en_parte") if "en_parte" in fields else None
    kind = Dating(label, result, False, _up_to(fields, "cumple"), partly)
    if "cumple" in fields:
        check_age(fields, kind)
    return kind


def _dating_unjudged(fields: Fields, context: str) -> Dating:
    return Dating(told(fields.text("sin_fecha", SHORT), context) if "sin_fecha" in fields else None)


def _up_to(fields: Fields, key: str) -> int:
    section = fields.section(key)
    months = section.whole("hasta_meses", 0, 1200)
    section.close()
    return months


def _writing(fields: Fields, context: str) -> Writing:
    return Writing(fields.whole("largo_sugerido", 1, 3000))


def _evidence(fields: Fields, context: str) -> Evidence:
    items = tuple(told(text, context) for text in fields.texts("documentos", LINE))
    personal = fields.flag("datos_personales")
    hide = fields.maybe_text("tapar", LINE)
    if personal and hide is None:
        remedy = "Agregue «tapar: …» o escriba «datos_personales: no»."
        fields.complain("datos_personales", "Falta decir qué datos se tapan.", remedy)
    results = fields.section("resultados")
    outcomes = {status: results.word(word, RESULTS) for word, status in STATUSES.items()}
    results.close()
    return Evidence(items, personal, told(hide, context) if hide else None, outcomes)


STATUSES = {"adjuntado": EvidenceStatus.ATTACHED, "despues": EvidenceStatus.LATER, "no_tiene": EvidenceStatus.NONE}
Reader = Callable[[Fields, str], Kind]
UNJUDGED_KINDS: dict[str, Reader] = {"una": _one_of_unjudged, "fecha": _dating_unjudged}
KINDS: dict[str, Reader] = {
    "una": _one_of,
    "varias": _several,
    "si_no": _yes_no,
    "numero": _number,
    "fecha": _dating,
    "texto": _writing,
    "documentos": _evidence,
}
