"""Keeping services right, from the bot to the real api: doubts, proposals, counts, and asking whether they still hold."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
import time_machine
from sqlalchemy import Connection

from api import members
from api.contract import ServiceWritten
from api.directory import counting, doubting, proposing, records
from bot.deliveries.looking_after import LookingAfter
from bot.deliveries.mirroring import Mirror
from bot.dialogue.dossier import Dossier, Member
from bot.dialogue.errands import CountQuestion, DoubtService, ProposeService
from bot.dialogue.proposals import Change, ProposalKind
from bot.dialogue.turn import Content
from bot.dialogue.upkeep import MonthSheet
from bot.dialogue.upkeep_events import NotProposed, ProposalDecided, StillRight
from bot.memory import counts, inbox, secrets
from bot.memory.writing import read_outcome
from content.calendar_words import CHILE
from content.local_services import Hours
from content.months import Month
from tests.api.services import SAN_ANTONIO, service
from tests.contract.conftest import Office

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def id(office: Office) -> str:
    """A service of San Antonio."""
    with office.database.transaction() as session:
        written = ServiceWritten.model_validate(service())
        return records.keep(session, str(uuid4()), written, "added", "prueba").id


async def test_a_doubt_arrives_once_and_of_nobody(office: Office, id: str) -> None:
    key = str(uuid4())
    for _ in range(2):
        assert await office.deliver(DoubtService(id, "ht", "ya no atienden"), lane="", id=key) is None
    with office.database.look() as session:
        (kept,) = doubting.unsettled(session)
    assert (kept.service, kept.language, kept.words) == (id, "ht", "ya no atienden")


async def test_a_doubt_about_what_is_gone_is_let_go(office: Office) -> None:
    assert await office.deliver(DoubtService(str(uuid4()), "ht"), lane="") is None


@pytest.fixture
async def looking_after(office: Office, content: Content, tmp_path: Path) -> LookingAfter:
    courier = office.courier
    mirror = Mirror(courier.backend, tmp_path / "directorio.json", content)
    return LookingAfter(courier.memory, courier.backend, mirror, lambda: None)


@pytest.fixture
async def ana(office: Office) -> str:
    """The focal point of San Antonio."""
    alias = await office.courier.memory.do(secrets.alias, "7")
    with office.database.transaction() as session:
        members.join(session, alias, SAN_ANTONIO, None, None)
    await office.keep(Dossier(SAN_ANTONIO, "0.1.0", members=(Member("7", "Ana", "DIDECO", NOON, focal_point=True),)))
    return alias


def _edit(id: str, **change: object) -> ProposeService:
    return ProposeService(ProposalKind.EDITED, SAN_ANTONIO, id, "Ana, DIDECO", Change(**change))  # type: ignore[arg-type]


async def _outcomes(office: Office) -> list[object]:
    def claim(connection: Connection) -> object | None:
        claimed = inbox.claim(connection, ())
        if claimed is None:
            return None
        inbox.handled(connection, claimed, 0.0)
        return read_outcome(claimed.body)[0]

    found = []
    while (one := await office.courier.memory.do(claim)) is not None:
        found.append(one)
    return found


async def test_a_change_waits_and_its_author_is_told_once(
    office: Office, looking_after: LookingAfter, ana: str, id: str, content: Content
) -> None:
    hours = (Hours((0,), time(9), time(12)),)
    assert await office.deliver(_edit(id, hours=hours)) is None
    await office.deliver(DoubtService(id, "es", "cambió el horario"), lane="")
    await looking_after.look()
    upkeep = looking_after.mirror.content.upkeep
    assert (upkeep.waiting, upkeep.doubts) == (frozenset({id}), {id: ("cambió el horario",)})
    with office.database.transaction() as session:
        (waiting,) = proposing.listed(session, "waiting", None)
        assert waiting.id is not None
        proposing.decide(session, waiting.id, content.communes.of, approves=True, reason="")
    for _ in range(2):
        await looking_after.look()
    decided = [each for each in await _outcomes(office) if each != StillRight()]
    assert decided == [ProposalDecided("Programa Migrantes", approved=True)]
    assert looking_after.mirror.content.upkeep.doubts == {}


async def test_who_does_not_belong_there_proposes_nothing(office: Office, id: str) -> None:
    assert await office.deliver(_edit(id, status="defunct"), lane="9") == NotProposed()


async def test_what_is_confirmed_is_so_and_nobody_is_told(office: Office, looking_after: LookingAfter, ana: str, id: str) -> None:
    confirmed = ProposeService(ProposalKind.CONFIRMED, SAN_ANTONIO, id, "Ana, DIDECO", Change())
    assert await office.deliver(confirmed) is None
    await looking_after.look()
    with office.database.look() as session:
        assert '"by":"Municipalidad de San Antonio"' in records.find(session, id).document
    assert set(await _outcomes(office)) <= {StillRight()}


async def test_the_focal_point_is_asked_about_what_nobody_confirmed(
    office: Office, looking_after: LookingAfter, ana: str, id: str
) -> None:
    await looking_after.mirror.refresh()
    with time_machine.travel(NOON + timedelta(days=6), tick=False):
        await looking_after.look()
    assert await _outcomes(office) == []  # she has only just begun with the dossier
    with time_machine.travel(NOON + timedelta(days=7), tick=False):
        for _ in range(2):
            await looking_after.look()
    assert await _outcomes(office) == [StillRight()]


async def test_counts_are_handed_over_once_and_come_back_from_five(office: Office, looking_after: LookingAfter) -> None:
    last_month = str(Month.of(datetime.now(CHILE).date()).plus(-1))
    asked = CountQuestion(last_month, SAN_ANTONIO, "HEALTH", "ht", "none", ("médico", "Wislandia"))
    for _ in range(4):
        await office.courier.memory.do(counts.add, asked)
    await looking_after.look()
    assert looking_after.mirror.content.upkeep.sheets == {}
    await office.courier.memory.do(counts.add, asked)
    for _ in range(2):
        await looking_after.look()
    sheet = MonthSheet(Month.read(last_month), 5, 5, (("ht", 5),), (("HEALTH", 5),), (("médico", 5),))
    assert looking_after.mirror.content.upkeep.sheets == {SAN_ANTONIO: sheet}
    with office.database.look() as session:
        assert [each.asked for each in counting.sheets(session, last_month, None)] == [5]
        assert [(each.term, each.number) for each in counting.terms(session, last_month)] == [("médico", 5)]


async def test_while_the_api_is_away_what_was_counted_waits(office: Office, looking_after: LookingAfter) -> None:
    asked = CountQuestion("2026-10", SAN_ANTONIO, "", "es", "unsure", ("arriendo",))
    await office.courier.memory.do(counts.add, asked)
    first = await office.courier.memory.do(counts.seal, "lote-1")
    await office.courier.memory.do(counts.add, asked)
    assert await office.courier.memory.do(counts.seal, "lote-2") == first
    await office.courier.memory.do(counts.sent, "lote-1")
    batch = await office.courier.memory.do(counts.seal, "lote-2")
    assert (batch.name, [each.number for each in batch.tallies]) == ("lote-2", [1])
    assert [(each.term, each.number) for each in batch.terms] == [("arriendo", 1)]
