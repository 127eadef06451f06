"""The bot as a process: how soon it answers after its start, and how much memory it takes, idle and with many conversations."""

import statistics
from pathlib import Path

from tests.benchmarks.figures import Figures
from tests.benchmarks.processes import attending

MANY = 10_000
STARTS = 3


def test_start_to_first_reply(tmp_path: Path, figures: Figures) -> None:
    first: list[float] = []
    again: list[float] = []
    for number in range(STARTS):
        for seconds in (first, again):
            with attending(tmp_path / str(number), presses=1) as bot:
                seconds.append(bot.seconds_until_answered())
    with attending(tmp_path / "0", presses=1) as bot:
        bot.seconds_until_answered()
        idle = bot.megabytes()
    figures.add("start to first reply, new database", f"{statistics.median(first):.2f} s")
    figures.add("start to first reply, second start", f"{statistics.median(again):.2f} s")
    figures.add("memory of the bot, idle", f"{idle:.0f} MB")


def test_memory_of_many_conversations(tmp_path: Path, figures: Figures) -> None:
    """Each person has a dossier and takes a turn: `python -m bot` without Telegram's pace of 24 a second."""
    held = [_held(tmp_path / str(count), count) for count in (1, MANY)]
    figures.add("memory with 1 open conversation", f"{held[0]:.0f} MB")
    each = (held[1] - held[0]) * 1024 / MANY
    figures.add(f"memory with {MANY} open conversations", f"{held[1]:.0f} MB", f"{each:.1f} kB for each")


def _held(folder: Path, count: int) -> float:
    folder.mkdir()
    ours = ("tests.benchmarks.rivals.ours", "programme", "ROOT", str(folder), str(count), str(count))
    with attending(folder, count, ours) as bot:
        bot.seconds_until_answered()
        return bot.megabytes()
