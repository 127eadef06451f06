"""What a whole sheet of answers comes to."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from tests.oracle.edition import Edition, Node
from tests.oracle.journey import Said, applies, criterion_questions
from tests.oracle.judging import result

BASES = {"publicado": "published", "mixto": "mixed", "propuesta": "proposal"}
WORTH = {"meets": Fraction(1), "partly": Fraction(1, 2), "not_met": Fraction(0), "pending": Fraction(0)}


@dataclass(frozen=True)
class Sheet:
    """`criteria` by code: verdict, essential, basis, and the result of each question asked. `indexes` by dimension."""

    criteria: dict[str, tuple[str, bool, str, list[tuple[str, str]]]]
    indexes: dict[str, Fraction | None]
    overall: Fraction
    essential_share: Fraction
    ready: bool
    band: str


def assess(edition: Edition, profile: str, answers: Said, as_of: str) -> Sheet:
    """The assessment for a profile."""
    criteria = {each["criterio"]: _criterion(each, profile, answers, as_of) for each in edition.criteria()}
    indexes = {each["dimension"]: _index([criteria[c["criterio"]][0] for c in each["criterios"]]) for each in edition.dimensions}
    counted = [each for each in indexes.values() if each is not None]
    overall = sum(counted, Fraction(0)) / len(counted)
    essential = [verdict for verdict, is_essential, _, _ in criteria.values() if is_essential and verdict != "not_applicable"]
    share = Fraction(sum(each == "meets" for each in essential), len(essential))
    wanted = edition.settings["lista_para_evaluacion"]
    ready = (
        "not_met" not in essential
        and "pending" not in essential
        and share >= exact(wanted["esenciales_que_cumplen"])
        and min(counted) >= exact(wanted["indice_de_cada_dimension"])
    )
    return Sheet(criteria, indexes, overall, share, ready, _band(edition, overall, ready))


def verdict(criterion: Node, profile: str, answers: Said, as_of: str) -> str:
    """What one criterion comes to."""
    return _criterion(criterion, profile, answers, as_of)[0]


@cache
def exact(written: object) -> Fraction:
    """The number as it is written in the files."""
    return Fraction(str(written))


def _criterion(criterion: Node, profile: str, answers: Said, as_of: str) -> tuple[str, bool, str, list[tuple[str, str]]]:
    essential, basis = criterion["esencial"] == "sí", BASES[criterion["base"]]
    if not applies(criterion, profile):
        return "not_applicable", essential, basis, []
    questions = {each["pregunta"]: each for each in criterion["preguntas"]}
    reasons = [(id, result(questions[id], answers.get(id), as_of)) for id in criterion_questions(criterion, answers, as_of)]
    decisive = [found for id, found in reasons if questions[id].get("decisiva") != "no"]
    others = [found for id, found in reasons if questions[id].get("decisiva") == "no"]
    return _of_results(decisive, others), essential, basis, reasons


def _of_results(decisive: list[str], others: list[str]) -> str:
    if "not_met" in decisive:
        return "not_met"
    if "pending" in decisive:
        return "pending"
    if "partly" in decisive or "partly" in others or "not_met" in others:
        return "partly"
    return "meets"


def _index(verdicts: list[str]) -> Fraction | None:
    worth = [WORTH[each] for each in verdicts if each != "not_applicable"]
    return sum(worth, Fraction(0)) / len(worth) if worth else None


def _band(edition: Edition, overall: Fraction, ready: bool) -> str:
    bands = edition.settings["bandas"]
    if ready:
        return str(next(each["id"] for each in bands if "desde" not in each))
    reached = [each for each in bands if "desde" in each and exact(each["desde"]) <= overall]
    return str(max(reached, key=lambda each: exact(each["desde"]))["id"])
