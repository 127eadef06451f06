import json
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest

from bot.playground.person import Person, Playground
from bot.playground.serving import running
from tests.playground.caller import Caller, keyboard


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One playground for the whole table: a refused call leaves nothing behind."""
    with running(tmp_path_factory.mktemp("playground")) as address:
        yield address


ME = object()
ONE = {"text": "Sí", "callback_data": "a"}


def rows(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


REFUSED = [
    ("sendMessage", {"text": "hola"}, "Bad Request: chat_id is empty"),
    ("sendMessage", {"chat_id": 5, "text": "hola"}, "Bad Request: chat not found"),
    ("sendMessage", {"chat_id": "marta", "text": "hola"}, "Bad Request: chat not found"),
    ("sendMessage", {"chat_id": ME}, "Bad Request: message text is empty"),
    ("sendMessage", {"chat_id": ME, "text": ""}, "Bad Request: message text is empty"),
    ("sendMessage", {"chat_id": ME, "text": " \n "}, "Bad Request: message text is empty"),
    ("sendMessage", {"chat_id": ME, "text": "<b></b>", "parse_mode": "HTML"}, "Bad Request: message text is empty"),
    ("sendMessage", {"chat_id": ME, "text": "a" * 4097}, "Bad Request: message is too long"),
    ("sendMessage", {"chat_id": ME, "text": "😀" * 2049}, "Bad Request: message is too long"),
    ("sendMessage", {"chat_id": ME, "text": "<b>a", "parse_mode": "HTML"}, "can't parse entities: Can't find end tag"),
    ("sendMessage", {"chat_id": ME, "text": "a", "parse_mode": "Word"}, "Bad Request: unsupported parse_mode"),
    ("sendMessage", {"chat_id": ME, "text": "a", "bogus": 1}, "bogus: sendMessage has no such parameter"),
    ("sendMessage", {"chat_id": ME, "text": "a", "message_thread_id": 1}, "Bad Request: message thread not found"),
    ("sendMessage", {"chat_id": ME, "text": "a", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
    (
        "sendMessage",
        {"chat_id": ME, "text": "a", "reply_markup": keyboard([("x", "y" * 65)])},
        "Bad Request: BUTTON_DATA_INVALID",
    ),
    (
        "sendMessage",
        {"chat_id": ME, "text": "a", "reply_markup": keyboard([("x", "ñ" * 33)])},
        "Bad Request: BUTTON_DATA_INVALID",
    ),
    ("sendMessage", {"chat_id": ME, "text": "a", "reply_markup": rows({"text": "x"})}, "Text buttons are unallowed"),
    ("sendMessage", {"chat_id": ME, "text": "a", "reply_markup": rows({"text": "", "callback_data": "a"})}, "text"),
    ("sendMessage", {"chat_id": ME, "text": "a", "reply_markup": rows({**ONE, "url": "https://x.cl"})}, "one thing only"),
    ("sendMessage", {"chat_id": ME, "text": "a", "reply_markup": rows({"text": "x", "url": "no es"})}, "Wrong HTTP URL"),
    ("sendMessage", {"chat_id": ME, "text": "a", "reply_markup": rows({**ONE, "style": "purple"})}, "style: must be one of"),
    ("sendMessage", {"chat_id": ME, "text": "a", "reply_markup": rows(*[ONE] * 9)}, "reply markup is too long"),
    ("sendMessage", {"chat_id": ME, "text": "a", "reply_markup": {"inline_keyboard": [[ONE]] * 101}}, "reply markup is too long"),
    ("sendMessage", {"chat_id": ME, "text": "a", "reply_markup": "{no"}, "can't parse sendMessage: reply_markup"),
    ("sendPhoto", {"chat_id": ME}, "photo: it is required"),
    ("sendDocument", {"chat_id": ME, "document": "invented"}, "wrong file identifier/HTTP URL specified"),
    ("sendChatAction", {"chat_id": ME, "action": "dancing"}, "wrong parameter action in request"),
    ("editMessageText", {"chat_id": ME, "text": "a", "message_id": 99}, "Bad Request: message to edit not found"),
    ("editMessageText", {"chat_id": ME, "text": "a", "message_id": 1}, "Bad Request: message can't be edited"),
    ("editMessageText", {"chat_id": ME, "text": "a"}, "Bad Request: message identifier is not specified"),
    ("deleteMessage", {"chat_id": ME, "message_id": 99}, "Bad Request: message to delete not found"),
    ("copyMessage", {"chat_id": ME, "from_chat_id": ME, "message_id": 99}, "Bad Request: message to copy not found"),
    ("forwardMessage", {"chat_id": ME, "from_chat_id": ME, "message_id": 99}, "Bad Request: message to forward not found"),
    ("answerCallbackQuery", {"callback_query_id": "1"}, "query is too old and response timeout expired or query ID is invalid"),
    ("answerCallbackQuery", {"callback_query_id": "1", "text": "a" * 201}, "Bad Request"),
    ("getFile", {"file_id": "invented"}, "Bad Request: invalid file_id"),
    ("createForumTopic", {"chat_id": ME, "name": "a"}, "Bad Request: the chat is not a forum"),
    ("setMyCommands", {"commands": [{"command": "Ayuda", "description": "a"}]}, "Bad Request: BOT_COMMAND_INVALID"),
    ("setMyCommands", {"commands": [{"command": "a" * 33, "description": "a"}]}, "Bad Request: BOT_COMMAND_INVALID"),
    ("setMyCommands", {"commands": [{"command": "a", "description": "d" * 257}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
    ("setMyCommands", {"commands": [{"command": "a", "description": "d"}] * 101}, "BOT_COMMANDS_TOO_MUCH"),
    ("setMyCommands", {"commands": [], "scope": {"type": "nowhere"}}, "scope.type: must be one of"),
    ("setMyCommands", {"commands": [], "language_code": "pt_BR"}, "invalid language code specified"),
    ("setWebhook", {"url": "http://example.org/x"}, "bad webhook: An HTTPS URL must be provided for webhook"),
    ("setWebhook", {"url": "https://example.org/x", "secret_token": "a b"}, "secret token contains unallowed characters"),
    ("getUpdates", {"limit": 101}, "limit: 101 is outside 1 to 100"),
    ("sendPoll", {"chat_id": ME, "question": "a", "options": [{"text": "b"}]}, "does not know how to sendPoll"),
    ("sendPigeon", {"chat_id": ME}, "Not Found: method not found"),
]


@pytest.mark.parametrize(("method", "parameters", "description"), REFUSED)
def test_is_refused_in_telegrams_words(
    method: str, parameters: dict[str, Any], description: str, bot: Caller, marta: Person
) -> None:
    filled = {name: marta.id if value is ME else value for name, value in parameters.items()}
    assert description in bot.refused(method, **filled)


ACCEPTED = [
    ("sendMessage", {"text": "a" * 4096}),
    ("sendMessage", {"text": "😀" * 2048}),
    ("sendMessage", {"text": f"<b>{'a' * 4000}</b>{' &lt;' * 48}", "parse_mode": "HTML"}),
    ("sendMessage", {"text": "a", "reply_markup": keyboard([("x", "y" * 64)])}),
    ("sendMessage", {"text": "a", "reply_markup": json.dumps(keyboard([("x", "ñ" * 32)]))}),
    ("sendMessage", {"text": "a", "reply_markup": {"inline_keyboard": [[ONE] * 8] * 12 + [[ONE] * 4]}}),
    ("sendMessage", {"text": "a", "reply_markup": {"keyboard": [[{"text": "Sí"}, "No"]], "resize_keyboard": True}}),
    ("sendMessage", {"text": "a", "reply_markup": {"force_reply": True}}),
    ("sendMessage", {"text": "a", "reply_parameters": {"message_id": 99, "allow_sending_without_reply": True}}),
    ("sendMessage", {"text": "a", "link_preview_options": {"is_disabled": True}, "disable_notification": "true"}),
    ("sendmessage", {"text": "a"}),
    ("sendLocation", {"latitude": -33.4, "longitude": "-70.6"}),
    ("sendVenue", {"latitude": -33.4, "longitude": -70.6, "title": "Oficina", "address": "Calle 1"}),
    ("sendChatAction", {"action": "typing"}),
]


@pytest.mark.parametrize(("method", "parameters"), ACCEPTED)
def test_is_accepted(method: str, parameters: dict[str, Any], bot: Caller, marta: Person) -> None:
    bot.call(method, chat_id=marta.id, **parameters)


def test_knows_its_own_token_only(bot: Caller, root: str) -> None:
    assert bot.call("getMe")["is_bot"]
    with Caller(root, "42:other") as stranger:
        assert stranger.refused("getMe") == "Unauthorized"
        assert stranger.answer("getMe").status_code == 401
        assert stranger.download("documents/file_1.pdf").status_code == 404


def test_says_nothing_to_who_never_wrote_or_has_blocked_it(playground: Playground, bot: Caller, marta: Person) -> None:
    silent = playground.person("silent")
    assert bot.refused("sendMessage", chat_id=silent.id, text="hola") == "Bad Request: chat not found"
    marta.block()
    assert bot.refused("sendMessage", chat_id=marta.id, text="hola") == "Forbidden: bot was blocked by the user"
    assert bot.updates()[0]["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    marta.unblock()
    bot.call("sendMessage", chat_id=marta.id, text="hola")


def test_takes_forms_and_queries_as_well_as_json(bot: Caller, root: str, marta: Person) -> None:
    address = f"{root}/bot{bot.token}/sendMessage"
    markup = json.dumps(keyboard([("Sí", "a")]))
    for answer in (
        httpx2.get(address, params={"chat_id": marta.id, "text": "a", "reply_markup": markup}),
        httpx2.post(address, data={"chat_id": str(marta.id), "text": "a", "reply_markup": markup}),
        httpx2.post(address, data={"chat_id": str(marta.id), "text": "a"}, files={"unused": b"x"}),
    ):
        assert answer.json()["ok"], answer.text
