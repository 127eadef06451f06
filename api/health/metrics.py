"""What is counted, for Prometheus: by route template, so that no address with a code or a person in it is kept."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector


@dataclass(frozen=True, slots=True)
class Figures:
    """What is in the database: pre-applications by profile, open cases, and the longest wait in working time."""

    pre_applications: Mapping[str, int]
    waiting: int
    taken: int
    longest_wait: timedelta


class Kept(Collector):
    """What is in the database, counted whenever it is asked."""

    def __init__(self, count: Callable[[], Figures]) -> None:
        self._count = count

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Each gauge with its figures."""
        figures, (kept, cases, wait) = self._count(), self._gauges()
        for profile, number in figures.pre_applications.items():
            kept.add_metric([profile], number)
        cases.add_metric(["waiting"], figures.waiting)
        cases.add_metric(["taken"], figures.taken)
        wait.add_metric([], figures.longest_wait.total_seconds())
        return iter((kept, cases, wait))

    def describe(self) -> Iterator[GaugeMetricFamily]:
        """Their names, without asking the database."""
        return iter(self._gauges())

    def _gauges(self) -> tuple[GaugeMetricFamily, GaugeMetricFamily, GaugeMetricFamily]:
        return (
            GaugeMetricFamily("sello_pre_applications", "Pre-applications kept, by profile", labels=["profile"]),
            GaugeMetricFamily("sello_escalations_open", "Cases that are not closed, by state", labels=["state"]),
            GaugeMetricFamily(
                "sello_escalations_longest_wait_seconds", "Working time of the person who waits longest", labels=[]
            ),
        )


class Metrics:
    """One registry for one application."""

    def __init__(self, count: Callable[[], Figures]) -> None:
        self.registry = CollectorRegistry()
        self.registry.register(Kept(count))
        labels = ["method", "route"]
        self._requests = Counter("sello_api_requests", "Requests", [*labels, "status"], registry=self.registry)
        self._seconds = Histogram("sello_api_request_seconds", "Time to the end of the answer", labels, registry=self.registry)

    def add(self, method: str, route: str, status: int, seconds: float) -> None:
        """Counts one request."""
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(method, route).observe(seconds)
