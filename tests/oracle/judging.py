"""What one answer comes to. Answers are written as on the wire; None is "I don't know yet", or nothing said."""

from decimal import Decimal
from typing import Any

from tests.oracle.edition import Node

RESULTS = {"cumple": "meets", "en_parte": "partly", "aun_no": "not_met", "falta": "pending", "no_aplica": "not_applicable"}
STATUSES = {"attached": "adjuntado", "later": "despues", "none": "no_tiene"}


def result(question: Node, said: Any, as_of: str) -> str:
    """`meets`, `partly`, `not_met`, `pending` or `not_applicable` (not judged); ages are counted to `as_of`, a `YYYY-MM`."""
    if said is None:
        return "pending"
    match question["tipo"]:
        case "si_no":
            return RESULTS[question["resultados"]["sí" if said == "yes" else "no"]]
        case "una":
            option = next(each for each in question["opciones"] if each["id"] == said)
            return RESULTS[option.get("resultado", "no_aplica")]
        case "documentos":
            return RESULTS[question["resultados"][STATUSES[said["status"]]]]
        case "varias":
            return _best(question, lambda step: len(said) >= step["al_menos"] and not set(step.get("con", [])) - set(said))
        case "numero":
            return _best(question, lambda step: Decimal(str(said)) >= Decimal(str(step["desde"])))
        case "fecha":
            return _of_date(question, said, as_of)
    return "not_applicable"


def age(month: str, as_of: str) -> int:
    """Whole months from one `YYYY-MM` to another."""
    (year, number), (year_to, number_to) = (map(int, each.split("-")) for each in (month, as_of))
    return 12 * (year_to - year) + number_to - number


def _of_date(question: Node, said: str, as_of: str) -> str:
    if said == "none":
        return RESULTS[question["sin_fecha"]["resultado"]]
    if "cumple" not in question:
        return "not_applicable"
    if question["cumple"] == "cualquier_fecha":
        return "meets"
    return _best(question, lambda step: age(said, as_of) <= step["hasta_meses"])


def _best(question: Node, reaches: Any) -> str:
    if reaches(question["cumple"]):
        return "meets"
    return "partly" if "en_parte" in question and reaches(question["en_parte"]) else "not_met"
