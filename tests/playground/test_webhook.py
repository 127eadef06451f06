import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast

import pytest

from bot.playground.person import Person, Playground
from tests.playground.caller import Caller, keyboard
from tests.playground.waiting import eventually


class Ear(ThreadingHTTPServer):
    """Hears updates; answers with the next of `statuses`, then 200."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.statuses: list[int] = []
        self.heard: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/updates"


class Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        ear = cast(Ear, self.server)
        ear.heard.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        ear.secrets.append(self.headers["X-Telegram-Bot-Api-Secret-Token"])
        self.send_response(ear.statuses.pop(0) if ear.statuses else 200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        return


@pytest.fixture
def ear() -> Iterator[Ear]:
    with Ear() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def texts(ear: Ear) -> list[str]:
    return [update["message"]["text"] for update in ear.heard]


def test_updates_are_posted_with_the_secret(bot: Caller, ear: Ear, marta: Person) -> None:
    bot.call("setWebhook", url=ear.url, secret_token="s3cret")
    marta.say("hola")
    eventually(lambda: texts(ear) == ["hola"])
    assert ear.secrets == ["s3cret"]
    eventually(lambda: bot.call("getWebhookInfo")["pending_update_count"] == 0)
    assert bot.refused("getUpdates").startswith("Conflict: can't use getUpdates method while webhook is active")


def test_they_come_again_in_order_until_they_are_taken(bot: Caller, ear: Ear, marta: Person) -> None:
    ear.statuses = [503, 500]
    bot.call("setWebhook", url=ear.url)
    marta.say("uno")
    marta.say("dos")
    eventually(lambda: texts(ear) == ["uno", "uno", "uno", "dos"])
    assert ear.secrets[0] is None
    assert bot.call("getWebhookInfo")["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"


def test_a_press_does_not_wait_behind_a_message(bot: Caller, ear: Ear, marta: Person) -> None:
    sent = bot.call("sendMessage", chat_id=marta.id, text="a", reply_markup=keyboard([("Sí", "a")]))
    ear.statuses = [503]
    bot.call("setWebhook", url=ear.url)
    marta.say("uno")
    eventually(lambda: len(ear.heard) == 1)
    marta.press_data(sent["message_id"], "a")
    eventually(lambda: len(ear.heard) == 3)
    assert ["callback_query" in update for update in ear.heard] == [False, True, False]


def test_what_waited_goes_back_to_polling(bot: Caller, ear: Ear, marta: Person, playground: Playground) -> None:
    ear.statuses = [503] * 50
    bot.call("setWebhook", url=ear.url)
    marta.say("uno")
    eventually(lambda: texts(ear) == ["uno"])
    bot.call("deleteWebhook")
    assert [update["message"]["text"] for update in bot.updates()] == ["uno"]
    marta.say("dos")
    bot.call("deleteWebhook", drop_pending_updates=True)
    assert bot.updates() == []


def test_one_may_be_posted_twice(bot: Caller, ear: Ear, marta: Person, playground: Playground) -> None:
    playground.fault("duplicate")
    bot.call("setWebhook", url=ear.url)
    marta.say("uno")
    marta.say("dos")
    eventually(lambda: texts(ear) == ["uno", "uno", "dos"])
