"""What the api's command line gave once, kept for the next start."""

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from bot.settings import SettingsWrong


def kept(file: Path, environment: Mapping[str, str], *words: str) -> str:
    """What `python -m api` said with these words when it was run for the first time; SettingsWrong when it fails."""
    if file.exists():
        return file.read_text().strip()
    command = [sys.executable, "-m", "api", *words]
    done = subprocess.run(command, env=dict(environment), capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise SettingsWrong(done.stderr.strip() or f"python -m api {words[0]} no terminó bien.")
    file.parent.mkdir(exist_ok=True)
    file.touch(mode=0o600)
    file.write_text(done.stdout.strip())
    return done.stdout.strip()


def code_in(invitation: str) -> str:
    """The bare code out of what the api said of an invitation."""
    found = re.search(r"(?:inv|rol)_([A-Za-z0-9_-]+)", invitation)
    if found is None:
        raise SettingsWrong("La api no entregó una invitación. Borre la carpeta var/ y vuelva a intentar.")
    return found[1]
