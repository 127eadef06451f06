"""The place for a translation engine: off unless one is given, and marked as a machine's when it is."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from api.contract import ByStaff, EntryRequest, EscalationRequest, FirstEntry
from api.library import Library
from bot.backend import ApiRefused, Backend
from bot.memory.cases import RoomCase
from bot.memory.relays import Relayed
from bot.telegram.room.translating import Translation, marked
from content.wording import Wording
from tests.telegram.office import running_api

PERSON = "a" * 16


@dataclass(frozen=True, slots=True)
class Backwards:
    """An engine of a kind."""

    async def translate(self, text: str, source: str, target: str) -> str | None:
        return f"{source}>{target}: {text[::-1]}"


@pytest.fixture
async def backend(tmp_path: Path, library: Library) -> AsyncIterator[Backend]:
    with running_api(tmp_path, library) as api:
        async with Backend.at(api.url, api.token) as backend:
            yield backend


async def test_words_go_both_ways_through_an_engine_and_are_marked(backend: Backend) -> None:
    request = EscalationRequest(kind="question", person=PERSON, hat="neighbour", language="ht", entry=FirstEntry(text="Bonjou"))
    opened = await backend.open_case("key-1", request)
    entry = (await backend.case(str(opened.id))).entries[0].id
    case = RoomCase(str(opened.id), opened.reference, "7", "neighbour", "question", "ht", "", "waiting")
    relayed = Relayed(7, 5, case.id, "", 0, False, entry, 0, 0, 0)
    assert await Translation(backend).of(case, relayed, for_person=False) is None
    assert await Translation(backend, Backwards()).of(case, relayed, for_person=False) == "ht>es: uojnoB"
    assert await Translation(backend, Backwards()).of(case, relayed, for_person=True) == "es>ht: uojnoB"
    shown = [Wording.load().word(line, "ht") for block in marked("x").blocks for line in block.lines]
    assert shown == ["Tradiksyon otomatik, san revizyon:", "x"]


async def test_a_role_is_asked_of_the_api_and_not_of_the_group(backend: Backend) -> None:
    request = EscalationRequest(kind="question", person=PERSON, hat="neighbour", language="es", entry=FirstEntry(text="Hola"))
    opened = await backend.open_case("key-1", request)
    with pytest.raises(ApiRefused, match="role-forbidden"):
        await backend.add_entry("key-2", str(opened.id), EntryRequest(kind="claimed", by=ByStaff(staff="b" * 16)))
