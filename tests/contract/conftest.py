"""The bot's side of the wire before the real api, in process."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import httpx2
import pytest

from api import tokens
from api.app import create_app
from api.database import Database
from api.invitations import records
from api.settings import Settings
from bot.backend import Backend
from bot.deliveries.asking import Asking
from bot.deliveries.delivering import Courier
from bot.dialogue.dossier import Dossier
from bot.dialogue.events import NotFetched, Outcome
from bot.dialogue.turn import Content
from bot.memory import dossiers, errands
from bot.memory.database import Memory
from bot.memory.errands import Job
from bot.memory.spool import Spool
from bot.memory.writing import StoredErrand
from bot.telegram.room.support_room import NoRoom
from tests import read, tables


@pytest.fixture(scope="session")
def content() -> Content:
    return read.content()


@dataclass(slots=True)
class Office:
    """A courier with an api behind it; `files` is what Telegram gives."""

    courier: Courier
    database: Database
    files: dict[str, bytes | NotFetched] = field(default_factory=dict)

    async def deliver(self, errand: StoredErrand, lane: str = "7", dossier: str = "13125", id: str = "") -> Outcome | None:
        return await self.courier.deliver(Job(id or str(uuid4()), errand, lane, dossier, 1, 0.0))

    async def waiting(self) -> list[StoredErrand]:
        return [job.errand for job in await self.courier.memory.do(errands.claim, 2e10, 50)]

    def invitation(self, uses: int = 1, days: int = 7) -> str:
        with self.database.transaction() as session:
            return records.invite(session, "13125", None, uses=uses, days=days, bot=None).start

    async def keep(self, dossier: Dossier) -> None:
        before = (await self.courier.memory.do(dossiers.load, dossier.key)).get(dossier.key)
        await self.courier.memory.do(dossiers.save, before, dossier)


@pytest.fixture
async def office(tmp_path: Path, content: Content) -> AsyncIterator[Office]:
    url = tables.in_a_file(tables.of_the_api, tmp_path / "api.sqlite3")
    settings = Settings(_env_file=None, api_database_url=url, evidence_dir=tmp_path / "evidence")
    app = create_app(settings, read.library())
    database: Database = app.state.database
    with database.transaction() as session:
        token = tokens.create(session, "bot", "bot")
    memory = Memory(tables.in_a_file(tables.of_the_bot, tmp_path / "bot.sqlite3"))
    transport = httpx2.ASGITransport(app)
    headers = {"Authorization": f"Bearer {token}"}
    files: dict[str, bytes | NotFetched] = {}

    async def fetch(piece: str, file: str) -> bytes | NotFetched:
        return files[file]

    async with httpx2.AsyncClient(transport=transport, base_url="http://api", headers=headers) as client:
        backend = Backend(client)
        asking = Asking(memory, backend, NoRoom())
        courier = Courier(memory, backend, Spool(tmp_path / "spool"), fetch, content, "sello_bot", asking)
        yield Office(courier, database, files)
    memory.close()
    database.close()
