"""The bot's mirror of the directory, before the real api and without it."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import httpx2
import time_machine

from api.contract import ServiceWritten
from api.directory import records
from api.directory.seeding import seed, written
from bot.backend import Backend
from bot.deliveries.mirroring import Mirror
from bot.dialogue.turn import Content
from content.local_services import Category, LocalService, identifier
from content.offering import Directory
from content.reading import read_services
from tests.contract.conftest import Office

NOBODY = Backend(httpx2.AsyncClient(base_url="http://127.0.0.1:9"))


def _mirror(office: Office, content: Content, folder: Path) -> Mirror:
    return Mirror(office.courier.backend, folder / "directorio.json", replace(content, directory=Directory((), content.communes)))


def _seed(office: Office, *services: LocalService) -> None:
    with office.database.transaction() as session:
        seed(session, services)


async def test_what_the_api_has_is_what_is_offered(office: Office, content: Content, tmp_path: Path) -> None:
    services = read_services()
    _seed(office, *services)
    mirror = _mirror(office, content, tmp_path)
    await mirror.refresh()
    assert [mirror.content.directory.of(each.id) for each in services] == [replace(each, keywords=()) for each in services]
    assert mirror.content.directory_as_of is None


async def test_a_change_comes_with_the_next_look(office: Office, content: Content, tmp_path: Path) -> None:
    first, second = read_services()[:2]
    _seed(office, first, second)
    mirror = _mirror(office, content, tmp_path)
    await mirror.refresh()
    _seed(office, replace(first, cost="Cuesta $ 500."))
    await mirror.refresh()
    found = mirror.content.directory.of(first.id)
    assert found is not None
    assert found.cost == "Cuesta $ 500."
    assert mirror.content.directory.of(second.id) == replace(second, keywords=())


async def test_while_the_api_is_away_the_last_known_answers_and_says_since_when(
    office: Office, content: Content, tmp_path: Path
) -> None:
    service = read_services()[0]
    _seed(office, service)
    mirror = _mirror(office, content, tmp_path)
    known = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
    with time_machine.travel(known, tick=False):
        await mirror.refresh()
    mirror.backend = NOBODY
    with time_machine.travel(known.replace(minute=5), tick=False):
        await mirror.refresh()
    assert mirror.content.directory_as_of is None  # a few minutes are not worth a word
    with time_machine.travel(known.replace(hour=13), tick=False):
        await mirror.refresh()
    assert mirror.content.directory_as_of == known
    assert mirror.content.directory.of(service.id) == replace(service, keywords=())


async def test_the_next_start_begins_with_what_was_known(office: Office, content: Content, tmp_path: Path) -> None:
    service = read_services()[0]
    _seed(office, service)
    await _mirror(office, content, tmp_path).refresh()
    again = Mirror(NOBODY, tmp_path / "directorio.json", content)
    again.begin()
    await again.refresh()
    assert again.content.directory.of(service.id) == replace(service, keywords=())
    assert len(again.content.directory) == 1


async def test_a_file_of_another_version_is_no_obstacle(office: Office, content: Content, tmp_path: Path) -> None:
    (tmp_path / "directorio.json").write_text('{"at": "ayer", "services": [{"id": 7}]}')
    mirror = _mirror(office, content, tmp_path)
    mirror.begin()
    assert len(mirror.content.directory) == 0


async def test_many_pages_are_read(office: Office, content: Content, tmp_path: Path) -> None:
    one = written(read_services()[0]).model_dump(mode="json")
    for number in range(250):
        _add(office, number, one)
    mirror = _mirror(office, content, tmp_path)
    await mirror.refresh()
    assert len(mirror.content.directory) == 250
    assert mirror.content.directory.about(Category(one["categories"][0]), None)


def _add(office: Office, number: int, one: dict[str, object]) -> None:
    with office.database.transaction() as session:
        service = ServiceWritten.model_validate({**one, "name": f"Servicio {number}"}, strict=False)
        records.keep(session, identifier("de prueba", str(number)), service, "added", "prueba")
