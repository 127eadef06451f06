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
from bot.telegram.room.translating import Engine, Translation, marked
from content.wording import Wording
from tests.telegram.office import Office, running_api, until

PERSON = "a" * 16


@dataclass(frozen=True, slots=True)
class Backwards:
    """An engine of a kind."""

    async def translate(self, text: str, source: str, target: str) -> str | None:
        return f"{source}>{target}: {text[::-1]}"


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> Engine | None:
    """The machine in the office."""
    return Backwards() if getattr(request, "param", "off") == "on" else None


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


def begun_in_creole(office: Office) -> int:
    """Jean asks in his language; the topic of the case."""
    office.jean.say("/idioma ht")
    office.jean.say("/persona")
    office.jean.say("Bonjou")
    return office.topic_with("Bonjou")


def machine_words(office: Office, topic: int) -> list[str]:
    """Whatever a machine said on either side."""
    marks = ("Traducción automática, sin revisar:", "Tradiksyon otomatik, san revizyon:")
    said = [*office.texts(topic), *(screen.text for screen in office.jean.screens())]
    return [text for text in said if any(mark in text for mark in marks)]


@pytest.mark.parametrize("engine", ["on"], indirect=True)
def test_a_machine_translates_both_sides_marked_below_the_original_and_again_when_it_changes(office: Office) -> None:
    topic = begun_in_creole(office)
    until(lambda: "Traducción automática, sin revisar:\nht>es: uojnoB" in office.texts(topic))
    written = office.jean.say("Mèsi")
    until(lambda: any("ht>es: isèM" in text for text in office.texts(topic)))
    office.jean.edit(written, "Orevwa")
    until(lambda: any("ht>es: awverO" in text for text in office.texts(topic)))

    office.reply(topic, "// SECRETO")
    answer = office.reply(topic, "Hola")
    office.heard("Hola")
    assert office.heard("es>ht: aloH")["text"].startswith("Tradiksyon otomatik, san revizyon:")
    office.sofia.edit(answer, "Venga", chat=office.group.id)
    office.heard("es>ht: agneV")
    assert len(machine_words(office, topic)) == 5
    assert not any("OTERCES" in text for text in machine_words(office, topic))


@pytest.mark.parametrize("engine", ["on"], indirect=True)
def test_a_long_translation_comes_to_staff_whole(office: Office) -> None:
    topic = begun_in_creole(office)
    office.jean.say("😀" * 2040)
    until(lambda: sum(text.count("😀") for text in office.texts(topic)) == 2 * 2040)


def test_no_machine_says_anything_unless_one_is_plugged_in(office: Office) -> None:
    topic = begun_in_creole(office)
    office.reply(topic, "Hola")
    office.heard("Hola")
    office.jean.say("Mèsi")
    until(lambda: "Mèsi" in office.texts(topic))
    assert machine_words(office, topic) == []
