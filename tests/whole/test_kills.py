"""Bot and api are killed over and over while people work: nothing they saw done is lost, and nothing is done twice."""

import os
import random
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from bot.memory.errands import LEASE
from bot.playground.person import Playground
from content.reading import read_communes
from tests.databases import PostgreSQL
from tests.whole.checking import check
from tests.whole.officials import Ledger, Official
from tests.whole.stage import Child, Stage, free_port, staged

KILLS = int(os.environ.get("SELLO_TEST_KILLS", "6"))  # of each program; CI asks for 10, a release for 30
MOST = KILLS + 10
JUST_NOW = 3.0
OFTEN = 0.4
AT_ONCE = 6
LIMIT = 600.0  # on a busy machine; less than four minutes on a free one
COMMUNES = tuple(each.cut for each in read_communes().all() if each.has_municipality)


def on_files_and_polling(request: pytest.FixtureRequest) -> dict[str, str]:
    """As on one machine."""
    return {}


def on_postgresql_and_webhook(request: pytest.FixtureRequest) -> dict[str, str]:
    """As on a server."""
    server: PostgreSQL = request.getfixturevalue("postgresql")
    listen = f"127.0.0.1:{free_port()}"
    return {
        "SELLO_BOT_DATABASE_URL": server.create(),
        "SELLO_API_DATABASE_URL": server.create(),
        "SELLO_WEBHOOK_URL": f"http://{listen}/telegram",
        "SELLO_WEBHOOK_LISTEN": listen,
        "SELLO_WEBHOOK_SECRET": "a-secret-of-the-right-length",
    }


class Killer(threading.Thread):
    """Kills a program when it has work in hand, at a moment that nobody can foresee, and starts it again."""

    def __init__(self, child: Child, at_work: Callable[[], bool], seed: int, patience: float, over: threading.Event) -> None:
        super().__init__(daemon=True)
        self.child, self.at_work, self.chance, self.over = child, at_work, random.Random(seed), over
        self.patience, self.kills = patience, 0

    def run(self) -> None:
        while self.kills < MOST and not self.over.wait(0.02):
            if not self.at_work() or self.over.wait(self.chance.uniform(0.0, self.patience)):
                continue
            if self.chance.random() < OFTEN:  # now and then something shall come to its end, however slow the machine
                self.child.kill()
                self.kills += 1
                self.child.start()


class Crowd:
    """Officials, several at once, one municipality after another until it is over."""

    def __init__(self, stage: Stage, over: threading.Event) -> None:
        self.stage, self.over = stage, over
        self.done: list[tuple[str, Ledger]] = []
        self.failures: list[BaseException] = []
        self.threads = [threading.Thread(target=self._work, args=(COMMUNES[n::AT_ONCE],), daemon=True) for n in range(AT_ONCE)]

    def _work(self, communes: tuple[str, ...]) -> None:
        try:
            with Playground(self.stage.playground) as playground:
                for commune in communes:
                    official = Official(playground.person(f"p{commune}"), "Rosa Paz", random.Random(commune))
                    official.join(self.stage.invitation(commune))
                    official.fill_in(2 * LIMIT)
                    self.done.append((commune, official.ledger))
                    if self.over.is_set():
                        return
        except BaseException as error:
            self.failures.append(error)
            raise


def bot_at_work(watch: Playground) -> Callable[[], bool]:
    """Whether the bot has called Telegram since the last time this was asked."""
    last = [""]

    def look() -> bool:
        before, last[0] = last[0], str(watch.calls()[-2:])
        return before != last[0]

    return look


def api_at_work(stage: Stage, engine: Engine) -> Callable[[], bool]:
    """Whether the api is up and the bot has just taken an errand in hand: most of them call it."""

    def look() -> bool:
        with engine.connect() as connection:
            in_hand = connection.execute(
                text("SELECT count(*) FROM errand WHERE due > :later"), {"later": time.time() + LEASE - JUST_NOW}
            ).scalar()
        return bool(in_hand) and stage.children["api"].is_ready()

    return look


@pytest.mark.timeout(2000)
@pytest.mark.alone
@pytest.mark.parametrize(("way", "kills"), [(on_files_and_polling, KILLS), (on_postgresql_and_webhook, max(KILLS // 3, 2))])
def test_nothing_is_lost_and_nothing_is_done_twice(
    way: Callable[[pytest.FixtureRequest], dict[str, str]], kills: int, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    with staged(tmp_path, {"SELLO_CHAT_PACE": "20", **way(request)}) as stage:
        work_and_kill(stage, kills)


def work_and_kill(stage: Stage, kills: int) -> None:
    over = threading.Event()
    crowd = Crowd(stage, over)
    engine = stage.bot_database()
    with Playground(stage.playground) as playground, Playground(stage.playground) as watch:
        bot = Killer(stage.children["bot"], bot_at_work(watch), 1, 1.0, over)
        api = Killer(stage.children["api"], api_at_work(stage, engine), 2, 0.4, over)
        for kind in ("too_many", "bad_gateway", "lost", "duplicate"):
            playground.fault(kind, times=None, rate=0.03, seconds=1)
        for thread in (*crowd.threads, bot, api):
            thread.start()
        end = time.monotonic() + LIMIT
        while time.monotonic() < end and min(bot.kills, api.kills) < kills and not crowd.failures:
            time.sleep(0.2)
        over.set()
        playground.mend()
        for thread in (bot, api, *crowd.threads):
            thread.join(LIMIT)
    engine.dispose()
    print(f"bot killed {bot.kills} times, api {api.kills} times; {len(crowd.done)} handed over")
    assert not crowd.failures, stage.logs()
    stage.children["api"].await_ready()
    check(stage, crowd.done)
    assert min(bot.kills, api.kills) >= kills
