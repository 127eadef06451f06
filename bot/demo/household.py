"""Child processes that live and end together."""

import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import FrameType

import typer

from bot.settings import SettingsWrong

_PATIENCE = 60.0
_FAREWELL = 10.0


@dataclass(slots=True)
class Household:
    """All get the same environment."""

    environment: Mapping[str, str]
    children: dict[str, "subprocess.Popen[bytes]"] = field(default_factory=dict)
    _is_asked_to_stop: bool = False

    def __post_init__(self) -> None:
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, self._stop)

    def start(self, name: str, *words: str) -> None:
        """Starts `python -m` with these words, under a name to be told by."""
        command = [sys.executable, "-m", *words]
        # In a session of its own: Ctrl-C reaches us alone, and we end the children in order.
        self.children[name] = subprocess.Popen(command, env=dict(self.environment), start_new_session=True)  # noqa: S603

    def await_answer(self, name: str, address: str) -> None:
        """Returns when the child answers there, or when asked to stop; SettingsWrong when it ends or stays silent."""
        limit = time.monotonic() + _PATIENCE
        while time.monotonic() < limit and self._fallen() is None and not self._is_asked_to_stop:
            try:
                urllib.request.urlopen(address, timeout=2).close()  # noqa: S310  (our own children)
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
            else:
                return
        if not self._is_asked_to_stop:
            self.end()
            raise SettingsWrong(f"«{name}» no respondió en {address}. El motivo está en las líneas de arriba.")

    def wait(self) -> int:
        """Returns when asked to stop (0) or when a child has ended by itself (1), with all of them ended."""
        try:
            while not self._is_asked_to_stop:
                if (fallen := self._fallen()) is not None:
                    code = self.children[fallen].returncode
                    typer.echo(f"\n«{fallen}» se detuvo con el código {code}. Se detiene todo.", err=True)
                    return 1
                time.sleep(0.2)
            return 0
        finally:
            self.end()

    def end(self) -> None:
        """Asks all to end, the last one first, and waits for them."""
        children = list(reversed(self.children.values()))
        for child in children:
            if child.poll() is None:
                child.terminate()
        for child in children:
            try:
                child.wait(_FAREWELL)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()

    def _fallen(self) -> str | None:
        return next((name for name, child in self.children.items() if child.poll() is not None), None)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self._is_asked_to_stop = True
