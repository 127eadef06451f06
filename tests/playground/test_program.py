import subprocess
import sys
import time
from pathlib import Path

import httpx2

from bot.playground.loopback import listening_socket
from bot.playground.person import Playground
from bot.playground.serving import TOKEN
from tests.playground.caller import Caller
from tests.playground.programs import program, run


def test_it_explains_itself_at_once() -> None:
    started = time.monotonic()
    helped = run("--help", SELLO_PLAYGROUND_LISTEN="127.0.0.1:9999")
    assert helped.returncode == 0
    assert "127.0.0.1:9999" in helped.stdout
    assert time.monotonic() - started < 5


def test_it_says_in_one_line_what_is_wrong_with_where_it_should_listen() -> None:
    nowhere = run("--listen", "nowhere")
    assert (nowhere.returncode, len(nowhere.stderr.splitlines())) == (2, 1)
    with listening_socket("127.0.0.1", 0) as taken:
        busy = run("--listen", f"127.0.0.1:{taken.getsockname()[1]}")
    assert (busy.returncode, len(busy.stderr.splitlines())) == (1, 1)
    assert "--listen" in busy.stderr


def test_it_stops_at_once_though_a_bot_waits_and_a_page_watches() -> None:
    with program() as root, httpx2.stream("GET", f"{root}/playground/events", trust_env=False) as page:
        assert page.is_success
        asking = f"import httpx2; print('now', flush=True); httpx2.get('{root}/bot{TOKEN}/getUpdates?timeout=50', timeout=60)"
        waiting = subprocess.Popen([sys.executable, "-c", asking], stdout=subprocess.PIPE)
        assert waiting.stdout is not None
        with waiting.stdout as said:
            said.readline()
        time.sleep(1)
        started = time.monotonic()
    assert time.monotonic() - started < 5
    assert waiting.wait(10) == 0


def test_a_second_start_goes_on_where_the_first_ended(tmp_path: Path) -> None:
    with program("--data", str(tmp_path)) as root, Playground(root) as playground, Caller(root) as bot:
        marta = playground.person("marta")
        marta.send_file("a.pdf", b"%PDF", caption="uno")
        first = bot.updates()[0]
        bot.call("setMyDescription", description="Le acompaña")
        sent = bot.call("sendMessage", chat_id=marta.id, text="¿Sí?")
    with program("--data", str(tmp_path), "--invitation", "H7K2") as root, Playground(root) as playground, Caller(root) as bot:
        marta = playground.person("marta")
        assert marta.screen().text == "¿Sí?"
        assert bot.call("getUpdates") == [first]
        file = bot.call("getFile", file_id=first["message"]["document"]["file_id"])
        assert bot.download(file["file_path"]).content == b"%PDF"
        assert bot.call("getMyDescription") == {"description": "Le acompaña"}
        bot.call("editMessageText", chat_id=marta.id, message_id=sent["message_id"], text="Sí")
        assert marta.say("dos") > sent["message_id"]
        assert playground.get("state")["opening"]["invitation"] == "H7K2"


def test_who_is_there_when_it_opens() -> None:
    with program() as root, Playground(root) as playground:
        state = playground.get("state")
    assert [person["key"] for person in state["people"]] == ["marta", "ana", "jean", "sofia"]
    assert [chat["is_forum"] for chat in state["chats"]] == [False, False, False, False, True]
