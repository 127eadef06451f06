"""Keeping services right, from the bot to the real api: doubts and counts."""

from uuid import uuid4

import pytest

from api.contract import ServiceWritten
from api.directory import doubting, records
from bot.dialogue.errands import DoubtService
from tests.api.services import service
from tests.contract.conftest import Office


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
