"""Which questions are asked. `answers` by code, as on the wire; a code with None was answered "I don't know yet"."""

from collections.abc import Iterable, Mapping
from typing import Any

from tests.oracle.edition import Edition, Node
from tests.oracle.judging import STATUSES, result

Said = Mapping[str, Any]


def asked(questions: Iterable[Node], answers: Said) -> list[Node]:
    """The questions whose `cuando` holds, by what was answered to questions that are asked themselves."""
    listed: list[Node] = []
    for question in questions:
        before = {each["pregunta"]: each for each in listed}
        if all(id in before and _fits(before[id], answers.get(id), wanted) for id, wanted in question.get("cuando", {}).items()):
            listed.append(question)
    return listed


def criterion_questions(criterion: Node, answers: Said, as_of: str) -> list[str]:
    """The codes asked in a criterion: none after a decisive answer that is not met."""
    codes: list[str] = []
    for question in asked(criterion["preguntas"], answers):
        codes.append(question["pregunta"])
        if question.get("decisiva") != "no" and result(question, answers.get(question["pregunta"]), as_of) == "not_met":
            break
    return codes


def profile_questions(edition: Edition, answers: Said) -> list[str]:
    """The codes asked before the way in is known."""
    return [each["pregunta"] for each in asked(edition.profile["preguntas"], answers)]


def profile(edition: Edition, answers: Said) -> str | None:
    """The way in; None while a question that is asked and not optional has no answer."""
    put = asked(edition.profile["preguntas"], answers)
    if any(each["pregunta"] not in answers and each.get("opcional") != "sí" for each in put):
        return None
    by_code = {each["pregunta"]: each for each in put}
    for rule in edition.profile["reglas"]:
        if all(id in by_code and _fits(by_code[id], answers.get(id), wanted) for id, wanted in rule.get("cuando", {}).items()):
            return str(rule["perfil"])
    raise AssertionError("the last rule is for everybody")


def applies(criterion: Node, profile: str) -> bool:
    """Whether a criterion is for that profile."""
    return profile in criterion.get("aplica_a", [profile])


def tasks(edition: Edition, profile: str) -> list[str]:
    """The criteria's codes in the order in which that profile is led through them."""
    codes = [each["criterio"] for each in edition.criteria() if applies(each, profile)]
    first: list[str] = []
    if profile == "inicial":
        first = [code for code in edition.settings["primeras_tareas"] if code in codes]
    if profile == "revalidacion":
        first = [code for code in codes if edition.criterion(code).get("aplica_a") == ["revalidacion"]]
    return first + [code for code in codes if code not in first]


def journey(edition: Edition, answers: Said, as_of: str) -> list[str]:
    """The codes of every question asked after the profile; empty while it is open."""
    chosen = profile(edition, answers)
    if chosen is None:
        return []
    criteria = [each for each in edition.criteria() if applies(each, chosen)]
    return [code for each in criteria for code in criterion_questions(each, answers, as_of)]


def _fits(question: Node, said: Any, wanted: list[str]) -> bool:
    return bool(_named(question, said) & set(wanted))


def _named(question: Node, said: Any) -> set[str]:
    """An answer in the words that `cuando` uses."""
    if said is None:
        return set()
    match question["tipo"]:
        case "una":
            return {said}
        case "varias":
            return set(said)
        case "si_no":
            return {"sí" if said == "yes" else "no"}
        case "fecha":
            return {"sin_fecha" if said == "none" else "con_fecha"}
        case "documentos":
            return {STATUSES[said["status"]]}
    return set()
