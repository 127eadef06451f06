"""Random answer sheets that press on every threshold and every edge of the programme, by the oracle's reading of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache, cached_property
from math import ceil, floor, lcm
from random import Random
from typing import Any

from tests.oracle.assessment import exact, verdict
from tests.oracle.edition import Edition, Node
from tests.oracle.journey import applies

PROFILES = ("inicial", "con_experiencia", "revalidacion")
WORTH = {"meets": 2, "partly": 1, "not_met": 0, "pending": 0}
SOME_MONTH = "2026-11"


@dataclass(frozen=True)
class Age:
    """A month that is so many months before the sheet's own."""

    months: int

    def before(self, month: str) -> str:
        year, number = divmod(int(month[:4]) * 12 + int(month[5:]) - 1 - self.months, 12)
        return f"{year:04}-{number + 1:02}"


@dataclass(frozen=True)
class AnswerSheet:
    """What is sent to be checked."""

    profile: str
    as_of: str
    answers: dict[str, Any]


def steps(question: Node) -> list[Node]:
    """The thresholds of a question."""
    return [question[each] for each in ("cumple", "en_parte") if isinstance(question.get(each), dict)]


def amounts(question: Node) -> list[int | float]:
    """Each threshold of a number, one and, where decimals count, a hundredth to each side of it."""
    low, high = question["rango"]["desde"], question["rango"]["hasta"]
    sides = ("-1", "-0.01", "0", "0.01", "1") if question["rango"]["decimales"] == "sí" else ("-1", "0", "1")
    near = {Decimal(str(step["desde"])) + Decimal(side) for step in steps(question) for side in sides}
    return [int(each) if each == int(each) else float(each) for each in sorted(near | {low, high}) if low <= each <= high]


def ages(question: Node) -> list[int]:
    """Each limit of an age in months, and a month to each side of it."""
    return sorted({step["hasta_meses"] + side for step in steps(question) if "hasta_meses" in step for side in (-1, 0, 1)})


def counts(question: Node) -> list[int]:
    """Each number of marks that decides, and one to each side of it."""
    near = {step["al_menos"] + side for step in steps(question) for side in (-1, 0, 1)}
    return sorted(each for each in near if 0 <= each <= len(_together(question)))


def _together(question: Node) -> list[str]:
    return [each["id"] for each in question["opciones"] if each.get("sola") != "sí"]


