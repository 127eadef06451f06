"""Programs start, say in one line what is wrong, and stop when they are asked to."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import httpx2
import pytest

from tests.whole.stage import free_port

ROOT = Path(__file__).parents[2]


NOWHERE = "sqlite:////proc/nowhere/x.sqlite3"
NEAR = {"SELLO_TELEGRAM_URL": "http://127.0.0.1:9"}


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("SELLO_")}
    return {**clean, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", **settings}


class Demo:
    """`make demo` in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.api, self.page = folder, f"127.0.0.1:{free_port()}", f"127.0.0.1:{free_port()}"
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> "subprocess.Popen[str]":
        settings = environment({"SELLO_API_LISTEN": self.api, "SELLO_PLAYGROUND_LISTEN": self.page})
        command = [sys.executable, "-m", "bot", "demo"]
        self.process = subprocess.Popen(
            command,
            cwd=self.folder,
            env=settings,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        return self.process

    def await_address(self) -> str:
        assert self.process is not None
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if "Abra esta página" in line:
                return line.split()[-1]
        raise AssertionError("the demonstration ended before it began")


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Demo]:
    demo = Demo(tmp_path)
    yield demo
    if demo.process is not None:
        if demo.process.poll() is None:
            demo.process.terminate()
        demo.process.communicate(timeout=30)


def is_free(address: str) -> bool:
    host, _, port = address.rpartition(":")
    try:
        socket.create_server((host, int(port))).close()
    except OSError:
        return False
    return True


def ends_as_one(demo: Demo, way: signal.Signals) -> None:
    assert demo.process is not None
    demo.process.send_signal(way)
    demo.process.communicate(timeout=30)
    assert demo.process.returncode == 0
    assert is_free(demo.api)
    assert is_free(demo.page)


def test_the_demonstration_tells_its_address_and_ends_as_one(demo: Demo) -> None:
    demo.start()
    assert httpx2.get(demo.await_address(), timeout=10).is_success
    ends_as_one(demo, signal.SIGINT)


def test_a_second_demonstration_says_what_is_taken_and_how_to_go_round_it(demo: Demo, tmp_path: Path) -> None:
    demo.start()
    demo.await_address()
    second = Demo(tmp_path)
    second.api, second.page = demo.api, demo.page
    out, _ = second.start().communicate(timeout=30)
    assert second.process is not None
    assert second.process.returncode == 2
    assert out.count("\n") == 1
    assert "SELLO_API_LISTEN" in out
    ends_as_one(demo, signal.SIGTERM)


def test_when_one_of_them_falls_all_end_and_it_is_named(demo: Demo) -> None:
    process = demo.start()
    demo.await_address()
    children = subprocess.run(
        ["pgrep", "-P", str(process.pid), "-f", "bot.playground"], capture_output=True, text=True, check=True
    )
    os.kill(int(children.stdout.split()[0]), signal.SIGKILL)
    out, _ = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "«playground» se detuvo" in out
    assert is_free(demo.api)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({}, "SELLO_BOT_TOKEN"),
        ({"SELLO_BOT_TOKN": "1:x"}, "¿Quiso decir SELLO_BOT_TOKEN?"),
        ({"SELLO_BOT_TOKEN": "1:x", "SELLO_BOT_DATABASE_URL": "mysql://x"}, "sqlite:///"),
        ({"SELLO_BOT_TOKEN": "1:x", "SELLO_WEBHOOK_URL": "https://x.cl/t"}, "SELLO_WEBHOOK_SECRET"),
        (
            {"SELLO_BOT_TOKEN": "1:x", "SELLO_BOT_DATABASE_URL": "sqlite:////proc/nowhere/x.sqlite3", **NEAR},
            "SELLO_BOT_DATABASE_URL",
        ),
        ({"SELLO_BOT_TOKEN": "1:x"}, "content/ayuda"),
    ],
    ids=["no token", "a slip", "an unknown database", "a webhook without its secret", "no such place", "blanks left"],
)
def test_the_bot_says_what_is_wrong_and_how_to_mend_it(settings: Mapping[str, str], words: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot"],
        cwd=tmp_path,
        env=environment(settings),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert words in done.stderr
    assert done.stderr.count("\n") == 1


def test_nothing_starts_for_real_people_while_texts_have_blanks(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bot", "run"]
    settings = environment({"SELLO_BOT_TOKEN": "1:x"})
    done = subprocess.run(command, cwd=tmp_path, env=settings, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "content/ayuda" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_help_is_there_at_once() -> None:
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "bot", "--help"], cwd=ROOT, capture_output=True, text=True, timeout=20, check=True
    )
    assert {"run", "demo", "chat"} <= set(done.stdout.split())
    assert time.monotonic() - begun < 10
