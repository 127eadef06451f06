"""A thousand questions about services, and after an idle hour nothing that says who asked what, nor in which words."""

import asyncio
import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import httpx2
import pytest
import time_machine
from sqlalchemy import Engine

from api.directory.seeding import seed
from bot.dialogue.events import Place
from bot.dialogue.person import Membership, Standing
from bot.dialogue.person import Person as Known
from bot.memory import people
from bot.memory.database import Memory
from bot.memory.spool import Spool
from bot.memory.tidying import PASSING, Tidying
from bot.playground.person import Person, Playground
from content.languages import LANGUAGES
from content.reading import read_services
from tests import read
from tests.house.sources import ROOT
from tests.playground.waiting import eventually
from tests.telegram.conftest import Bot, StartBot
from tests.telegram.leavings import content_words, files, rows, terms_asked_for, words
from tests.telegram.office import RunningApi

QUESTIONS = 1000
CHATS = 36
OFFICIALS = 3
NAMES = ("Wislandia", "Jhoangelis", "Yuleisy", "Mackendy", "Kerlange", "Anyelimar")
SURNAMES = ("Vilbrunoël", "Mamanchura", "Quispealaya", "Zhengwumei", "Oliveiranto", "Dorvilusma")
SEED = 20261125


@dataclass(frozen=True)
class Neighbour:
    """Somebody who asks, and all that they ask."""

    person: Person
    name: str
    language: str
    questions: tuple[str, ...]


def _asked(language: str) -> Iterator[str]:
    """Questions as people write them, that nobody took from the programme's own texts."""
    files = sorted((ROOT / "tests/benchmarks/questions").glob(f"*.{language[:2]}.jsonl"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return cycle([json.loads(line)["text"] for line in lines])


def _unheard_of(chance: random.Random) -> str:
    return "".join(chance.choice(pair) for pair in ("zxk", "ao", "qwj", "ui", "vfg", "eo", "xzq", "ai", "kwz"))


def _neighbours(playground: Playground) -> list[Neighbour]:
    """In every language; each question names somebody and has a word in it that nobody else says."""
    chance, asked = random.Random(SEED), {language: _asked(language) for language in LANGUAGES}
    found = []
    for number, language in zip(range(CHATS), cycle(LANGUAGES), strict=False):
        name = f"{NAMES[number % 6]} {SURNAMES[number // 6]}"
        mine = range(number, QUESTIONS, CHATS)
        questions = (f"{next(asked[language])} {name} {_unheard_of(chance)}" for _ in mine)
        found.append(Neighbour(playground.person(f"p{number}", name), name, language, tuple(questions)))
    return found


def _begin(memory: Memory, neighbours: list[Neighbour]) -> None:
    """All have chosen their language; the first few are officials, too."""
    with memory.engine.begin() as connection:
        for number, each in enumerate(neighbours):
            membership = Membership("13125", "A. S.", "Encargada") if number < OFFICIALS else None
            known = Known(str(each.person.id), each.language, Standing(Place.SERVICES), membership=membership)
            people.save(connection, None, known, time.time())


def _is_quiet(playground: Playground, bot: Bot) -> bool:
    time.sleep(0.5)  # to ask more often would keep the bot from its database
    with bot.memory.engine.begin() as connection:
        waiting = connection.exec_driver_sql("SELECT count(*) FROM outbox").scalar_one()
        unhandled = connection.exec_driver_sql("SELECT count(*) FROM inbox WHERE handled_at IS NULL").scalar_one()
        errands = connection.exec_driver_sql("SELECT count(*) FROM errand").scalar_one()
    return not (waiting or unhandled or errands or playground.waiting())


def _terms(engine: Engine, table: str) -> list[str]:
    with engine.begin() as connection:
        return list(connection.exec_driver_sql(f"SELECT term FROM {table}").scalars())


def _check_terms(bot: Bot, api: RunningApi) -> None:
    """Of a question without a good answer, terms of ours are kept, and nothing else."""
    counted = _terms(bot.memory.engine, "term_count") + _terms(api.database.engine, "service_term_count")
    assert len(counted) > QUESTIONS // 100
    assert set(counted) <= terms_asked_for()


def _tidied(bot: Bot) -> None:
    async def once() -> None:
        stop = asyncio.Event()
        asyncio.get_running_loop().call_later(1.0, stop.set)
        await Tidying(bot.memory, Spool(bot.settings.spool_dir), read.content().help.retention).run(stop)

    asyncio.run(once())


@pytest.mark.timeout(600)
def test_after_an_idle_hour_nothing_says_who_asked_what(
    playground: Playground, api: RunningApi, start_bot: StartBot, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with api.database.transaction() as session:
        seed(session, read_services())
    bot = start_bot(api_url=api.url, api_token=api.token)
    neighbours = _neighbours(playground)
    _begin(bot.memory, neighbours)
    for round in range(max(len(each.questions) for each in neighbours)):
        for each in neighbours:
            if round < len(each.questions):
                each.person.say(each.questions[round])
        found = httpx2.get(f"{api.url}/v1/services/search", params={"q": neighbours[round].questions[0]}, timeout=30)
        assert found.is_success  # somebody asks the api itself
    eventually(lambda: _is_quiet(playground, bot), 240)

    def left() -> list[str]:
        phones = tmp_path / "phones"
        return [*rows(bot.memory.engine), *rows(api.database.engine), *files(tmp_path, phones)]

    before = "\n".join(left())
    assert str(neighbours[-1].person.id) in before  # it would be seen
    assert '"serv"' in before
    with time_machine.travel(time.time() + PASSING + 60, tick=True):
        _tidied(bot)
    after, logged = "\n".join(left()), "".join(capfd.readouterr())
    assert "/v1/services" in logged  # the logs are there
    assert "update_failed" not in logged
    official = {str(each.person.id) for each in neighbours[:OFFICIALS]}
    ids = {str(each.person.id) for each in neighbours}
    assert {id for id in ids if id in after} == official  # whose files they work on
    assert {id for id in ids if id in logged} == set()
    said = {word for each in neighbours for question in each.questions for word in words(question)} - content_words()
    assert len(said) > QUESTIONS  # names, and words that stand nowhere in what the programme says
    assert said & words(after) == set()
    assert said & words(logged) == set()
    _check_terms(bot, api)
    people_left = [row for row in rows(bot.memory.engine) if row.startswith("person: ")]
    assert len(people_left) == OFFICIALS
    assert not [row for row in people_left if '"serv"' in row or "@" in row]
