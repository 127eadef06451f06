"""What has served its time goes, and what is forgotten is not to be found in any corner."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select, update

from bot.dialogue.case_events import MarkInherited
from bot.dialogue.dossier import Author, Dossier, Member, PieceState
from bot.dialogue.errands import ForgetPerson
from bot.dialogue.person import Person
from bot.memory import dossiers, errands, forgetting, inbox, outbox, people
from bot.memory.database import Memory, empty_log, is_sqlite
from bot.memory.outbox import Kind, Living, Message, Reply
from bot.memory.spool import Spool
from bot.memory.tables import inbox as inbox_table
from bot.memory.tables import living
from bot.memory.tidying import Tidying
from bot.memory.writing import read_outcome
from content.help import Kept, Retention
from tests.memory.conftest import Desk, message
from tests.memory.test_dossiers import FULL

NUMBER = "700700"
ANA = Author(NUMBER, "Ana Soto", "Encargada")
DAY = 86400.0


def a_day() -> Mapping[Kept, Retention]:
    return {kept: Retention(timedelta(days=1), None, "") for kept in Kept}


def tidied(memory: Memory, folder: Path) -> None:
    async def once() -> None:
        stop = asyncio.Event()
        asyncio.get_running_loop().call_later(0.5, stop.set)
        await Tidying(memory, Spool(folder), a_day()).run(stop)

    asyncio.run(once())


def test_a_forgotten_chat_is_not_to_be_read_from_the_names_of_its_files(desk: Desk) -> None:
    kept, coming = (replace(each, by=ANA) for each in FULL.pieces[:2])
    kept, coming = replace(kept, id=f"{NUMBER}:1"), replace(coming, id=f"{NUMBER}:2", state=PieceState.COMING)
    desk.do(dossiers.save, None, replace(FULL, pieces=(kept, coming)))
    desk.do(forgetting.forget, NUMBER)
    left = {piece.state: piece for piece in desk.do(dossiers.load, FULL.key)[FULL.key].pieces}
    assert NUMBER not in left[PieceState.KEPT].id
    assert left[PieceState.KEPT].sha256 == kept.sha256
    assert left[PieceState.COMING].id == coming.id  # whoever brings it must still find its place


def test_whoever_stayed_away_too_long_is_forgotten_with_their_screen(desk: Desk, tmp_path: Path) -> None:
    desk.do(people.save, None, Person(NUMBER, "es"), 0.0)
    desk.do(outbox.add, Reply(NUMBER, (Message(Kind.SCREEN, "hola"),), 0.0))
    waiting, _ = desk.do(outbox.next_of, NUMBER) or (None, None)
    assert waiting is not None
    desk.do(outbox.sent, [(waiting, Living(5))])
    tidied(desk.memory, tmp_path)
    assert desk.do(people.load, NUMBER) is None
    assert desk.rows(select(living)) == []
    assert [job.errand for job in desk.do(errands.claim, time.time(), 10)] == [ForgetPerson(NUMBER)]


def test_the_heir_of_a_focal_point_who_stayed_away_hears_of_it(desk: Desk, tmp_path: Path) -> None:
    since = datetime(2024, 5, 1, tzinfo=UTC)
    team = [Member(NUMBER, "Ana Soto", "Encargada", since, focal_point=True)]
    team += [Member(each, each, "Abogada", since + timedelta(days=int(each))) for each in ("9", "8")]
    for person in (NUMBER, "9"):
        desk.do(people.save, None, Person(person, "es"), 0.0)
    desk.do(people.save, None, Person("8", "es"), time.time())
    desk.do(dossiers.save, None, Dossier("13125", "1", members=tuple(team)))
    desk.do(dossiers.save, None, Dossier("13101", "1", members=(team[0],)))  # nobody is left to inherit it
    tidied(desk.memory, tmp_path)
    told = desk.rows(select(inbox_table.c.body).where(inbox_table.c.lane == "8"))
    assert [read_outcome(body) for body in told] == [(MarkInherited("13125"), "")]


def test_what_was_put_aside_does_not_stay_for_ever(desk: Desk) -> None:
    desk.arrive(message(1, 7, "a secret"), message(2, 7, "waits"))
    desk.do(lambda connection: connection.execute(update(inbox_table).where(inbox_table.c.update_id == 1).values(parked=True)))
    desk.do(inbox.drop_parked, desk.clock() - DAY)
    assert sorted(desk.rows(select(inbox_table.c.update_id))) == [1, 2]
    desk.do(inbox.drop_parked, desk.clock() + DAY)
    assert desk.rows(select(inbox_table.c.update_id)) == [2]


def test_nothing_deleted_is_left_in_the_files(desk: Desk) -> None:
    if not is_sqlite(desk.memory.engine):
        return
    desk.do(people.save, None, Person("clandestine-77", "es"), 0.0)
    desk.do(forgetting.forget, "clandestine-77")
    file = Path(str(desk.memory.engine.url.database))
    files = [file, file.with_name(f"{file.name}-wal")]
    assert any(b"clandestine-77" in each.read_bytes() for each in files if each.exists())
    empty_log(desk.memory.engine)
    assert not any(b"clandestine-77" in each.read_bytes() for each in files if each.exists())
