"""The result as a picture that an official can show the mayor."""

import math
from collections import Counter
from collections.abc import Mapping
from fractions import Fraction

from bot.dialogue.screen import Chart
from bot.dialogue.voice import say
from bot.pictures.spoken import Unspoken, spoken
from bot.pictures.typesetting import png
from content.assessment import Assessment, Index
from content.programme import Programme, Verdict
from content.sentences import Text
from content.wording import Wording


def chart(chart: Chart, language: str, wording: Wording) -> bytes:
    """A PNG 1080 pixels wide and about two times as high, complete without its caption: the programme's disclaimer is inside."""
    return png("chart.typ", spoken(facts(chart), language, wording))


def facts(chart: Chart) -> Mapping[str, Unspoken]:
    """Everything the picture says, still without a language; shares from 0 to 1 give the bars their length."""
    programme, assessment = chart.programme, chart.assessment
    needed = programme.readiness.dimension_index
    return {
        "heading": say("Autoevaluación para el Sello Migrante"),
        "municipality": chart.municipality,
        "edition": say("Edición {edition} · {month}", edition=programme.edition, month=chart.as_of),
        "orientation": say("Orientación según las respuestas"),
        "band": assessment.band.label,
        "dimensions_heading": say("Índice de cada dimensión"),
        "dimensions": [_dimension(programme, index) for index in assessment.dimensions],
        "needed": {"share": float(needed), "label": _needed(needed)},
        "criteria_heading": say("Criterios por resultado"),
        "verdicts": _counts(programme, assessment),
        "disclaimer": programme.disclaimer,
    }


def _needed(index: Fraction) -> Text:
    return say("La línea marca el {percent} %: lo que necesita cada dimensión para estar lista.", percent=math.ceil(index * 100))


def _dimension(programme: Programme, index: Index) -> Mapping[str, Unspoken]:
    name = index.dimension.name
    if index.value is None:
        return {"name": name, "share": None, "figure": programme.verdicts[Verdict.NOT_APPLICABLE]}
    # Rounded down: no figure may say that a line was reached which the bar does not reach.
    return {"name": name, "share": float(index.value), "figure": say("{percent} %", percent=math.floor(index.value * 100))}


def _counts(programme: Programme, assessment: Assessment) -> list[Unspoken]:
    counted = Counter(each.verdict for each in assessment.criteria)
    return [{"verdict": str(each), "label": programme.verdicts[each], "count": str(counted[each])} for each in Verdict]
