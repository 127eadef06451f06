"""The bot stops when it is asked to, whatever else is away."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.house.sources import ROOT

NOBODY = "http://127.0.0.1:1"


def test_it_stops_before_telegram_was_ever_reached(tmp_path: Path) -> None:
    settings = {
        "SELLO_BOT_TOKEN": "42:nobody",
        "SELLO_TELEGRAM_URL": NOBODY,
        "SELLO_API_URL": NOBODY,
        "SELLO_API_TOKEN": "none",
        "SELLO_BOT_DATABASE_URL": f"sqlite:///{tmp_path / 'bot.sqlite3'}",
        "SELLO_SPOOL_DIR": str(tmp_path / "spool"),
    }
    with (tmp_path / "log").open("w+") as log:
        bot = subprocess.Popen([sys.executable, "-m", "bot"], cwd=ROOT, env={**os.environ, **settings}, stdout=log, stderr=log)
        try:
            while "telegram_away" not in (tmp_path / "log").read_text():
                assert bot.poll() is None, (tmp_path / "log").read_text()
                time.sleep(0.1)
            bot.send_signal(signal.SIGTERM)
            assert bot.wait(15) == 0
        finally:
            bot.kill()
