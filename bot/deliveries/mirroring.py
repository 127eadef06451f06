"""The directory as the api has it, kept here too: a question never leaves this program, and is answered while the api is away."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import structlog
from pydantic import BaseModel, ValidationError

from api.contract import ServiceTold
from bot.backend import ApiAway, ApiRefused, Backend
from bot.dialogue.turn import Content
from content.local_services import (
    Category,
    Checked,
    Hours,
    LocalService,
    Organization,
    Papers,
    Phone,
    ServiceStatus,
    Spot,
)
from content.offering import Directory

_EVERY = 60.0
# Changes are asked for from a little before the last time: the two clocks may differ.
_OVERLAP = timedelta(minutes=5)
_WORTH_SAYING = timedelta(minutes=10)
_log = structlog.get_logger()


class _Snapshot(BaseModel):
    at: datetime
    services: list[ServiceTold]


@dataclass(slots=True)
class Mirror:
    """Follows the directory; `content` is always the newest. What is known is also in a file, for the next start."""

    backend: Backend
    file: Path
    content: Content
    _services: dict[str, ServiceTold] = field(default_factory=dict)
    _at: datetime | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Begins with the file, and asks the api now and every minute until `stop` is set."""
        await asyncio.to_thread(self.begin)
        while not stop.is_set():
            await self.refresh()
            try:
                await asyncio.wait_for(stop.wait(), _EVERY)
            except TimeoutError:
                continue

    async def refresh(self) -> None:
        """What changed since the last time; where the api does not answer, what is known stays and says how old it is."""
        now = datetime.now(UTC)
        since = self._at - _OVERLAP if self._at else None
        try:
            changed = [each async for each in self.backend.services(since)]
        except (ApiAway, ApiRefused) as error:
            _log.warning("directory_not_reached", reason=type(error).__name__)
            is_old = self._at is None or now - self._at > _WORTH_SAYING
            self.content = replace(self.content, directory_as_of=self._at if is_old else None)
            return
        self._at, is_new = now, any(self._services.get(each.id) != each for each in changed)
        self._services |= {each.id: each for each in changed}
        self.content = replace(self.content, directory_as_of=None)
        if is_new:
            await asyncio.to_thread(self._keep)

    def begin(self) -> None:
        """Takes up what was known when the program last ran, until the api answers."""
        try:
            kept = _Snapshot.model_validate_json(self.file.read_bytes())
        except (OSError, ValidationError):
            return  # the first start, or another version's file: the programme's own services stand in
        self._at, self._services = kept.at, {each.id: each for each in kept.services}
        self._show()

    def _keep(self) -> None:
        self._show()
        self.file.parent.mkdir(parents=True, exist_ok=True)
        written = self.file.with_suffix(".new")
        written.write_text(_Snapshot(at=self._at or datetime.now(UTC), services=list(self._services.values())).model_dump_json())
        written.replace(self.file)

    def _show(self) -> None:
        known = self.content
        self.content = replace(
            known, directory=Directory(read_told(self._services.values()), known.communes, known.directory.fitting)
        )


def read_told(services: Iterable[ServiceTold]) -> Iterable[LocalService]:
    """The services that the api told of, as the conversation knows them."""
    return map(_service, services)


def _service(told: ServiceTold) -> LocalService:
    return LocalService(
        id=told.id,
        name=told.name.text,
        organization=Organization(told.organization.id, told.organization.name, told.organization.commune),
        description=told.description.text,
        categories=tuple(map(Category, told.categories)),
        commune=told.commune,
        papers=Papers(told.papers),
        who_may_use=told.who_may_use.text,
        checked=Checked(told.checked.source, told.checked.on, told.checked.by, told.checked.expires_on),
        bring=tuple(each.text for each in told.bring),
        cost=told.cost.text,
        how=told.how.text,
        spots=tuple(Spot(each.address, each.commune, each.latitude, each.longitude) for each in told.spots),
        hours=tuple(Hours(tuple(each.weekdays), each.opens, each.closes) for each in told.hours),
        phones=tuple(Phone(each.number, each.note) for each in told.phones),
        languages=tuple(told.languages),
        web=told.web,
        status=ServiceStatus(told.status),
        alert=told.alert.text,
        is_example=told.example,
        doubts=told.doubts,
    )
