"""Phrases as staff write them: `niña/niño`, `{familia}`, `palabra*`, `palabra?`, `…` and ` + `."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from content.hearing import plain, words_in
from content.phrases import ALONE, Part, Phrase, Run, Step
from content.reading.complaints import Complaints, Spot

Groups = Mapping[str, tuple[Run, ...]]
_GAP = "…"


class PhraseReader:
    """Reads the phrases of one file; parts that are written alike are the same."""

    def __init__(self, groups: Groups, complaints: Complaints) -> None:
        self._groups, self._complaints = groups, complaints
        self._parts: dict[str, Part] = {}

    def phrase(self, spot: Spot, written: str) -> Phrase:
        """A phrase; with a complaint where it says nothing."""
        parts = tuple(self._part(spot, " ".join(each.split())) for each in written.split("+"))
        return (_alone(parts[0]),) if len(parts) == 1 and len(parts[0].steps) == 1 else parts

    def _part(self, spot: Spot, written: str) -> Part:
        if written not in self._parts:
            steps = tuple(self._steps(spot, written))
            if not steps or steps[0].optional:
                what = f"«{written}» no comienza con una palabra." if written else "Falta una palabra junto a «+»."
                self._complaints.add(spot, what, "Escriba al comienzo una palabra que no lleve «?».")
                steps = (Step({"": ()}),)
            self._parts[written] = Part(steps)
        return self._parts[written]

    def _steps(self, spot: Spot, written: str) -> Iterator[Step]:
        gap = False
        for item in written.split():
            if item == _GAP:
                gap = True
                continue
            runs = self._runs(spot, item.removesuffix("?"))
            if runs:
                yield Step(_by_first(runs), optional=item.endswith("?"), gap=gap)
            gap = False
        if gap:
            self._complaints.add(spot, f"«{written}» termina en «…».", "Escriba después la palabra que se espera, o quítelo.")

    def _runs(self, spot: Spot, item: str) -> tuple[Run, ...]:
        return tuple(run for each in item.split("/") for run in self._alternative(spot, each))

    def _alternative(self, spot: Spot, written: str) -> Iterable[Run]:
        if not (written.startswith("{") and written.endswith("}")):
            return read_run(spot, written, self._complaints)
        name = written[1:-1]
        if name not in self._groups:
            self._complaints.unknown(spot, f"No hay un grupo «{name}».", name, self._groups)
        return self._groups.get(name, ())


def read_run(spot: Spot, written: str, complaints: Complaints) -> Iterator[Run]:
    """Words one after the other; a complaint, and none, where there is no word."""
    words = _words(written)
    if not words:
        complaints.add(spot, f"«{written}» no tiene palabras.", "Escriba una palabra o quítelo.")
        return
    if any(sign in written.rstrip("*") for sign in "*{}?…+/"):
        complaints.add(
            spot, f"«{written}» tiene un signo que no va ahí.", "Revise cómo se escriben las frases en CÓMO-EDITAR.md."
        )
    if written.endswith("*"):
        if len(words[-1]) < 3:
            complaints.add(spot, f"«{written}» es muy corto para llevar «*».", "Escriba al menos tres letras antes.")
        words = (*words[:-1], f"{words[-1]}*")
    yield words


@cache
def _words(written: str) -> Run:  # the same words stand in phrase after phrase
    return tuple(each.folded for each in words_in(plain(written)))


def _alone(part: Part) -> Part:
    runs = [run for runs in part.steps[0].runs.values() for run in runs]
    return Part((Step(_by_first(tuple((ALONE + run[0],) if len(run) == 1 else run for run in runs))),))


def _by_first(runs: tuple[Run, ...]) -> Mapping[str, tuple[Run, ...]]:
    sorted_out: dict[str, list[Run]] = defaultdict(list)
    for run in runs:
        sorted_out[run[0]].append(run)
    return {first: tuple(all) for first, all in sorted_out.items()}
