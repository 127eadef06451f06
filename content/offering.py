"""Which doors to knock on: at most three services that fit, best first, out of all that the directory knows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import product

from content.directory import Communes
from content.fitting import Fitting
from content.local_services import Category, LocalService, Papers, ServiceStatus

MOST = 3
KEY = 13
"""So many characters of an id name a service in a button."""
STALE_AFTER = timedelta(days=180)
DOUBTED_FROM = 3
_SHOWN = {ServiceStatus.ACTIVE, ServiceStatus.CLOSED_FOR_A_WHILE}


@dataclass(frozen=True, slots=True)
class Offer:
    """What to show. `nearby` is of the nearest municipality that has one, where the commune that was named has none."""

    services: tuple[LocalService, ...]
    nearby: LocalService | None = None


NOTHING_FITS = Fitting(())


class Directory:
    """Every service that can be shown, by what it is about and where. Never changes: a newer one takes its place."""

    def __init__(self, services: Iterable[LocalService], communes: Communes, fitting: Fitting = NOTHING_FITS) -> None:
        self._communes, self.fitting = communes, fitting
        self._by_key = {each.id[:KEY]: each for each in services if each.status in _SHOWN}
        self._about: dict[tuple[Category, str | None], list[LocalService]] = defaultdict(list)
        for each in self._by_key.values():
            for category in each.categories:
                self._about[category, each.commune].append(each)

    def __len__(self) -> int:
        return len(self._by_key)

    def of(self, id: str) -> LocalService | None:
        """The service of that id, or of its first KEY characters; None for one that is gone."""
        return self._by_key.get(id[:KEY])

    def of_municipality(self, cut: str) -> tuple[LocalService, ...]:
        """What the municipality of that CUT gives, by name."""
        return tuple(sorted((each for each in self._by_key.values() if each.commune == cut), key=lambda each: each.name))

    def about(self, category: Category, commune: str | None) -> bool:
        """Whether there is anything for it."""
        return bool(self._about.get((category, commune)))

    def offer(
        self, categories: Sequence[Category], commune: str | None, today: date, fit: Mapping[str, float] | None = None
    ) -> Offer:
        """For these categories, the likeliest first. `commune` is a CUT or None; `fit`: how well a service answers the words."""
        found: dict[str, LocalService] = {}
        for category, place in product(categories, dict.fromkeys((commune, None))):
            listed = self._about.get((category, place), [])
            for each in sorted(listed, key=partial(self._rank, category, today, fit or {})):
                found.setdefault(each.id, each)
        nearby = None
        if commune is not None and not any(each.commune for each in found.values()):
            nearby = self._nearby(categories[:1], commune)
        return Offer(tuple(found.values())[: MOST - (nearby is not None)], nearby)

    def _nearby(self, categories: Sequence[Category], cut: str) -> LocalService | None:
        """Of the same province, else of the same region: the municipality with the most people, which has the most to give."""
        here = self._communes.of(cut)
        there = [
            (other.province != here.province, -other.population, service)
            for category in categories
            for other in self._communes.all()
            if other.region == here.region
            for service in self._about.get((category, other.cut), ())
        ]
        return min(there, key=lambda each: each[:2])[2] if there else None

    def _rank(
        self, category: Category, today: date, fit: Mapping[str, float], service: LocalService
    ) -> tuple[float | bool | int | str, ...]:
        return (
            -fit.get(service.id, 0.0),
            service.categories[0] is not category,
            service.papers is not Papers.ANY,
            service.status is not ServiceStatus.ACTIVE,
            is_doubted(service),
            service.is_example,
            is_stale(service, today),
            self.fitting.order.get(service.id, 0),
            service.name,
        )


def is_stale(service: LocalService, today: date) -> bool:
    """Whether nobody has confirmed it of late: never, more than 180 days ago, or it has expired."""
    checked = service.checked
    expired = checked.expires_on is not None and checked.expires_on <= today
    return expired or checked.on is None or today - checked.on > STALE_AFTER


def is_doubted(service: LocalService) -> bool:
    """Whether enough people said that it is wrong for the card to say so."""
    return service.doubts >= DOUBTED_FROM
