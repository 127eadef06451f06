"""A process of our bot on a loopback Telegram, and what it costs."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from select import select

TOKEN = "42:loopback"


@dataclass(frozen=True, slots=True)
class Attending:
    """A bot that attends. `started` is when, on the monotonic clock."""

    bot: "subprocess.Popen[bytes]"
    telegram: "subprocess.Popen[str]"
    started: float

    def seconds_until_answered(self) -> float:
        """From the start of the process to when everybody who pressed was shown a screen."""
        next_line(self.telegram, self.bot)
        return time.monotonic() - self.started

    def megabytes(self) -> float:
        """What it holds in memory once it has come to rest."""
        time.sleep(2)
        told = subprocess.run(["ps", "-o", "rss=", "-p", str(self.bot.pid)], capture_output=True, text=True, check=True)
        return int(told.stdout) / 1024


def next_line(telegram: "subprocess.Popen[str]", bot: "subprocess.Popen[bytes]") -> str:
    """What the loopback Telegram prints next; fails when the bot ends before that."""
    assert telegram.stdout is not None
    while not select([telegram.stdout], [], [], 1)[0]:
        assert bot.poll() is None, "the bot ended before it answered; its own words stand above"
    return telegram.stdout.readline().strip()


@contextmanager
def attending(folder: Path, presses: int, words: Sequence[str] = ("bot",)) -> Iterator[Attending]:
    """So many people have pressed a button when the bot starts; `words` is the module and what it is given after the root."""
    loopback = [sys.executable, "-m", "tests.benchmarks.rivals.loopback", str(presses), str(presses), "o|q"]
    with subprocess.Popen(loopback, stdout=subprocess.PIPE, text=True) as telegram:
        assert telegram.stdout is not None
        root = telegram.stdout.readline().strip()
        started = time.monotonic()
        command = [sys.executable, "-m", *(word.replace("ROOT", root) for word in words)]
        bot = subprocess.Popen(command, env=_settings(folder, root))
        try:
            yield Attending(bot, telegram, started)
        finally:
            for process in (bot, telegram):
                process.kill()
                process.wait()


def _settings(folder: Path, root: str) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("SELLO_")}
    return inherited | {
        "SELLO_BOT_TOKEN": TOKEN,
        "SELLO_TELEGRAM_URL": root,
        "SELLO_API_URL": "http://127.0.0.1:9",
        "SELLO_BOT_DATABASE_URL": f"sqlite:///{folder}/bot.sqlite3",
        "SELLO_SPOOL_DIR": str(folder / "spool"),
    }
