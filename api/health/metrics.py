"""What is counted, for Prometheus: by route template, so that no address with a code or a person in it is kept."""

from collections.abc import Callable, Iterator, Mapping

from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector


class Kept(Collector):
    """Pre-applications by profile, counted in the database whenever it is asked."""

    def __init__(self, count: Callable[[], Mapping[str, int]]) -> None:
        self._count = count

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The one gauge."""
        gauge = GaugeMetricFamily("sello_pre_applications", "Pre-applications kept, by profile", labels=["profile"])
        for profile, number in self._count().items():
            gauge.add_metric([profile], number)
        yield gauge

    def describe(self) -> Iterator[GaugeMetricFamily]:
        """Its name, without asking the database."""
        yield GaugeMetricFamily("sello_pre_applications", "Pre-applications kept, by profile", labels=["profile"])


class Metrics:
    """One registry for one application."""

    def __init__(self, count: Callable[[], Mapping[str, int]]) -> None:
        self.registry = CollectorRegistry()
        self.registry.register(Kept(count))
        labels = ["method", "route"]
        self._requests = Counter("sello_api_requests", "Requests", [*labels, "status"], registry=self.registry)
        self._seconds = Histogram("sello_api_request_seconds", "Time to the end of the answer", labels, registry=self.registry)

    def add(self, method: str, route: str, status: int, seconds: float) -> None:
        """Counts one request."""
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(method, route).observe(seconds)
