"""A bot of the barest kind: somebody who calls methods over HTTP."""

from typing import Any, Self

import httpx2

from bot.playground.loopback import loopback_client
from bot.playground.serving import TOKEN
from bot.playground.spec import read_spec

RESULTS = {
    "getMe": "User",
    "getUpdates": "[Update]",
    "getWebhookInfo": "WebhookInfo",
    "getFile": "File",
    "getChat": "ChatFullInfo",
    "getChatMember": "ChatMember",
    "getChatAdministrators": "[ChatMember]",
    "getChatMemberCount": "Integer",
    "createForumTopic": "ForumTopic",
    "copyMessage": "MessageId",
    "copyMessages": "[MessageId]",
    "forwardMessages": "[MessageId]",
    "sendMediaGroup": "[Message]",
    "getMyCommands": "[BotCommand]",
    "getMyName": "BotName",
    "getMyDescription": "BotDescription",
    "getMyShortDescription": "BotShortDescription",
}


class Caller:
    """Calls one playground as its bot; every message that comes back must be one by the spec."""

    def __init__(self, root: str, token: str = TOKEN) -> None:
        self.root, self.token = root, token
        self._http = loopback_client(root, patience=70)
        self._offset = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def answer(self, method: str, files: Any = None, **parameters: Any) -> httpx2.Response:
        path = f"/bot{self.token}/{method}"
        if files:
            return self._http.post(path, data=parameters, files=files)
        return self._http.post(path, json=parameters)

    def call(self, method: str, files: Any = None, **parameters: Any) -> Any:
        body = self.answer(method, files, **parameters).json()
        assert body["ok"], body["description"]
        _check(method, body["result"])
        return body["result"]

    def refused(self, method: str, files: Any = None, **parameters: Any) -> str:
        """The description of a refusal, whose code must be the HTTP status, too."""
        answer = self.answer(method, files, **parameters)
        body = answer.json()
        assert body["ok"] is False, body
        assert body["error_code"] == answer.status_code
        return str(body["description"])

    def updates(self, **parameters: Any) -> list[dict[str, Any]]:
        """What is new since the last time, which is confirmed."""
        found: list[dict[str, Any]] = self.call("getUpdates", offset=self._offset, **parameters)
        self._offset = max([self._offset, *(update["update_id"] + 1 for update in found)])
        return found

    def download(self, path: str) -> httpx2.Response:
        return self._http.get(f"/file/bot{self.token}/{path}")


def keyboard(*rows: list[tuple[str, str]]) -> dict[str, Any]:
    """An inline keyboard of labels and their data."""
    return {"inline_keyboard": [[{"text": text, "callback_data": data} for text, data in row] for row in rows]}


def _check(method: str, result: Any) -> None:
    """Every result must be what the spec says of it, so that any library can read it."""
    shape = RESULTS.get(method, "True" if result is True else "Message")
    assert read_spec().check(shape, result) == (), shape
