"""What can be an answer to a question of an edition."""

from decimal import Decimal
from re import fullmatch
from typing import Any

from tests.oracle.edition import Node


def can_answer(question: Node, said: Any) -> bool:
    """Whether `said`, as on the wire, answers that question."""
    if said is None:
        return True
    ids = [each["id"] for each in question.get("opciones", [])]
    match question["tipo"]:
        case "si_no":
            return said in ("yes", "no")
        case "una":
            return said in ids
        case "varias":
            alone = {each["id"] for each in question["opciones"] if each.get("sola") == "sí"}
            return isinstance(said, list) and set(said) <= set(ids) and (len(said) < 2 or not alone & set(said))
        case "numero":
            return isinstance(said, int | float | Decimal) and _in_range(question["rango"], Decimal(str(said)))
        case "fecha":
            return isinstance(said, str) and ("sin_fecha" in question if said == "none" else bool(fullmatch(r"\d{4}-\d\d", said)))
        case "texto":
            return isinstance(said, str) and said != ""
    return isinstance(said, dict)


def _in_range(allowed: Node, amount: Decimal) -> bool:
    whole = amount == amount.to_integral_value()
    return allowed["desde"] <= amount <= allowed["hasta"] and (whole or allowed["decimales"] == "sí")
