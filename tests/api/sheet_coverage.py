"""What answer sheets touch: verdicts, thresholds and their neighbours, edges of bands and of *ready*."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from tests.api.answer_sheets import AnswerSheet, ages, amounts, counts
from tests.oracle.assessment import Sheet, exact
from tests.oracle.edition import Edition, Node
from tests.oracle.judging import age


def nothing_covered(edition: Edition) -> Counter[str]:
    """Every verdict, threshold, neighbour of a threshold, and edge that has to come up."""
    wanted = [f"verdict {each}" for each in ("meets", "partly", "not_met", "pending", "not_applicable")]
    for id, question in edition.questions().items():
        if "cumple" in question:
            match question["tipo"]:
                case "numero":
                    wanted += [f"{id} = {each}" for each in amounts(question)]
                case "fecha":
                    wanted += [f"{id} {each} months" for each in ages(question)]
                case "varias":
                    wanted += [
                        f"{id} {each} marked, {with_all}" for each in counts(question) for with_all in _possible(question, each)
                    ]
    wanted += [f"index {edge} {side}" for edge, side in _edges(edition)]
    wanted += [f"dimension 0.6 {side}" for side in ("below", "at", "above")] + ["ready by share", "not ready by share"]
    return Counter(dict.fromkeys(wanted, 0))


def _edges(edition: Edition) -> Iterator[tuple[str, str]]:
    for band in edition.settings["bandas"]:
        if "desde" in band:
            yield from ((str(band["desde"]), side) for side in (("below", "at", "above") if band["desde"] else ("at", "above")))


def _needed(question: Node) -> set[str]:
    return set(question["cumple"].get("con", []))


def _possible(question: Node, marked: int) -> list[str]:
    needed, all_of = len(_needed(question)), len([each for each in question["opciones"] if each.get("sola") != "sí"])
    possible = ["with those needed"] if marked >= needed else []
    return possible + (["without one needed"] if needed and marked <= all_of - 1 else [])


def touched(edition: Edition, sheet: AnswerSheet, ours: Sheet) -> Iterator[str]:
    questions = edition.questions()
    for verdict, _, _, reasons in ours.criteria.values():
        yield f"verdict {verdict}"
        for id, _ in reasons:
            yield from _touched_by(questions[id], sheet.answers.get(id), sheet.as_of)
    if not ours.ready:
        yield from _near(edition, ours.overall)
    yield from _readiness(edition, ours)


def _touched_by(question: Node, said: Any, as_of: str) -> Iterator[str]:
    if said is None or said == "none" or "cumple" not in question:
        return
    id = question["pregunta"]
    match question["tipo"]:
        case "numero" if said in amounts(question):
            yield f"{id} = {said}"
        case "fecha" if age(said, as_of) in ages(question):
            yield f"{id} {age(said, as_of)} months"
        case "varias" if len(said) in counts(question):
            yield f"{id} {len(said)} marked, {'with those needed' if _needed(question) <= set(said) else 'without one needed'}"


def _near(edition: Edition, overall: Fraction) -> Iterator[str]:
    """Just below and just above are the nearest indexes there are: less than a thousandth away, more only from nothing at all."""
    for band in edition.settings["bandas"]:
        near = Fraction(1, 1000) if band.get("desde") else Fraction(1, 90)
        if "desde" in band and abs(overall - exact(band["desde"])) < near:
            yield f"index {band['desde']} {_side(overall, exact(band['desde']))}"


def _readiness(edition: Edition, ours: Sheet) -> Iterator[str]:
    essential = {verdict for verdict, is_essential, _, _ in ours.criteria.values() if is_essential}
    if essential & {"not_met", "pending"}:
        return
    lowest = min(index for index in ours.indexes.values() if index is not None)
    least, share = exact(edition.settings["lista_para_evaluacion"]["indice_de_cada_dimension"]), ours.essential_share
    enough = share >= exact(edition.settings["lista_para_evaluacion"]["esenciales_que_cumplen"])
    if lowest >= least:
        yield "ready by share" if enough else "not ready by share"
    if enough and abs(lowest - least) <= Fraction(1, 10):
        yield f"dimension 0.6 {_side(lowest, least)}"


def _side(value: Fraction, edge: Fraction) -> str:
    return "below" if value < edge else "above" if value > edge else "at"
