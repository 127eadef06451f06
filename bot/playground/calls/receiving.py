"""Where the bot's updates go; getUpdates itself waits, and is in `polling`."""

import re
from urllib.parse import urlsplit

from bot.playground.calls.call import Call, Handler
from bot.playground.refusals import bad_request
from bot.playground.webhook import Webhook
from bot.playground.wire import Wire
from bot.playground.world import World

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def _set_webhook(world: World, call: Call) -> bool:
    values = call.values
    url = values.get("url", "")
    _check_address(url)
    secret = values.get("secret_token", "")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")
    world.webhook = Webhook(url, secret, values.get("max_connections", 40))
    _receive(world, values)
    return True


def _check_address(url: str) -> None:
    parts = urlsplit(url)
    if url and parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")


def _delete_webhook(world: World, call: Call) -> bool:
    world.webhook = Webhook()
    _receive(world, call.values)
    return True


def _receive(world: World, values: Wire) -> None:
    if "allowed_updates" in values:
        world.updates.allowed = tuple(values["allowed_updates"])
    if values.get("drop_pending_updates"):
        world.updates.confirm(world.updates.next_id)
    world.updates.wake()


def _get_webhook_info(world: World, call: Call) -> Wire:
    return world.webhook.wire(sum(1 for _ in world.updates.waiting()), world.updates.allowed)


CALLS: dict[str, Handler] = {
    "setWebhook": _set_webhook,
    "deleteWebhook": _delete_webhook,
    "getWebhookInfo": _get_webhook_info,
}