@dataclass(frozen=True)
class Sheets:
    """A source of sheets for one edition; the same seed gives the same sheets."""

    edition: Edition
    random: Random

    def anything(self) -> AnswerSheet:
        """A sheet with any answers, some left out, some not applying, to profile questions too."""
        profile = self.random.choice(PROFILES)
        recipe = {id: each for criterion in self.edition.criteria() for id, each in self._answers(criterion).items()}
        return self._sheet(profile, {**recipe, **self._some_of_the_profile()})

    def with_index(self, edge: Any, side: int) -> AnswerSheet:
        """A sheet whose overall index is at that edge (`side` 0), or the nearest that there is below (-1) or above it (1)."""
        profile = self.random.choice(PROFILES)
        groups = self._groups(profile)
        unit = lcm(*(len(group) for group in groups))
        wanted = _nearest(_reachable(tuple(len(group) for group in groups), unit), exact(edge) * 2 * unit * len(groups), side)
        share = float(exact(edge))
        while True:
            halves = [self._about(2 * len(group) * share, 2 * len(group)) for group in groups]
            if sum(half * unit // len(group) for half, group in zip(halves, groups, strict=True)) == wanted:
                return self._worth(profile, [self._spread(half, [2] * len(g)) for half, g in zip(halves, groups, strict=True)])

    def nearly_ready(self, partly: int) -> AnswerSheet:
        """A sheet with so many essential criteria partly met, the others met, and most of the rest met."""
        profile = self.random.choice(PROFILES)
        groups = self._groups(profile)
        essential = [each["criterio"] for group in groups for each in group if each["esencial"] == "sí"]
        lower = set(self.random.sample(essential, partly))
        other = self.random.choice(((1, 2, 2, 2), (2,)))

        def worth(criterion: Node) -> int:
            if criterion["esencial"] == "sí":
                return 1 if criterion["criterio"] in lower else 2
            return self.random.choice(other)

        return self._worth(profile, [[worth(each) for each in group] for group in groups])

    def with_dimension(self, edge: Any, side: int) -> AnswerSheet:
        """A sheet with all met but one dimension, whose index is at that edge or the nearest below or above it.

        None of the essential criteria stands in the way of *ready*: at most one is partly met.
        """
        profile = self.random.choice(PROFILES)
        groups = self._groups(profile)
        possible = [each for each in groups if _halves(each, exact(edge), side) is not None]
        chosen = self.random.choice(possible)
        low = self._lowered(chosen, _halves(chosen, exact(edge), side) or 0)
        return self._worth(profile, [low if group is chosen else [2] * len(group) for group in groups])

    def _lowered(self, group: list[Node], halves: int) -> list[int]:
        """So many half points in a dimension, in its essential criteria first."""
        essential = [2 if each["esencial"] == "sí" else 0 for each in group]
        if halves < sum(essential):
            essential[essential.index(2)] = 1
        others = self._spread(halves - sum(essential), [2 - each for each in essential])
        return [own + other for own, other in zip(essential, others, strict=True)]

    def _groups(self, profile: str) -> list[list[Node]]:
        return [[each for each in d["criterios"] if applies(each, profile)] for d in self.edition.dimensions]

    def _about(self, mean: float, most: int) -> int:
        return min(most, max(0, round(self.random.gauss(mean, 1.0))))

    def _spread(self, halves: int, room: list[int]) -> list[int]:
        """So many half points over criteria that take two each."""
        given = [0] * len(room)
        for _ in range(halves):
            given[self.random.choice([index for index, each in enumerate(given) if each < room[index]])] += 1
        return given

    def _worth(self, profile: str, worth: list[list[int]]) -> AnswerSheet:
        recipe: dict[str, Any] = {}
        for group, given in zip(self._groups(profile), worth, strict=True):
            for criterion, halves in zip(group, given, strict=True):
                recipe |= self.random.choice(self._by_worth[criterion["criterio"], halves])
        return self._sheet(profile, recipe)

    @cached_property
    def _by_worth(self) -> dict[tuple[str, int], list[dict[str, Any]]]:
        """Answers to each criterion by the half points that they bring."""
        found: dict[tuple[str, int], list[dict[str, Any]]] = {}
        for criterion in self.edition.criteria():
            for _ in range(300):
                recipe = self._answers(criterion)
                profile = criterion.get("aplica_a", PROFILES)[0]
                came_to = verdict(criterion, profile, _dated(recipe, SOME_MONTH), SOME_MONTH)
                found.setdefault((criterion["criterio"], WORTH[came_to]), []).append(recipe)
        return found

    def _answers(self, criterion: Node) -> dict[str, Any]:
        kept = [each for each in criterion["preguntas"] if self.random.random() > 0.04]
        return {each["pregunta"]: self._said(each) for each in kept}

    def _some_of_the_profile(self) -> dict[str, Any]:
        questions = self.edition.profile["preguntas"]
        return {each["pregunta"]: self._said(each) for each in questions if self.random.random() < 0.3}

    def _said(self, question: Node) -> Any:
        if self.random.random() < 0.04:
            return None
        match question["tipo"]:
            case "si_no":
                return self.random.choice(("yes", "no"))
            case "una":
                return self.random.choice(question["opciones"])["id"]
            case "varias":
                return self._marks(question)
            case "numero":
                return self.random.choice(amounts(question))
            case "fecha":
                known = [Age(each) for each in (*ages(question), 0, -1, 120)]
                return self.random.choice([*known, *(["none"] if "sin_fecha" in question else [])])
            case "texto":
                return "Un texto con <signos>, {llaves} y ñ."
        return {"status": self.random.choice(("attached", "attached", "later", "none"))}

    def _marks(self, question: Node) -> list[str]:
        alone = [each["id"] for each in question["opciones"] if each.get("sola") == "sí"]
        if alone and self.random.random() < 0.1:
            return alone[:1]
        return self.random.sample(_together(question), self.random.choice(counts(question)))

    def _sheet(self, profile: str, recipe: dict[str, Any]) -> AnswerSheet:
        as_of = f"{self.random.randint(2020, 2032)}-{self.random.randint(1, 12):02}"
        return AnswerSheet(profile, as_of, _dated(recipe, as_of))


@cache
def _reachable(sizes: tuple[int, ...], unit: int) -> frozenset[int]:
    """Every sum of the dimensions' half points, in parts of which `2 * unit` are a whole dimension."""
    sums = {0}
    for size in sizes:
        sums = {each + halves * unit // size for each in sums for halves in range(2 * size + 1)}
    return frozenset(sums)


def _nearest(sums: frozenset[int], edge: Fraction, side: int) -> int:
    if side < 0:
        return max(each for each in sums if each < edge)
    return min(each for each in sums if each > edge) if side else next(each for each in sums if each == edge)


def _halves(group: list[Node], edge: Fraction, side: int) -> int | None:
    """The half points nearest to that share of a dimension; None where its essential criteria alone bring more."""
    at = edge * 2 * len(group)
    halves = ceil(at) - 1 if side < 0 else floor(at) + 1 if side else int(at)
    essential = sum(2 for each in group if each["esencial"] == "sí")
    return halves if halves >= essential - bool(essential) and (side or halves == at) else None


def _dated(recipe: dict[str, Any], as_of: str) -> dict[str, Any]:
    return {id: said.before(as_of) if isinstance(said, Age) else said for id, said in recipe.items()}


def many(edition: Edition, seed: int, plain: int, at_edges: int) -> Iterator[AnswerSheet]:
    """So many sheets with anything, and so many at each side of each edge."""
    sheets = Sheets(edition, Random(seed))
    edges = [each["desde"] for each in edition.settings["bandas"] if "desde" in each]
    for _ in range(plain):
        yield sheets.anything()
    for _ in range(at_edges):
        for edge in edges:
            for side in (-1, 0, 1) if edge else (0, 1):
                yield sheets.with_index(edge, side)
        for side in (-1, 0, 1):
            yield sheets.with_dimension(edition.settings["lista_para_evaluacion"]["indice_de_cada_dimension"], side)
        for partly in (0, 1, 2):
            yield sheets.nearly_ready(partly)
