"""After three days in vain an errand is given up, and its person is told."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.deliveries.running import Deliveries
from bot.dialogue.errands import FetchFile, FileSheet
from bot.dialogue.events import NotFetched
from bot.dialogue.upkeep import MonthSheet, MunicipalSheet
from bot.memory import errands
from bot.memory.spool import Spool
from bot.memory.tables import inbox
from bot.memory.writing import read_outcome
from content.months import Month
from tests.contract.conftest import Office

FOUR_DAYS = 4 * 24 * 3600.0
SHEET = MunicipalSheet("13125", "Quilicura", MonthSheet(Month(2026, 10), 40))


@pytest.mark.parametrize("errand", [FetchFile("7:1", "F"), FileSheet("7:1", SHEET)], ids=["file", "sheet"])
@pytest.mark.parametrize("age", [0.0, FOUR_DAYS], ids=["new", "old"])
async def test_a_file_that_cannot_be_kept(office: Office, tmp_path: Path, errand: FetchFile | FileSheet, age: float) -> None:
    (tmp_path / "spool").write_text("where the folder should be", encoding="utf-8")
    office.files["F"] = b"%PDF-1.7"
    memory, told, stop = office.courier.memory, asyncio.Event(), asyncio.Event()
    assert office.courier.spool == Spool(tmp_path / "spool")
    await memory.do(errands.add, errand, "7", "13125", 0.0)
    deliveries = Deliveries(memory, office.courier, told.set, clock=lambda: age)
    running = asyncio.create_task(deliveries.run(stop))
    try:
        await asyncio.wait_for(told.wait(), 30 if age else 1)
    except TimeoutError:
        assert not age
    stop.set()
    deliveries.wake.set()
    await running
    rows = await memory.do(lambda connection: connection.execute(select(inbox.c.body)).scalars().all())
    assert [read_outcome(row)[0] for row in rows] == ([NotFetched("7:1", "gone")] if age else [])
